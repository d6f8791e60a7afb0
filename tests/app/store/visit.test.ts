/** What happens to a visitor, as the store tells it: only its transitions, no engine and no model. */
import { beforeEach, describe, expect, it } from 'vitest';
import { WorkerFailure } from '../../../app/protocol/failure';
import type { ModelReport } from '../../../app/protocol/vocabulary';
import { createAppStore, type AppStore } from '../../../app/store';
import type { Answer } from '../../../app/store/adaptation';
import { currentVariant } from '../../../app/store/model';
import { put } from '../../../app/store/support-edits';
import { parseAddress } from '../../../app/store/url';

let store: AppStore;
/** What the visitor does, and what the page hears. */
const now = () => store.getState();

const backend = { chosen: 'wasm', reason: 'first that passed', tried: [] } as const;
const model = (steps = 0): ModelReport => ({
  variant: currentVariant(now()),
  parameters: 9,
  provenance: null,
  steps,
});

/** An answer to the present support set: what it ranks does not matter here. */
const answer = (complete = true): Answer => ({
  adaptation: {
    context: new Float32Array(2),
    point: [0, 0],
    scores: Float32Array.of(3, 2, 1),
    order: Uint32Array.of(0, 1, 2),
    complete,
    intervened: false,
    cost: { forwardPasses: 1, gradientSteps: 0, ms: 1, backend: 'wasm' },
    steps: 0,
  },
  setting: now().setting,
  support: now().support[now().setting],
  interventions: now().interventions,
  source: 'live',
  scale: { low: 0, high: 1 },
});

const answered = () => now().showAnswer(answer(), false, { reference: null });

beforeEach(() => {
  store = createAppStore();
  now().noteStart({ ...backend, tried: [] }, model());
});

describe('a visitor', () => {
  it('edits, waits, sees the likeliest movies, then all', () => {
    now().editSupport(put(7, 1));
    now().awaitAnswer();
    expect(now().waiting).toBe(true);
    now().showAnswer(answer(false), true, null);
    expect(now().answer?.adaptation.complete).toBe(false);
    expect([now().waiting, now().settled]).toEqual([true, null]);
    answered();
    expect(now().waiting).toBe(false);
    expect(now().settled).toBe(now().answer);
  });

  it('is shown the first of the list until a movie is chosen', () => {
    now().suggest(4);
    expect(now().selected).toBe(4);
    now().select(9);
    now().suggest(5);
    expect(now().selected).toBe(9);
    now().forgetChoice();
    now().suggest(6);
    expect(now().selected).toBe(6);
  });

  it('keeps the last free answer while something is overridden', () => {
    answered();
    const free = now().answer;
    now().intervene({ context: new Float32Array(2) });
    answered();
    expect(now().settled).not.toBe(free);
    expect(now().free).toBe(free);
  });

  it('is told the cause of several failures, until an answer comes', () => {
    now().awaitAnswer();
    now().failAnswer(new WorkerFailure('out-of-memory', 'no room'));
    now().failAnswer(new WorkerFailure('worker-failed', 'five deaths'));
    expect(now().waiting).toBe(false);
    expect(now().failure).toEqual({ code: 'out-of-memory', detail: 'no room' });
    answered();
    expect(now().failure).toBeNull();
    expect(now().faults.map(({ code }) => code)).toEqual(['out-of-memory', 'worker-failed']);
  });

  it('tries again, and sees what is wrong now', () => {
    now().failAnswer(new WorkerFailure('no-backend', 'none'));
    now().recover();
    now().failAnswer(new WorkerFailure('data-missing', 'movies.bin'));
    expect(now().failure?.code).toBe('data-missing');
  });

  it('picks another variant: nothing of the model before stays', () => {
    answered();
    now().showMap({ projection: 'linear', points: new Float32Array(0), scenario: new Uint16Array(0), heldOut: null, explained: null, purity: null, steps: 0 }); // prettier-ignore
    now().noteProgress([{ step: 5, tasksSeen: 40, loss: 1, rate: 9, phase: null }]);
    now().chooseVariant({ modulation: 'soft' });
    now().unloadModel();
    const { map, settled, free, reference, progress, losses, waiting } = now();
    expect({ model: now().model, map, settled, free, reference, progress }).toEqual({
      ...{ model: null, map: null, settled: null, free: null, reference: null, progress: null },
    });
    expect([losses, waiting]).toEqual([[], true]);
    now().showModel(model());
    expect(now().model?.variant.modulation).toBe('soft');
  });

  it('asks for a map in another projection: an older one is not shown', () => {
    const map = { projection: 'linear', points: new Float32Array(0), scenario: new Uint16Array(0), heldOut: null, explained: null, purity: null, steps: 0 } as const; // prettier-ignore
    now().setProjection('umap');
    now().showMap(map);
    expect(now().map).toBeNull();
    now().failMap(new Error('no room'));
    expect(now().mapFailure).toBe('no room');
    now().showMap({ ...map, projection: 'umap' });
    expect([now().map?.projection, now().mapFailure]).toEqual(['umap', null]);
  });

  it('trains, goes back on the scrubber, and trains on from the newest', () => {
    now().commandMode('play');
    now().noteProgress([{ step: 10, tasksSeen: 80, loss: 1, rate: 9, phase: null }]);
    now().commandMode('pause');
    now().showCheckpoint(5);
    expect(now().shownCheckpoint).toBe(5);
    now().commandMode('play');
    expect(now().shownCheckpoint).toBeNull();
    now().goBackTo(5, model(5));
    expect([now().losses, now().model?.steps]).toEqual([[], 5]);
    now().failTraining(new WorkerFailure('worker-failed', 'gone'));
    expect(now().mode).toBe('pause');
    expect(now().notices.at(-1)).toMatchObject({ level: 'error', code: 'worker-failed' });
    expect(now().failure).toBeNull();
  });

  it('follows a link, and lets no movie of the genre before in', () => {
    now().setIncoming([{ item: 1, label: 1 }]);
    const { address } = parseAddress('?genre=war&support=260&view=routes');
    now().followAddress(address);
    const items = [{ item: 2, label: 1 }];
    now().placeMovies({ genre: 'war', items, selected: 2, cause: 'visitor' });
    expect(now().support.scenario).toEqual({ genre: 'war', items });
    expect([now().incoming, now().view, now().selectedByVisitor]).toEqual([[], 'routes', true]);
    now().keepOwn('drama', items);
    expect(now().ownSupport).toBeNull();
    now().keepOwn('war', items);
    expect(now().ownSupport?.genre).toBe('war');
  });
});

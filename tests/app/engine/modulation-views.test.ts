import { beforeEach, describe, expect, it } from 'vitest';
import { createAppStore, type AppStore } from '../../../app/store';
import type { Answer } from '../../../app/store/adaptation';
import {
  wantedViews,
  keepModulationViews,
  missingViews,
} from '../../../app/engine/modulation-views';
import { FakeClient } from '../support/fake-client';

const MOVIES = 100;

/** A live answer for that many movies. */
function answerFor(size: number): Answer {
  return {
    setting: 'scenario',
    source: 'live',
    interventions: null,
    scale: { low: 0, high: 1 },
    support: {
      genre: null,
      items: Array.from({ length: size }, (_, item) => ({ item, label: 1 })),
    },
    adaptation: {
      context: new Float32Array(2),
      point: [0, 0],
      scores: new Float32Array(MOVIES),
      order: Uint32Array.from({ length: MOVIES }, (_, item) => item),
      complete: true,
      intervened: false,
      cost: { forwardPasses: 1, gradientSteps: 0, ms: 1, backend: 'wasm' },
      steps: 0,
    },
  };
}

let store: AppStore;
let client: FakeClient;
const answered = (size: number) => store.setState({ answer: answerFor(size), waiting: false });
const see = (panel: string, isSeen: boolean) => store.getState().setPanelVisible(panel, isSeen);
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  store = createAppStore();
  client = new FakeClient(new Uint32Array(MOVIES));
  store.setState({ selected: 7 });
  keepModulationViews(store, client);
});

describe('what is drawn of an answer', () => {
  it('is the pair in the cells, the average too in the routes, and nothing while explaining', () => {
    expect(wantedViews(store.getState())).toEqual({ pair: true, average: false });
    store.getState().setView('routes');
    expect(wantedViews(store.getState())).toEqual({ pair: true, average: false });
    store.getState().chooseVariant({ modulation: 'soft' });
    expect(wantedViews(store.getState())).toEqual({ pair: true, average: true });
    see('backbone', false);
    expect(wantedViews(store.getState())).toEqual({ pair: false, average: false });
    see('backbone', true);
    store.getState().setView('explain');
    expect(wantedViews(store.getState())).toEqual({ pair: false, average: false });
  });

  it('is both in a comparison that is in sight', () => {
    see('backbone', false);
    store.setState({ pinned: { answer: answerFor(1), modulationViews: null, variant: VARIANT } });
    expect(wantedViews(store.getState())).toEqual({ pair: true, average: true });
    see('compare', false);
    expect(wantedViews(store.getState())).toEqual({ pair: false, average: false });
  });
});

describe('modulationViews', () => {
  it('follow each answer while somebody looks', async () => {
    answered(3);
    await settled();
    expect(client.calls).toEqual(['modulationViews 3 of 7 and 0']);
    expect(store.getState().modulationViews?.of).toBe(store.getState().answer);
    answered(4);
    await settled();
    expect(client.calls.slice(1)).toEqual(['modulationViews 4 of 7 and 0']);
    expect(Array.from(store.getState().modulationViews!.detail!.hybrid)).toEqual([0, 1, 2, 3]);
  });

  it('are not asked for out of sight, stay as they are, and come once in sight', async () => {
    answered(2);
    await settled();
    see('backbone', false);
    const last = store.getState().modulationViews;
    client.calls.length = 0;
    for (const size of [3, 4, 5]) answered(size);
    store.getState().select(9);
    await settled();
    expect(client.calls).toEqual([]);
    expect(store.getState().modulationViews).toBe(last);
    see('backbone', true);
    await settled();
    expect(client.calls).toEqual(['modulationViews 5 of 9 and 0']);
    expect(store.getState().modulationViews?.of).toBe(store.getState().answer);
  });

  it('are of the movie that is selected, without another ranking', async () => {
    answered(2);
    await settled();
    store.getState().select(9);
    await settled();
    expect(client.calls).toEqual(['modulationViews 2 of 7 and 0', 'modulationViews 2 of 9 and 0']);
    expect(store.getState().modulationViews?.detail?.item).toBe(9);
  });

  it('are average over the first 64 where routes are drawn', async () => {
    store.getState().chooseVariant({ modulation: 'soft' });
    store.getState().setView('routes');
    answered(2);
    await settled();
    expect(client.calls).toEqual(['modulationViews 2 of 7 and 64']);
    expect(store.getState().modulationViews?.average).not.toBeNull();
  });

  it('wait for the answer that is on its way, and for one that is whole', () => {
    store.setState({ answer: answerFor(2), waiting: true });
    expect(missingViews(store.getState())).toBeNull();
    store.setState({ waiting: false, answer: { ...answerFor(2), source: 'recorded' } });
    expect(missingViews(store.getState())).toBeNull();
  });

  it('are asked for once when that fails, and again after the next answer', async () => {
    client.failing.set('modulationViews 2 of 7 and 0', 'bad-request');
    answered(2);
    await settled();
    expect(client.calls).toHaveLength(1);
    expect(store.getState().failure?.code).toBe('bad-request');
    store.setState({ answer: answerFor(2), failure: null });
    await settled();
    expect(client.calls).toHaveLength(2);
    expect(store.getState().modulationViews?.of).toBe(store.getState().answer);
  });

  it('of a pinned answer are asked for whole, wherever one looks', async () => {
    see('backbone', false);
    answered(3);
    store.getState().togglePinnedRanking();
    see('compare', false);
    await settled();
    expect(client.calls).toContain('modulationViews 3 of 7 and 64');
    const { pinned, answer } = store.getState();
    expect(pinned?.answer).toBe(answer);
    expect(pinned?.modulationViews?.average).not.toBeNull();
  });
});

const VARIANT = {
  setting: 'scenario',
  encoder: 'mean',
  hybrid: 'dot',
  modulation: 'film',
} as const;

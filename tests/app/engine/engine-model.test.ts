import { describe, expect, it } from 'vitest';
import { movesWithout } from '../../../app/components/recommendations/view';
import { swapContext } from '../../../app/engine/swapping';
import { overrideCount, overrideCell } from '../../../app/store/interventions';
import { clear } from '../../../app/store/support-edits';
import { open, settled, useClock } from '../support/engine-page';

useClock();

describe('what the engine asks of the model', () => {
  it('works out a support movie’s effect on first hover, once for all of them', async () => {
    const { store, client } = await open('');
    const { items } = store.getState().support.scenario;
    client.calls.length = 0;
    store.getState().hoverSupport(items[2].item);
    await settled();
    store.getState().hoverSupport(items[3].item);
    await settled();
    expect(client.calls).toEqual(['leaveOneOut']);
    const { leftOut, answer } = store.getState();
    const moves = movesWithout(leftOut, answer, items[2].item)!;
    expect(moves.size).toBe(60);
    // The stand-in numbers its cells: row 2, first item, falls by 120 places.
    expect([...moves.values()][0]).toBe(-120);
    expect(movesWithout(leftOut, answer, null)).toBeNull();
    store.getState().editSupport(clear);
    await settled();
    expect(movesWithout(leftOut, store.getState().answer, items[2].item)).toBeNull();
  });

  it('draws the map of trained parameters only once it can be seen', async () => {
    const { client, store } = await open('');
    store.getState().setPanelVisible('context', false);
    expect(client.calls).toContain('map'); // the first, wherever it is
    client.calls.length = 0;
    client.emit('parameters', { steps: 12 });
    await settled();
    client.emit('parameters', { steps: 24 });
    await settled();
    expect(client.calls).not.toContain('map');
    store.getState().setPanelVisible('context', true);
    await settled();
    expect(client.calls.filter((call) => call === 'map')).toHaveLength(1);
  });

  it('adapts again when the trainer sends parameters', async () => {
    const { store, client } = await open('');
    client.calls.length = 0;
    const { reference } = store.getState();
    client.emit('parameters', { steps: 12 });
    await settled();
    expect(client.calls).toContain('adapt 8');
    expect(client.calls).toContain('map');
    expect(store.getState().model?.steps).toBe(12);
    // Training is no edit: the arrows still tell of the visitor's last one.
    expect(store.getState().reference).toBe(reference);
  });

  it('measures the arrows of every override against the model as it is', async () => {
    const { store, client, engine } = await open('');
    const free = store.getState().answer!.adaptation.order;
    await swapContext(store, await engine.client(), 'war');
    await settled();
    const { answer, contextFrom, interventions, reference } = store.getState();
    expect(client.calls).toContain('sample 2');
    expect(contextFrom).toBe('war');
    expect(interventions?.context).toHaveLength(32);
    expect(answer?.adaptation.intervened).toBe(true);
    expect(answer?.interventions).toBe(interventions);
    expect(reference).toMatchObject({ kind: 'free', ranking: { order: free } });

    const cell = { target: 'gamma', layer: 0, unit: 3 } as const;
    store.getState().intervene(overrideCell(interventions, cell, 2));
    await settled();
    expect(store.getState().reference?.kind).toBe('free');
    // The context is named, not counted.
    expect(overrideCount(store.getState().interventions)).toBe(1);

    store.getState().intervene(null);
    await settled();
    expect(store.getState().contextFrom).toBeNull();
    expect(store.getState().answer?.adaptation.intervened).toBe(false);
    expect(store.getState().reference?.kind).toBe('edit');
  });

  it('keeps the answer that was pinned, and the model that gave it', async () => {
    const { store } = await open('');
    const { answer } = store.getState();
    store.getState().togglePinnedRanking();
    expect(store.getState().pinned).toMatchObject({ answer, variant: { modulation: 'film' } });
    store.getState().editSupport(clear);
    await settled();
    expect(store.getState().pinned?.answer).toBe(answer);
    store.getState().togglePinnedRanking();
    expect(store.getState().pinned).toBeNull();
  });

  it('writes the checkpoint that is shown into the address, and goes back to it', async () => {
    const { store, client, engine, urls, back } = await open('');
    client.emit(
      'checkpoints',
      [10, 20, 30].map((step) => ({ step, tasksSeen: 8 * step, loss: 1 })),
    );
    await (await engine.training()).rewind(20);
    await settled();
    expect(urls.at(-1)).toContain('checkpoint=20');
    back('?checkpoint=10');
    await settled();
    expect(client.calls.at(-1)).not.toBe('rewind 20');
    expect(client.calls).toContain('rewind 10');
    expect(store.getState().shownCheckpoint).toBe(10);
    const codes = store.getState().notices.map(({ code }) => code);
    expect(codes).not.toContain('address-checkpoint');
    back('');
    await settled();
    expect(client.calls).toContain('rewind null');
    expect(store.getState().shownCheckpoint).toBeNull();
  });

  it('says so when a link names a checkpoint that is not here', async () => {
    const { store, urls } = await open('?checkpoint=500');
    const { notices } = store.getState();
    expect(notices).toContainEqual(
      expect.objectContaining({ code: 'address-checkpoint', detail: '500' }),
    );
    expect(store.getState().shownCheckpoint).toBeNull();
    store.getState().setScope('genre');
    await settled();
    expect(urls.at(-1)).not.toContain('checkpoint');
  });
});

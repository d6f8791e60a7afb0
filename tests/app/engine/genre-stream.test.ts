import { describe, expect, it } from 'vitest';
import { clear, put } from '../../../app/store/support-edits';
import { labels, open, settled, useClock } from '../support/engine-page';

useClock();

describe('a genre that is picked', () => {
  it('streams a picked genre in over three beats and adapts at each', async () => {
    const { store, client, engine } = await open('');
    const sizes: number[] = [];
    store.subscribe((state, before) => {
      if (state.answer !== before.answer) sizes.push(state.answer!.support.items.length);
    });
    client.calls.length = 0;
    await engine.pickGenre('comedy');
    expect([...new Set(sizes)]).toEqual([1, 3, 8]);
    expect(client.calls).toContain('sample 1');
    expect(store.getState().reference?.kind).toBe('unadapted');
    expect(store.getState().incoming).toEqual([]);
    expect(store.getState().history.scenario.past).toHaveLength(1);
  });

  it('ranks without a support set where a genre has no movies of its own to stream', async () => {
    const { store, client, engine } = await open('');
    client.answers.sample = () => Promise.resolve([]);
    await engine.pickGenre('comedy');
    await settled();
    expect(store.getState().answer?.support).toMatchObject({ genre: 'comedy', items: [] });
    expect(store.getState().waiting).toBe(false);
  });

  it('shows the result of a pick at once under reduced motion', async () => {
    const { store, client, engine } = await open('', true);
    const sizes = new Set<number>();
    store.subscribe((state) => sizes.add(state.support.scenario.items.length));
    await engine.pickGenre('comedy');
    expect(sizes).toEqual(new Set([0, 8]));
    // A first answer would be a list between the one before and the one that stays.
    expect(client.wantedFirst).toEqual([]);
  });

  it('asks for a first answer where motion is not reduced', async () => {
    const { client, engine } = await open('');
    await engine.pickGenre('comedy');
    expect(client.wantedFirst).toEqual(expect.arrayContaining([1, 3, 8]));
  });

  it('ends a stream at an edit without losing what was announced', async () => {
    const { store, engine } = await open('');
    const stop = store.subscribe((state) => {
      if (state.incoming.length !== 5) return;
      stop();
      state.editSupport(put(199, 0));
    });
    await engine.pickGenre('comedy');
    expect(labels(store)).toHaveLength(9);
    expect(labels(store).at(-1)).toEqual([199, 0]);
    await settled();
    expect(store.getState().answer?.support.items).toHaveLength(9);
  });

  it('lets only the last of two picks stream in', async () => {
    const { store, engine } = await open('');
    await Promise.all([engine.pickGenre('comedy'), engine.pickGenre('war')]);
    expect(store.getState().support.scenario.genre).toBe('war');
    expect(labels(store)).toEqual(Array.from({ length: 8 }, (_, k) => [20 + k, 1]));
  });

  it('goes back to the genre’s own support set', async () => {
    const { store, engine } = await open('');
    const own = labels(store);
    store.getState().editSupport(clear);
    await engine.restoreOwn();
    expect(labels(store)).toEqual(own);
    store.getState().undo();
    expect(labels(store)).toEqual([]);
  });
});

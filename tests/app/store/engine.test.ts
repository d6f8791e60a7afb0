import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { movesWithout } from '../../../app/components/recommendations/view';
import { createAppStore, type AppStore } from '../../../app/store';
import { createCatalogue } from '../../../app/store/catalogue';
import { Engine } from '../../../app/store/engine';
import { swapContext } from '../../../app/store/engine/swapping';
import { heldCount, holdCell } from '../../../app/store/interventions';
import { clear, put } from '../../../app/store/support-edits';
import type { Scenario } from '../../../src/data/types';
import { FakeClient } from '../support/fake-client';

const MOVIES = 200;
const GENRES = Uint32Array.from({ length: MOVIES }, (_, item) => 1 << (item % 5));

function scenario(id: string, bit: number): Scenario {
  const items = Uint32Array.from(GENRES.keys()).filter((item) => item % 5 === bit);
  return { id, name: id, genres: [bit], family: 'other', fold: 'metaTrain', items };
}

const catalogue = createCatalogue(
  {
    count: MOVIES,
    id: Int32Array.from({ length: MOVIES }, (_, item) => 1000 + item),
    title: Array.from({ length: MOVIES }, (_, item) => `Movie ${item}`),
    year: new Int16Array(MOVIES).fill(1999),
    genres: GENRES,
  },
  [scenario('horror+sci-fi', 0), scenario('comedy', 1), scenario('war', 2)],
);

interface Page {
  store: AppStore;
  client: FakeClient;
  engine: Engine;
  urls: string[];
  back: (search: string) => void;
}

async function open(search: string, reducedMotion = false): Promise<Page> {
  const urls: string[] = [];
  const location = { search, pathname: '/', hash: '' };
  const go = (_state: unknown, _title: string, url: string) => {
    urls.push(url);
    location.search = url.slice(1);
  };
  const listeners: (() => void)[] = [];
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', { pushState: go, replaceState: go });
  vi.stubGlobal('addEventListener', (_name: string, heard: () => void) => listeners.push(heard));
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: false }));
  const store = createAppStore();
  const client = new FakeClient(GENRES);
  const engine = new Engine(store, {
    base: 'http://localhost/',
    makeClient: () => Promise.resolve(client),
    loadCatalogue: () => Promise.resolve(catalogue),
    painted: () => Promise.resolve(),
    pause: () => Promise.resolve(),
    reducedMotion: () => reducedMotion,
  });
  await engine.begin();
  const back = (to: string) => {
    location.search = to;
    listeners.forEach((heard) => heard());
  };
  return { store, client, engine, urls, back };
}

const labels = (store: AppStore) =>
  store.getState().support[store.getState().setting].items.map(({ item, label }) => [item, label]);

/** Until everything that was asked for is in the store, and the address is written. */
const settled = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the engine of the page', () => {
  it('starts with the genre’s own support set, adapted, against the unadapted ranking', async () => {
    const { store, client } = await open('');
    const state = store.getState();
    expect(state.support.genre.items).toHaveLength(8);
    expect(state.answer?.source).toBe('live');
    expect(state.answer?.support.items).toEqual(state.support.genre.items);
    expect(state.reference?.kind).toBe('unadapted');
    expect(state.map).not.toBeNull();
    expect(client.calls[0]).toBe('start');
    const first = state.answer!.adaptation.order.find(
      (item) => !state.support.genre.items.some((pair) => pair.item === item),
    );
    expect(state.selected).toBe(first);
  });

  it('streams a picked genre in one by one and adapts after each', async () => {
    const { store, client, engine } = await open('');
    const sizes: number[] = [];
    store.subscribe((state, before) => {
      if (state.answer !== before.answer) sizes.push(state.answer!.support.items.length);
    });
    client.calls.length = 0;
    await engine.pickGenre('comedy');
    expect([...new Set(sizes)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(client.calls).toContain('sample 1');
    expect(store.getState().reference?.kind).toBe('unadapted');
    expect(store.getState().incoming).toEqual([]);
    expect(store.getState().history.genre.past).toHaveLength(1);
  });

  it('shows the result of a pick at once under reduced motion', async () => {
    const { store, engine } = await open('', true);
    const sizes = new Set<number>();
    store.subscribe((state) => sizes.add(state.support.genre.items.length));
    await engine.pickGenre('comedy');
    expect(sizes).toEqual(new Set([0, 8]));
  });

  it('ends a stream at an edit without losing what was announced', async () => {
    const { store, engine } = await open('');
    const stop = store.subscribe((state) => {
      if (state.incoming.length !== 6) return;
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
    expect(store.getState().support.genre.genre).toBe('war');
    expect(labels(store)).toEqual(Array.from({ length: 8 }, (_, k) => [20 + k, 1]));
  });

  it('measures the arrows of an edit against the ranking before it', async () => {
    const { store } = await open('');
    const before = store.getState().answer!.adaptation.order;
    store.getState().editSupport(put(100, 1));
    await settled();
    const { reference } = store.getState();
    expect(reference?.kind).toBe('edit');
    expect(reference?.ranking.order).toBe(before);
  });

  it('keeps a pinned ranking through edits', async () => {
    const { store } = await open('');
    store.getState().togglePinnedRanking();
    const pinned = store.getState().reference;
    store.getState().editSupport(put(100, 1));
    await settled();
    expect(store.getState().reference).toBe(pinned);
  });

  it('returns to the unadapted ranking when the support set is cleared', async () => {
    const { store, client } = await open('');
    const unadapted = await client.adapt([]);
    store.getState().editSupport(clear);
    await settled();
    expect(store.getState().answer?.adaptation.order).toEqual(unadapted.order);
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

  it('opens a link with its support set, and leaves out what it cannot know', async () => {
    const { store } = await open('?genre=comedy&support=1003_1004*0_999999&movie=1010&seed=7');
    expect(labels(store)).toEqual([
      [3, 1],
      [4, 0],
    ]);
    expect(store.getState().selected).toBe(10);
    expect(store.getState().seed).toBe(7);
    expect(store.getState().notices.map(({ code }) => code)).toEqual(['address-movies']);
  });

  it('falls back from a genre that the data does not have', async () => {
    const { store } = await open('?genre=opera&seed=many');
    expect(store.getState().support.genre.genre).toBe('horror+sci-fi');
    expect(store.getState().notices.map(({ code }) => code)).toEqual(['address', 'address-genre']);
  });

  it('keeps a link’s empty support set empty', async () => {
    const { store } = await open('?support=none');
    expect(labels(store)).toEqual([]);
    expect(store.getState().answer?.support.items).toEqual([]);
  });

  it('writes the address, and goes back', async () => {
    const { store, urls, back } = await open('');
    store.getState().editSupport(clear);
    store.getState().editSupport(put(5, 1));
    store.getState().setScope('genre');
    await settled();
    expect(urls.at(-1)).toBe('/?support=1005&in=genre');
    back('');
    await settled();
    expect(labels(store)).toHaveLength(8);
    expect(store.getState().scope).toBe('all');
  });

  it('keeps what is edited after a link in the address', async () => {
    for (const link of ['?support=1001_1002', '?support=none']) {
      const { store, urls } = await open(link);
      store.getState().setScope('genre');
      await settled();
      expect(urls.at(-1)).toContain(link);
      store.getState().editSupport(put(5, 0));
      await settled();
      expect(urls.at(-1)).toContain(
        link === '?support=none' ? '?support=1005*0' : `${link}_1005*0`,
      );
    }
  });

  it('loads another variant, and the other setting with its own support set', async () => {
    const { store, client } = await open('');
    client.calls.length = 0;
    store.getState().chooseVariant({ modulation: 'soft' });
    await settled();
    expect(client.calls.slice(0, 1)).toEqual(['load']);
    expect(store.getState().model?.variant.modulation).toBe('soft');
    store.getState().setSetting('newcomer');
    await settled();
    expect(store.getState().answer?.setting).toBe('newcomer');
    expect(store.getState().answer?.support.items).toEqual([]);
    expect(store.getState().variants.genre.modulation).toBe('soft');
  });

  it('tells a start that failed, and starts again when asked', async () => {
    const store = createAppStore();
    const client = new FakeClient(GENRES);
    client.failing.set('start', 'no-backend');
    vi.stubGlobal('location', { search: '', pathname: '/', hash: '' });
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
    const engine = new Engine(store, {
      base: 'http://localhost/',
      makeClient: () => Promise.resolve(client),
      loadCatalogue: () => Promise.resolve(catalogue),
      painted: () => Promise.resolve(),
      pause: () => Promise.resolve(),
      reducedMotion: () => false,
    });
    await engine.begin();
    expect(store.getState().failure?.code).toBe('no-backend');
    expect(store.getState().answer).toBeNull();
    await engine.retry();
    expect(store.getState().failure).toBeNull();
    expect(store.getState().answer?.support.items).toHaveLength(8);
  });

  it('works out a support movie’s effect on first hover, once for all of them', async () => {
    const { store, client } = await open('');
    const { items } = store.getState().support.genre;
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
    store.getState().see('context', false);
    expect(client.calls).toContain('map'); // the first, wherever it is
    client.calls.length = 0;
    client.emit('parameters', { steps: 12 });
    await settled();
    client.emit('parameters', { steps: 24 });
    await settled();
    expect(client.calls).not.toContain('map');
    store.getState().see('context', true);
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

  it('measures the arrows of everything held against the model as it is', async () => {
    const { store, client, engine } = await open('');
    const free = store.getState().answer!.adaptation.order;
    await swapContext(store, await engine.client(), 'war');
    await settled();
    const { answer, contextFrom, interventions, reference } = store.getState();
    expect(client.calls).toContain('sample 2');
    expect(contextFrom).toBe('war');
    expect(interventions?.context).toHaveLength(32);
    expect(answer?.adaptation.intervened).toBe(true);
    expect(answer?.held).toBe(interventions);
    expect(reference).toMatchObject({ kind: 'unheld', ranking: { order: free } });

    const cell = { target: 'gamma', layer: 0, unit: 3 } as const;
    store.getState().intervene(holdCell(interventions, cell, 2));
    await settled();
    expect(store.getState().reference?.kind).toBe('unheld');
    expect(heldCount(store.getState().interventions)).toBe(2);

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

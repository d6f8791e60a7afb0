import { describe, expect, it, vi } from 'vitest';
import { clear, put } from '../../../app/store/support-edits';
import { createAppStore } from '../../../app/store';
import { Engine } from '../../../app/engine';
import { FakeClient } from '../support/fake-client';
import { catalogue, GENRES, labels, open, settled, useClock } from '../support/engine-page';

useClock();

describe('the engine of the page', () => {
  it('starts with the genre’s own support set, adapted, against the unadapted ranking', async () => {
    const { store, client } = await open('');
    const state = store.getState();
    expect(state.support.scenario.items).toHaveLength(8);
    expect(state.answer?.source).toBe('live');
    expect(state.answer?.support.items).toEqual(state.support.scenario.items);
    expect(state.reference?.kind).toBe('unadapted');
    expect(state.map).not.toBeNull();
    expect(client.calls[0]).toBe('start');
    const first = state.answer!.adaptation.order.find(
      (item) => !state.support.scenario.items.some((pair) => pair.item === item),
    );
    expect(state.selected).toBe(first);
  });

  it('puts a task of the map into no setting but the one it was asked for in', async () => {
    const { store, engine } = await open('?setting=newcomer');
    const loading = engine.loadTask(1);
    store.getState().setSetting('scenario');
    await loading;
    await settled();
    expect(store.getState().support.user.items).toEqual([]);
    expect(store.getState().history.scenario.past).toEqual([]);
  });

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
    expect(store.getState().support.scenario.genre).toBe('horror+sci-fi');
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
    store.getState().setSetting('user');
    await settled();
    expect(store.getState().answer?.setting).toBe('user');
    expect(store.getState().answer?.support.items).toEqual([]);
    expect(store.getState().variants.scenario.modulation).toBe('soft');
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
});

describe('the address while a stranger is guessed', () => {
  it('stays what it was before', async () => {
    const { store, urls } = await open('');
    await settled();
    const before = urls.length;
    store.getState().lend([{ item: 3, label: 4.5 }]);
    await settled();
    expect(store.getState().answer?.setting).toBe('user');
    store.getState().leaveOpening();
    await settled();
    expect(store.getState().answer?.setting).toBe('scenario');
    expect(urls.slice(before)).toEqual([]);
    expect(location.search).toBe('');
  });
});

describe('the selected movie', () => {
  const first = ({ store }: Awaited<ReturnType<typeof open>>) => {
    const { answer } = store.getState();
    const given = new Set(answer!.support.items.map(({ item }) => item));
    return answer!.adaptation.order.find((item) => !given.has(item));
  };

  it('is the first of each new ranking until the visitor chooses one', async () => {
    const page = await open('');
    const now = () => page.store.getState();
    for (const change of [
      () => now().editSupport(put(now().selected!, 0)),
      () => now().setSetting('user'),
      () => now().editSupport(put(first(page)!, 5)),
      () => page.back('?genre=comedy'),
    ]) {
      change();
      await settled();
      expect(now().selected).toBe(first(page));
      expect(now().selectedByVisitor).toBe(false);
    }
  });

  it('stays when the visitor chose it, as long as it is in the list', async () => {
    const page = await open('');
    const now = () => page.store.getState();
    const chosen = now().answer!.adaptation.order.findLast((item) => item % 5 !== 0)!;
    now().select(chosen);
    now().editSupport(put(first(page)!, 0));
    await settled();
    now().setSetting('user');
    await settled();
    expect(now().selected).toBe(chosen);
    now().setSetting('scenario');
    await settled();
    now().setScope('genre');
    expect(now().selected! % 5).toBe(0);
    now().setScope('all');
    now().select(chosen);
    now().editSupport(put(chosen, 1));
    await settled();
    expect(now().selected).toBe(first(page));
  });

  it('stays while something is held in the model', async () => {
    const page = await open('');
    const now = () => page.store.getState();
    const watched = [...now().answer!.adaptation.order].find(
      (item) => item !== first(page) && item > 8,
    )!;
    page.store.setState({ selected: watched });
    now().intervene({ layers: [0] });
    await settled();
    expect(now().answer!.interventions).not.toBeNull();
    expect(now().selected).toBe(watched);
  });
});

describe('a link that is copied', () => {
  it('is of what is on the page at that moment, while a genre comes in', async () => {
    const { store, urls, engine } = await open('');
    await settled();
    const written: string[] = [];
    // The stand-in's stream takes no time: the link is copied at its first beat.
    const stop = store.subscribe(({ incoming }) => {
      if (incoming.length === 0) return;
      stop();
      written.push(urls.at(-1) ?? '');
      engine.writeAddress();
      written.push(urls.at(-1) ?? '');
    });
    await engine.pickGenre('war');
    await settled();
    const [before, pressed] = written;
    expect(before).not.toContain('genre=war');
    expect(pressed).toContain('genre=war');
    expect(urls.at(-1)).toBe(pressed);
  });

  it('is never of a stranger’s ratings', async () => {
    const { store, urls, engine } = await open('');
    await settled();
    const before = urls.length;
    store.getState().lend([{ item: 3, label: 5 }]);
    engine.writeAddress();
    expect(urls.slice(before)).toEqual([]);
  });
});

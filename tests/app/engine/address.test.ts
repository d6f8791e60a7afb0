import { describe, expect, it } from 'vitest';
import { clear, put } from '../../../app/store/support-edits';
import { labels, open, settled, useClock } from '../support/engine-page';

useClock();

describe('the address of the page', () => {
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
});

describe('the address while a stranger is guessed', () => {
  it('stays what it was before', async () => {
    const { store, urls } = await open('');
    await settled();
    const before = urls.length;
    store.getState().showStranger([{ item: 3, label: 4.5 }]);
    await settled();
    expect(store.getState().answer?.setting).toBe('user');
    store.getState().leaveOpening();
    await settled();
    expect(store.getState().answer?.setting).toBe('scenario');
    expect(urls.slice(before)).toEqual([]);
    expect(location.search).toBe('');
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
    store.getState().showStranger([{ item: 3, label: 5 }]);
    engine.writeAddress();
    expect(urls.slice(before)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { labels, open, settled, useClock } from '../support/engine-page';

useClock();

const LINK = '#?genre=war&support=1003_1004*0';

describe('a page opened by a link for a class', () => {
  it('has what the fragment says, and writes what is changed there and nowhere else', async () => {
    const { store, urls } = await open(LINK);
    await settled();
    expect(labels(store)).toEqual([
      [3, 1],
      [4, 0],
    ]);
    expect(store.getState().support.scenario.genre).toBe('war');
    store.getState().editSupport((items) => items.slice(1));
    await settled();
    store.getState().chooseVariant({ encoder: 'max' });
    await settled();
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(url).toMatch(/^\/#\?/);
    expect(urls.at(-1)).toBe('/#?genre=war&support=1004*0&variant=max.dot.film');
  });

  it('takes what stands in its query along, and leaves what is not of the table', async () => {
    const { store, urls } = await open(`?genre=comedy&wat=1${LINK}`);
    await settled();
    expect(store.getState().support.scenario.genre).toBe('comedy');
    store.getState().editSupport((items) => items.slice(1));
    await settled();
    expect(urls.at(-1)).toBe('/?wat=1#?genre=comedy&support=1004*0');
  });

  it('names what makes no sense, as in a query', async () => {
    const { store } = await open('#?setting=films&genre=cookery');
    await settled();
    const told = store.getState().notices.map(({ code, detail }) => [code, detail]);
    expect(told).toContainEqual(['address', 'setting=films']);
    expect(told).toContainEqual(['address-genre', 'cookery']);
  });

  it('stays what it is when a link within the page takes the place of its fragment', async () => {
    const { store, back, urls } = await open(LINK);
    await settled();
    const before = labels(store);
    back('#lesson-tasks');
    await settled();
    expect(labels(store)).toEqual(before);
    expect(urls.at(-1)).toBe(`/${LINK}`);
  });

  it('may be one that was open before', async () => {
    const { store, back, urls } = await open('?genre=comedy');
    await settled();
    back(LINK);
    await settled();
    expect(labels(store)).toHaveLength(2);
    store.getState().editSupport((items) => items.slice(1));
    await settled();
    expect(urls.at(-1)).toBe('/#?genre=war&support=1004*0');
  });
});

describe('what is overridden and pinned', () => {
  const SEARCH = '?support=1003&hold=gamma.0.1*0.5&context=comedy&pin=1001_1006';

  it('comes back by a link, and stands in the next', async () => {
    const { store, urls } = await open(SEARCH);
    await settled();
    const { interventions, contextFrom, pinned, reference, answer } = store.getState();
    expect(interventions?.cells).toEqual([{ target: 'gamma', layer: 0, unit: 1, value: 0.5 }]);
    expect(contextFrom).toBe('comedy');
    expect(interventions?.context).toHaveLength(32);
    expect(answer?.interventions).toBe(interventions);
    expect(pinned?.answer.support.items.map(({ item }) => item)).toEqual([1, 6]);
    expect(pinned?.answer.interventions).toBeNull();
    expect(reference?.kind).toBe('pinned');
    store.getState().editSupport((items) => [...items, { item: 9, label: 0 }]);
    await settled();
    expect(urls.at(-1)).toBe(
      '/?support=1003_1009*0&hold=gamma.0.1*0.5&context=comedy&pin=1001_1006',
    );
  });

  it('is let go of by going back to where it was not', async () => {
    const { store, back } = await open(SEARCH);
    await settled();
    back('?support=1003');
    await settled();
    expect(store.getState().interventions).toBeNull();
    expect(store.getState().contextFrom).toBeNull();
    expect(store.getState().answer?.interventions).toBeNull();
  });

  it('comes back by going back to another model', async () => {
    const { store, back } = await open('?support=1003&variant=max.dot.film');
    await settled();
    back('?support=1003&hold=gamma.0.1*0.5&context=comedy');
    await settled();
    const { interventions, contextFrom, variants } = store.getState();
    expect(variants.scenario.encoder).toBe('mean');
    expect(interventions?.cells).toEqual([{ target: 'gamma', layer: 0, unit: 1, value: 0.5 }]);
    expect(contextFrom).toBe('comedy');
  });

  it('is named where the data do not have it', async () => {
    const { store } = await open('?support=1003&context=cookery&pin=1001_9999');
    await settled();
    const told = store.getState().notices.map(({ code, detail }) => [code, detail]);
    expect(told).toContainEqual(['address', 'context=cookery']);
    expect(told).toContainEqual(['address-movies', '1']);
    expect(store.getState().pinned?.answer.support.items).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { isFound, wordsOf } from '../../../app/components/pickers/genre-words';
import { createAppStore } from '../../../app/store';
import { createCatalogue, withNames } from '../../../app/store/catalogue';
import { pickers as en } from '../../../app/strings/en/pickers';
import { GENRE_NAMES as ES, pickers as es } from '../../../app/strings/es/pickers';
import { GENRE_NAMES as ZH, pickers as zh } from '../../../app/strings/zh/pickers';
import { GENRES, type Scenario } from '../../../src/data/types';

const bit = (name: (typeof GENRES)[number]) => GENRES.indexOf(name);
const scenario = (name: string, genres: number[], decade?: number): Scenario => ({
  ...{ id: name, name, genres, decade, family: 'other', fold: 'metaTest' },
  items: Uint32Array.of(0),
});

const COMEDY = scenario('Comedy & Romance', [bit('Comedy'), bit('Romance')]);
const SCIFI = scenario('Horror & Sci-Fi', [bit('Horror'), bit('Sci-Fi')]);
const WAR = scenario('Drama & War', [bit('Drama'), bit('War')]);
const NINETIES = scenario('Drama, 1990s', [bit('Drama')], 1990);

describe('finding a genre', () => {
  const finds = (query: string, also = en.also) =>
    [COMEDY, SCIFI, WAR, NINETIES].filter((one) => isFound(wordsOf(one, also), query));

  it.each([
    ['sci fi', [SCIFI]],
    ['scifi', [SCIFI]],
    ['science fiction', [SCIFI]],
    ['comedy romance', [COMEDY]],
    ['romantic comedy', [COMEDY]],
    ['romantic', [COMEDY]],
    ['war drama', [WAR]],
    ['drama and war', [WAR]],
    ['90s drama', [NINETIES]],
    ['dra', [WAR, NINETIES]],
    ['omedy', []],
    ['western', []],
    ['', [COMEDY, SCIFI, WAR, NINETIES]],
  ])('%s', (query, found) => {
    expect(finds(query)).toEqual(found);
  });

  it('takes no heed of accents, and finds Chinese anywhere in a name', () => {
    const named = { ...SCIFI, name: es.scenario(['Horror', 'Sci-Fi'])! };
    expect(isFound(wordsOf(named, es.also), 'ficcion terror')).toBe(true);
    const chinese = { ...SCIFI, name: zh.scenario(['Horror', 'Sci-Fi'])! };
    expect(isFound(wordsOf(chinese, zh.also), '科幻')).toBe(true);
    expect(isFound(wordsOf(chinese, zh.also), 'sci fi')).toBe(true);
  });
});

describe('names of genres', () => {
  it('are there for every genre of the data, in every language', () => {
    for (const names of [ES, ZH]) expect(Object.keys(names)).toEqual([...GENRES]);
  });

  it('change with the language and come back; what is no genre keeps its name', () => {
    const own = { ...scenario('My friends', []), listed: true as const };
    const catalogue = createCatalogue({ id: new Int32Array(0) } as never, [SCIFI, NINETIES, own]);
    const chinese = withNames(catalogue, zh.scenario);
    expect(chinese.scenarios.map(({ name }) => name)).toEqual(['恐怖、科幻', '剧情，1990 年代', 'My friends']); // prettier-ignore
    expect(chinese.scenarioOfId.get(SCIFI.id)!.name).toBe('恐怖、科幻');
    expect(withNames(chinese, zh.scenario)).toBe(chinese);
    expect(withNames(chinese, en.scenario).scenarios).toEqual(catalogue.scenarios);
  });

  it('wait for the data, and stand in the store from then on', () => {
    const store = createAppStore();
    store.getState().nameScenarios(zh.scenario);
    expect(store.getState().catalogue).toBeNull();
    store.getState().openCatalogue(createCatalogue({ id: new Int32Array(0) } as never, [SCIFI]));
    store.getState().nameScenarios(zh.scenario);
    expect(store.getState().catalogue!.scenarios[0].name).toBe('恐怖、科幻');
  });
});

/** Movies and scenarios, for titles, search and the genre picker. */
import type { StateCreator } from 'zustand';
import { GENRES, type Movies, type Scenario } from '../../src/data/types';
import { isOwn, NOT_KEPT } from '../storage/names';
import type { AppState } from './state';

export interface Catalogue {
  movies: Pick<Movies, 'count' | 'id' | 'title' | 'year' | 'genres'>;
  scenarios: readonly Scenario[];
  /** What the data calls the scenarios, in their order; `scenarios` has the names of the page's language. */
  dataNames: readonly string[];
  /** Item index by the source's movie identifier (what links hold). */
  itemOfId: ReadonlyMap<number, number>;
  scenarioOfId: ReadonlyMap<string, Scenario>;
  /** The items of each scenario, for membership tests; made when first asked for. */
  itemsOf(scenario: Scenario): ReadonlySet<number>;
}

export function createCatalogue(
  movies: Catalogue['movies'],
  scenarios: readonly Scenario[],
  dataNames: readonly string[] = scenarios.map(({ name }) => name),
): Catalogue {
  const sets = new Map<Scenario, ReadonlySet<number>>();
  const itemsOf = (scenario: Scenario) => {
    const found = sets.get(scenario) ?? new Set(scenario.items);
    sets.set(scenario, found);
    return found;
  };
  return {
    movies,
    scenarios,
    dataNames,
    itemsOf,
    itemOfId: new Map(Array.from(movies.id, (id, item) => [id, item])),
    scenarioOfId: new Map(scenarios.map((scenario) => [scenario.id, scenario])),
  };
}

/** What a language calls a scenario of these genres; null: it has no name of its own for them. */
export type NameOfGenres = (genres: readonly string[], decade?: number) => string | null;

/**
 * The catalogue with its scenarios called by `nameOf`, of genres as the data calls them. Where that gives
 * null, and where scenarios are no genres, they keep the data's name.
 */
export function withNames(catalogue: Catalogue, nameOf: NameOfGenres): Catalogue {
  const { movies, scenarios, dataNames } = catalogue;
  const names = scenarios.map(({ genres, decade }, s) => {
    const own =
      genres.length > 0
        ? nameOf(
            genres.map((bit) => GENRES[bit]),
            decade,
          )
        : null;
    return own ?? dataNames[s];
  });
  if (names.every((name, s) => name === scenarios[s].name)) return catalogue;
  const named = scenarios.map((scenario, s) => ({ ...scenario, name: names[s] }));
  return createCatalogue(movies, named, dataNames);
}

/** A movie as a row shows it. */
export interface MovieLabel {
  title: string;
  /** Null where the data has none. */
  year: number | null;
}

/** Why there are no movies: as a notice's code and detail. */
export interface CatalogueFailure {
  /** `own-elsewhere`: a link to data that another browser keeps; `detail` is its name. */
  code: 'data-missing' | 'data-broken' | 'own-elsewhere';
  detail: string;
}

/** A file that did not come (a network, a host) is another matter than one that is damaged. */
function catalogueFailureOf(error: unknown, data: string): CatalogueFailure {
  const detail = error instanceof Error ? error.message : String(error);
  if (isOwn(data) && detail.includes(NOT_KEPT)) return { code: 'own-elsewhere', detail: data };
  // By shape: the class of the error would bring the whole reader into the page's first chunk.
  const { problem } = (error ?? {}) as { problem?: unknown };
  const missing = typeof problem === 'string' && problem.startsWith('could not be read');
  return { code: missing ? 'data-missing' : 'data-broken', detail };
}

export interface CatalogueSlice {
  catalogue: Catalogue | null;
  catalogueFailure: CatalogueFailure | null;
  /** Titles of recorded results, by item, for the time before the catalogue is there. */
  recordedTitles: ReadonlyMap<number, MovieLabel>;
  recordedGenre: string | null;
  /** The data set's movies and scenarios have been read. */
  openCatalogue(catalogue: Catalogue): void;
  /** They could not be read. */
  failCatalogue(error: unknown, data: string): void;
  /** Calls the scenarios by their names in the page's language. */
  nameScenarios(nameOf: NameOfGenres): void;
}

type Source = Pick<CatalogueSlice, 'catalogue' | 'recordedTitles'>;

export function movieLabel({ catalogue, recordedTitles }: Source, item: number): MovieLabel {
  if (!catalogue) return recordedTitles.get(item) ?? { title: '…', year: null };
  const { title, year } = catalogue.movies;
  return { title: title[item] ?? `#${item}`, year: year[item] || null };
}

export const createCatalogueSlice: StateCreator<AppState, [], [], CatalogueSlice> = (set, get) => ({
  catalogue: null,
  catalogueFailure: null,
  recordedTitles: new Map(),
  recordedGenre: null,
  openCatalogue: (catalogue) => set({ catalogue }),
  nameScenarios: (nameOf) => {
    const { catalogue } = get();
    if (catalogue) set({ catalogue: withNames(catalogue, nameOf) });
  },
  failCatalogue: (error, data) => {
    const catalogueFailure = catalogueFailureOf(error, data);
    set({ catalogueFailure });
    get().noteFault(catalogueFailure);
  },
});

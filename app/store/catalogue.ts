/** Movies and scenarios, for titles, search and the genre picker. */
import type { StateCreator } from 'zustand';
import type { Movies, Scenario } from '../../src/data/types';
import type { AppState } from './state';

export interface Catalogue {
  movies: Pick<Movies, 'count' | 'id' | 'title' | 'year' | 'genres'>;
  scenarios: readonly Scenario[];
  /** Item index by the source's movie identifier (what links hold). */
  itemOfId: ReadonlyMap<number, number>;
  scenarioOfId: ReadonlyMap<string, Scenario>;
  /** The items of each scenario, for membership tests; made when first asked for. */
  itemsOf(scenario: Scenario): ReadonlySet<number>;
}

export function createCatalogue(
  movies: Catalogue['movies'],
  scenarios: readonly Scenario[],
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
    itemsOf,
    itemOfId: new Map(Array.from(movies.id, (id, item) => [id, item])),
    scenarioOfId: new Map(scenarios.map((scenario) => [scenario.id, scenario])),
  };
}

/** A movie as a row shows it. */
export interface MovieLabel {
  title: string;
  /** Null where the data has none. */
  year: number | null;
}

/** Why there are no movies: as a notice's code and detail. */
export interface CatalogueFailure {
  code: 'data-missing' | 'data-broken';
  detail: string;
}

/** A file that did not come (a network, a host) is another matter than one that is damaged. */
export function catalogueFailureOf(error: unknown): CatalogueFailure {
  const detail = error instanceof Error ? error.message : String(error);
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
}

type Source = Pick<CatalogueSlice, 'catalogue' | 'recordedTitles'>;

export function movieLabel({ catalogue, recordedTitles }: Source, item: number): MovieLabel {
  if (!catalogue) return recordedTitles.get(item) ?? { title: '…', year: null };
  const { title, year } = catalogue.movies;
  return { title: title[item] ?? `#${item}`, year: year[item] || null };
}

export const createCatalogueSlice: StateCreator<AppState, [], [], CatalogueSlice> = () => ({
  catalogue: null,
  catalogueFailure: null,
  recordedTitles: new Map(),
  recordedGenre: null,
});

/** Ratings as they come from a source, before they become a data set (`build.ts`). */

export interface RawMovie {
  /** Identifier in the source data. */
  id: number;
  title: string;
  /** 0 when unknown. */
  year: number;
  /** Bits of `GENRES`. */
  genres: number;
}

/** A scenario that the data names itself, by raw movie index. */
export interface RawScenario {
  name: string;
  items: number[];
  domain?: string;
}

/** Users and movies by dense index in any order, each user-movie pair at most once. */
export interface RawData {
  movies: RawMovie[];
  user: number[];
  item: number[];
  /** 1..10 */
  halfStars: number[];
  /** Scenarios in place of those by genre and decade. */
  scenarios?: RawScenario[];
}

/**
 * The shapes of a data set and of the tasks drawn from it.
 *
 * Everything here is plain numbers and strings: no tensor, no DOM. Users and items are dense
 * indices `0..n-1`; `Movies.id` keeps the identifiers of the source.
 */

/** The 19 genres of MovieLens, in the order of the bits of `Movies.genres`. */
export const GENRES = [
  'Action', 'Adventure', 'Animation', 'Children', 'Comedy', 'Crime', 'Documentary', 'Drama',
  'Fantasy', 'Film-Noir', 'Horror', 'IMAX', 'Musical', 'Mystery', 'Romance', 'Sci-Fi',
  'Thriller', 'War', 'Western',
] as const; // prettier-ignore

/** First years of the nine decade features; the first also takes everything earlier. */
export const DECADES = [1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010] as const;

/** Columns over items. */
export interface Movies {
  count: number;
  /** Identifier in the source data. */
  id: Int32Array;
  title: string[];
  /** Year of release; 0 when the source has none. */
  year: Int16Array;
  /** Bit `g` set when the movie has genre `GENRES[g]`. */
  genres: Uint32Array;
}

/**
 * Which part of the protocol an interaction belongs to (`docs/data.md`, 'Splits'). `validation` is cut from meta-training
 * when data are loaded to be trained on (`validation.ts`); no file has it.
 */
export const SPLIT = { background: 0, metaTrain: 1, metaTest: 2, validation: 3 } as const;

export type Fold = 'metaTrain' | 'validation' | 'metaTest';

/** Columns over interactions, sorted by user, then item. */
export interface Ratings {
  count: number;
  user: Uint32Array;
  item: Uint32Array;
  /** Rating in half stars, 1..10. */
  halfStars: Uint8Array;
  split: Uint8Array;
}

/** Matrix-factorisation embeddings of items, row-major, unit standard deviation. */
export interface ItemFactors {
  dim: number;
  /** `[items, dim]` */
  item: Float32Array;
}

/** Those of users too. */
export interface Factors extends ItemFactors {
  /** `[users, dim]` */
  user: Float32Array;
}

/** Users of the rating setting: who trains, who is held out, and the trainers' factors. */
export interface Raters {
  /** By user: `SPLIT` of their fold, or `SPLIT.background` for too few ratings. */
  fold: Uint8Array;
  dim: number;
  /** Explicit ALS of rating residuals of meta-training users, `[users, dim]`; zero for others. */
  factors: Float32Array;
}

/** The families of the paper's Figure 3; a family is a colour on the context map. */
export type Family = 'horror' | 'suspense' | 'romance' | 'war' | 'other';

/** A scenario-specific task family: a genre set of size 1 to 3, or genre x decade. */
export interface Scenario {
  /** Stable, URL-safe: `horror+sci-fi`, `drama@1990`. */
  id: string;
  /** For people: `Horror & Sci-Fi`, `Drama, 1990s`. */
  name: string;
  genres: number[];
  /** First year of the decade, when the scenario has one. */
  decade?: number;
  family: Family;
  fold: Fold;
  /** Data set it comes from, where several are used together as domains. */
  domain?: string;
  /** Its items are given by the data, not by genres and decade. */
  listed?: true;
  /** Item indices, ascending. */
  items: Uint32Array;
}

export interface DatasetManifest {
  formatVersion: 2;
  name: string;
  title: string;
  counts: { users: number; items: number; ratings: number; scenarios: number };
  seeds: Record<string, number>;
  split: { background: number; metaTrain: number; metaTest: number };
  /** By file name, relative to the manifest. */
  files: Record<string, { bytes: number; sha256: string }>;
  licence: string;
  citation: string;
  /** How the files were made: command, source file with its sha256. */
  made: { command: string; source: string; sourceSha256: string };
  /** What ratings were before they became stars, where that is known: its kind, lowest and highest. */
  ratings?: { id: string; low: number; high: number };
}

/** What is known of items, and nothing of who chose them: enough to answer somebody unknown. */
export interface ItemSide {
  manifest: DatasetManifest;
  movies: Movies;
  /** Implicit ALS of background interactions (d 32). */
  factors: ItemFactors;
  scenarios: Scenario[];
}

export interface Dataset extends ItemSide {
  users: number;
  ratings: Ratings;
  factors: Factors;
  raters: Raters;
  /**
   * So many of the most rated movies, which are the first, give the negatives of the ranking setting;
   * those of the mixed catalogue unless told (`tasks/scenario.ts`).
   */
  negatives?: number;
}

/** One labelled pair of a support or query set. `user` is -1 where the model has no user. */
export interface Pair {
  user: number;
  item: number;
  /** Ranking: 1 liked, 0 not. Rating: stars, 0.5..5. */
  label: number;
}

/**
 * One episode. In ranking tasks `query` has two halves: positives, then the negatives of the same
 * users in the same order (equation 4 pairs them).
 */
export interface Task {
  /** Scenario id or `user:12`. */
  id: string;
  support: Pair[];
  query: Pair[];
}

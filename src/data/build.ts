/**
 * From raw ratings to a data set with splits, scenarios and embeddings (`docs/data.md`,
 * 'Splits'). The same preparation serves the bundled data (`scripts/prepare-dataset.ts`) and a visitor's own.
 */
import { clusterScenarios } from './cluster-scenarios';
import { biasResiduals, itemBiases } from './biases';
import { EXPLICIT_DEFAULTS, factoriseExplicit } from './factorise/explicit';
import { IMPLICIT_DEFAULTS, factoriseImplicit } from './factorise/implicit';
import { createRandom, deriveSeed, shuffle } from './random';
import type { RawData } from './raw-data';
import { genreScenarios, listedScenarios } from './scenarios';
import { SPLIT } from './types';
import type { Dataset, DatasetManifest, Factors, Movies, Raters, Ratings, Scenario } from './types';

export interface BuildOptions {
  seed: number;
  onProgress?: (stage: 'interactions' | 'ratings', done: number) => void;
}

/** What a data set holds before it is written and gets its manifest. */
export type BuiltDataset = Omit<Dataset, 'manifest'>;

/** Shares of each user's interactions. */
export const SPLIT_SHARES: DatasetManifest['split'] = {
  background: 0.5,
  metaTrain: 0.25,
  metaTest: 0.25,
};

/** A user with fewer ratings is in no rating task (10 query ratings and at least 3 support). */
export const MIN_RATINGS = 13;

/** A user with fewer ratings is in neither fold: nothing could be learnt or tested. */
const FEWEST_RATINGS = 3;

/** Share of the raters that are held out for meta-testing. */
const RATER_TEST_SHARE = 0.2;

/** Most rated first, so that small indices are popular; ties by source identifier. */
export function popularityOrder(raw: RawData): number[] {
  const count = new Uint32Array(raw.movies.length);
  for (const item of raw.item) count[item]++;
  return raw.movies
    .map((_, n) => n)
    .sort((a, b) => count[b] - count[a] || raw.movies[a].id - raw.movies[b].id);
}

export function moviesInOrder(raw: RawData, order: readonly number[]): Movies {
  const sorted = order.map((n) => raw.movies[n]);
  return {
    count: sorted.length,
    id: Int32Array.from(sorted, (m) => m.id),
    title: sorted.map((m) => m.title),
    year: Int16Array.from(sorted, (m) => m.year),
    genres: Uint32Array.from(sorted, (m) => m.genres),
  };
}

/** Each user's interactions dealt at random: half background, a quarter each for the others. */
function splitInteractions(user: Uint32Array, seed: number): Uint8Array {
  const random = createRandom(deriveSeed(seed, 'split'));
  const split = new Uint8Array(user.length);
  let first = 0;
  while (first < user.length) {
    let end = first;
    while (end < user.length && user[end] === user[first]) end++;
    const n = end - first;
    const background = Math.round(n * SPLIT_SHARES.background);
    const metaTrain = Math.round(n * (SPLIT_SHARES.background + SPLIT_SHARES.metaTrain));
    const positions = shuffle(
      random,
      Array.from({ length: n }, (_, k) => first + k),
    );
    positions.forEach((at, k) => {
      split[at] =
        k < background ? SPLIT.background : k < metaTrain ? SPLIT.metaTrain : SPLIT.metaTest;
    });
    first = end;
  }
  return split;
}

/** Place of each raw movie in `order`. */
export function newIndices(order: readonly number[]): Uint32Array {
  const place = new Uint32Array(order.length);
  order.forEach((old, index) => (place[old] = index));
  return place;
}

function ratingsInOrder(raw: RawData, order: readonly number[], seed: number): Ratings {
  const newIndex = newIndices(order);
  const rows = raw.user
    .map((_, k) => k)
    .sort((a, b) => raw.user[a] - raw.user[b] || newIndex[raw.item[a]] - newIndex[raw.item[b]]);
  const user = Uint32Array.from(rows, (k) => raw.user[k]);
  return {
    count: rows.length,
    user,
    item: Uint32Array.from(rows, (k) => newIndex[raw.item[k]]),
    halfStars: Uint8Array.from(rows, (k) => raw.halfStars[k]),
    split: splitInteractions(user, seed),
  };
}

function backgroundFactors(
  users: number,
  items: number,
  ratings: Ratings,
  { seed, onProgress }: BuildOptions,
): Factors {
  const background = Array.from(ratings.split.keys()).filter(
    (k) => ratings.split[k] === SPLIT.background,
  );
  return factoriseImplicit(
    {
      users,
      items,
      user: background.map((k) => ratings.user[k]),
      item: background.map((k) => ratings.item[k]),
    },
    { ...IMPLICIT_DEFAULTS, seed: deriveSeed(seed, 'implicit factors') },
    (done) => onProgress?.('interactions', done),
  );
}

/** Which users train and which test, where a task is somebody nobody knew. */
function raterFolds(users: number, ratings: Ratings, seed: number): Uint8Array {
  const count = new Uint32Array(users);
  for (const user of ratings.user) count[user]++;
  const raters = shuffle(
    createRandom(deriveSeed(seed, 'rater folds')),
    Array.from(count.keys()).filter((user) => count[user] >= FEWEST_RATINGS),
  );
  const test = Math.round(raters.length * RATER_TEST_SHARE);
  const fold = new Uint8Array(users).fill(SPLIT.background);
  raters.forEach((user, k) => (fold[user] = k < test ? SPLIT.metaTest : SPLIT.metaTrain));
  return fold;
}

function raterFactors(
  users: number,
  items: number,
  ratings: Ratings,
  fold: Uint8Array,
  { seed, onProgress }: BuildOptions,
): Raters {
  const rows = Array.from(ratings.user.keys()).filter(
    (k) => fold[ratings.user[k]] === SPLIT.metaTrain,
  );
  const user = rows.map((k) => ratings.user[k]);
  const item = rows.map((k) => ratings.item[k]);
  const stars = rows.map((k) => ratings.halfStars[k] / 2);
  const biases = itemBiases({ user, item, stars }, items);
  const value = biasResiduals({ user, item, stars }, biases, users);
  const factors = factoriseExplicit(
    { users, items, user, item, value },
    { ...EXPLICIT_DEFAULTS, seed: deriveSeed(seed, 'explicit factors') },
    (done) => onProgress?.('ratings', done),
  );
  return { fold, dim: EXPLICIT_DEFAULTS.dim, factors: Float32Array.from(factors) };
}

export function buildDataset(raw: RawData, options: BuildOptions): BuiltDataset {
  const order = popularityOrder(raw);
  const movies = moviesInOrder(raw, order);
  const ratings = ratingsInOrder(raw, order, options.seed);
  const users = raw.user.reduce((largest, user) => Math.max(largest, user), -1) + 1;
  const fold = raterFolds(users, ratings, options.seed);
  const factors = backgroundFactors(users, movies.count, ratings, options);
  return {
    users,
    movies,
    ratings,
    factors,
    raters: raterFactors(users, movies.count, ratings, fold, options),
    scenarios: raw.scenarios
      ? listedScenarios(raw.scenarios, newIndices(order), options.seed)
      : ownScenarios(movies, factors, options.seed),
  };
}

/** By genre and decade, or by likeness where there are no genres. */
function ownScenarios(movies: Movies, factors: Factors, seed: number): Scenario[] {
  const byGenre = genreScenarios(movies, seed);
  if (byGenre.length > 0) return byGenre;
  const asTheyAre = Uint32Array.from({ length: movies.count }, (_, i) => i);
  return listedScenarios(clusterScenarios(movies, factors, seed), asTheyAre, seed);
}

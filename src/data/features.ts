/**
 * Pair vectors `x = [e_u, e_i]`: what a model knows about a user and an item before it sees a task.
 *
 * Item part: 32 columns of matrix factorisation, then 19 genres and 9 decades, multi-hot times 2
 * (`design/data.md`: either alone is much weaker). User part: 32 columns of matrix factorisation,
 * or nothing for a visitor, whom no factorisation has seen.
 */
import { decadeIndex } from './genres';
import { DECADES, GENRES } from './types';
import type { Dataset, Factors, Movies, Pair, Task } from './types';

/** Multi-hot columns are 0 or this, on the scale of embeddings with unit deviation. */
export const ATTRIBUTE_SCALE = 2;

export const ATTRIBUTES = GENRES.length + DECADES.length;

/** Frozen rows; a pair vector is the user's row, when there is one, followed by the item's. */
export interface PairFeatures {
  /** `D = userDim + itemDim`. */
  pairDim: number;
  userDim: number;
  itemDim: number;
  /** `[users, userDim]`; empty when `userDim` is 0. */
  user: Float32Array;
  /** `[items, itemDim]` */
  item: Float32Array;
}

/** Writes genres and decade of item `i` at `out[at .. at + ATTRIBUTES]`. */
export function writeAttributes(movies: Movies, i: number, out: Float32Array, at: number): void {
  for (let bit = 0; bit < GENRES.length; bit++) {
    out[at + bit] = (movies.genres[i] >> bit) & 1 ? ATTRIBUTE_SCALE : 0;
  }
  const decade = decadeIndex(movies.year[i]);
  if (decade >= 0) out[at + GENRES.length + decade] = ATTRIBUTE_SCALE;
}

/** `[items, factors.dim + 28]` */
export function itemFeatures(movies: Movies, factors: Factors): Float32Array {
  const dim = factors.dim + ATTRIBUTES;
  const rows = new Float32Array(movies.count * dim);
  for (let i = 0; i < movies.count; i++) {
    rows.set(factors.item.subarray(i * factors.dim, (i + 1) * factors.dim), i * dim);
    writeAttributes(movies, i, rows, i * dim + factors.dim);
  }
  return rows;
}

/** What each column of the item part means, for pictures and explanations. */
export function itemFeatureNames(factorDim: number): string[] {
  return [
    ...Array.from({ length: factorDim }, (_, k) => `factor ${k + 1}`),
    ...GENRES,
    ...DECADES.map((decade) => `${decade}s`),
  ];
}

/** Ranking with a known user: `D = 32 + 60`. */
export function rankingFeatures({ movies, factors }: Pick<Dataset, 'movies' | 'factors'>) {
  return pairFeatures(factors.user, factors.dim, itemFeatures(movies, factors), movies.count);
}

/** A visitor, without a user part: `D = 60`. */
export function visitorFeatures({ movies, factors }: Pick<Dataset, 'movies' | 'factors'>) {
  return pairFeatures(new Float32Array(0), 0, itemFeatures(movies, factors), movies.count);
}

/** Features from any rows; `item` is `[items, itemDim]`. */
export function pairFeatures(
  user: Float32Array,
  userDim: number,
  item: Float32Array,
  items: number,
): PairFeatures {
  const itemDim = item.length / items;
  return { pairDim: userDim + itemDim, userDim, itemDim, user, item };
}

/** Writes the vector of one pair at `out[at .. at + pairDim]`. */
export function writePair(
  { userDim, itemDim, user, item }: PairFeatures,
  pair: Pick<Pair, 'user' | 'item'>,
  out: Float32Array,
  at: number,
): void {
  if (userDim > 0 && pair.user >= 0) {
    out.set(user.subarray(pair.user * userDim, (pair.user + 1) * userDim), at);
  }
  out.set(item.subarray(pair.item * itemDim, (pair.item + 1) * itemDim), at + userDim);
}

/** The pair vectors `[pairs, D]`. */
export function writePairs(features: PairFeatures, pairs: readonly Pair[]): Float32Array {
  const out = new Float32Array(pairs.length * features.pairDim);
  pairs.forEach((pair, k) => writePair(features, pair, out, k * features.pairDim));
  return out;
}

/** A meta-batch of `B` tasks with `S` support and `Q` query pairs each, row-major. */
export interface TaskBatch {
  tasks: number;
  support: number;
  query: number;
  pairDim: number;
  /** `[B, S, D]` */
  supportPairs: Float32Array;
  /** `[B, S]` */
  supportLabels: Float32Array;
  /** `[B, Q, D]` */
  queryPairs: Float32Array;
  /** `[B, Q]` */
  queryLabels: Float32Array;
}

/** @throws RangeError when the tasks differ in size. */
export function packTasks(features: PairFeatures, tasks: readonly Task[]): TaskBatch {
  const support = tasks[0].support.length;
  const query = tasks[0].query.length;
  if (tasks.some((t) => t.support.length !== support || t.query.length !== query)) {
    throw new RangeError('tasks of one batch must be of one size');
  }
  const supportPairs = tasks.flatMap((task) => task.support);
  const queryPairs = tasks.flatMap((task) => task.query);
  return {
    tasks: tasks.length,
    support,
    query,
    pairDim: features.pairDim,
    supportPairs: writePairs(features, supportPairs),
    supportLabels: Float32Array.from(supportPairs, (pair) => pair.label),
    queryPairs: writePairs(features, queryPairs),
    queryLabels: Float32Array.from(queryPairs, (pair) => pair.label),
  };
}

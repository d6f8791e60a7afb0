/**
 * Pair vectors `x = [e_u, e_i]`: what a model knows about a user and an item before it sees a task.
 *
 * Item part: 32 columns of matrix factorisation, then 19 genres and 9 decades, multi-hot times 2
 * (either alone is much weaker: `docs/data.md`, 'What makes the support set matter'). User part: 32 columns of matrix factorisation,
 * or nothing for somebody whom no factorisation has seen.
 */
import { decadeIndex } from './genres';
import { DECADES, GENRES } from './types';
import type { Dataset, ItemFactors, ItemSide, Movies, Pair, Task } from './types';

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
export function itemFeatures(movies: Movies, factors: ItemFactors): Float32Array {
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

/** Nobody in particular: without a user part, `D = 60`. */
export function anonymousFeatures({ movies, factors }: Pick<ItemSide, 'movies' | 'factors'>) {
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

/** Pairs of `B` tasks, padded to the longest, row-major. */
export interface PackedPairs {
  tasks: number;
  /** Pairs a task, padding included. */
  size: number;
  pairDim: number;
  /** `x [B, size, D]`; zero where there is padding. */
  pairs: Float32Array;
  /** `[B, size]`: 1 or 0 (ranking), or stars (rating). */
  labels: Float32Array;
  /** `[B, size]`, 1 where there is a pair; null when nothing is padded. */
  mask: Float32Array | null;
}

/** Writes the vector of a pair at `out[at ..]`; lets the rating setting leave its user out. */
export type WritePair = (pair: Pair, out: Float32Array, at: number) => void;

export function packPairs(
  sets: readonly (readonly Pair[])[],
  pairDim: number,
  write: WritePair,
): PackedPairs {
  const size = Math.max(0, ...sets.map((set) => set.length));
  const packed: PackedPairs = {
    tasks: sets.length,
    size,
    pairDim,
    pairs: new Float32Array(sets.length * size * pairDim),
    labels: new Float32Array(sets.length * size),
    mask: sets.every((set) => set.length === size) ? null : new Float32Array(sets.length * size),
  };
  sets.forEach((set, b) =>
    set.forEach((pair, k) => {
      const row = b * size + k;
      write(pair, packed.pairs, row * pairDim);
      packed.labels[row] = pair.label;
      if (packed.mask) packed.mask[row] = 1;
    }),
  );
  return packed;
}

/** A meta-batch of tasks. */
export interface TaskBatch {
  support: PackedPairs;
  query: PackedPairs;
}

export function packTasks(features: PairFeatures, tasks: readonly Task[]): TaskBatch {
  const write: WritePair = (pair, out, at) => writePair(features, pair, out, at);
  const pack = (sets: Pair[][]) => packPairs(sets, features.pairDim, write);
  return { support: pack(tasks.map((t) => t.support)), query: pack(tasks.map((t) => t.query)) };
}

/**
 * Pair vectors of the rating setting (`docs/data.md`, 'User tasks'): 16 item factors, 19 genres,
 * 9 decades, item bias and log count, all from meta-training users only. There is no user part:
 * a user is known by the support set alone.
 *
 * Leave-one-user-out: a meta-training user's own ratings are part of the item statistics; unless
 * they are taken out, a query rating leaks into its own features in training.
 */
import { biasResiduals, itemBiases, shrunken } from './biases';
import type { StarRatings } from './biases';
import { EXPLICIT_DEFAULTS } from './factorise/explicit';
import { addOuter, solveInPlace } from './factorise/solve';
import { sparseRows } from './factorise/sparse';
import type { SparseRows } from './factorise/sparse';
import { ATTRIBUTES, writeAttributes } from './features';
import { DECADES, GENRES, SPLIT } from './types';
import type { Dataset } from './types';

/** What the features know of an item, for one user. */
export interface ItemStatistics {
  /** Shrunken mean of rating - mean, in stars. */
  bias: number;
  count: number;
}

export interface RatingFeatures {
  pairDim: number;
  /** Mean rating of meta-training users, in stars. */
  mean: number;
  /** Statistics of an item; with `withoutUser`, as if that user had rated nothing. */
  statistics(item: number, withoutUser?: number): ItemStatistics;
  /** Writes the vector of an item at `out[at .. at + pairDim]`. */
  write(item: number, out: Float32Array, at: number, withoutUser?: number): void;
}

function trainingRatings({ ratings, raters }: Pick<Dataset, 'ratings' | 'raters'>): StarRatings {
  // Validation is a part of meta-training: features are the same with and without it, and those of a task leave its own
  // user out.
  const isKnown = (fold: number) => fold === SPLIT.metaTrain || fold === SPLIT.validation;
  const rows = Array.from(ratings.user.keys()).filter((k) => isKnown(raters.fold[ratings.user[k]]));
  return {
    user: Uint32Array.from(rows, (k) => ratings.user[k]),
    item: Uint32Array.from(rows, (k) => ratings.item[k]),
    stars: Float32Array.from(rows, (k) => ratings.halfStars[k] / 2),
  };
}

/** Item factors with all raters, and for every rating the item's factors without its user. */
interface ItemFactors {
  /** `[items, dim]` */
  all: Float64Array;
  /** `[ratings, dim]`, in the order of `byItem`'s entries. */
  without: Float32Array;
}

/**
 * Ridge regression of an item's residuals `y` on its raters' factors `x`: `v = A^-1 b`. Without
 * rater `u` it is `v + z (x_u v - y_u) / (1 - x_u z)`, `z = A^-1 x_u` (Sherman-Morrison).
 */
function itemFactors(
  byItem: SparseRows,
  residual: Float64Array,
  raterFactors: Float32Array,
  dim: number,
): ItemFactors {
  const factors = Float64Array.from(raterFactors);
  const all = new Float64Array(byItem.rows * dim);
  const without = new Float32Array(byItem.column.length * dim);
  const a = new Float64Array(dim * dim);
  const cholesky = new Float64Array(dim * dim);
  for (let i = 0; i < byItem.rows; i++) {
    const [first, end] = [byItem.start[i], byItem.start[i + 1]];
    if (first === end) continue;
    const v = all.subarray(i * dim, (i + 1) * dim);
    a.fill(0);
    for (let j = 0; j < dim; j++) a[j * dim + j] = EXPLICIT_DEFAULTS.reg;
    for (let k = first; k < end; k++) {
      const at = byItem.column[k] * dim;
      addOuter(a, factors, at, dim, 1);
      for (let j = 0; j < dim; j++) v[j] += residual[byItem.source[k]] * factors[at + j];
    }
    cholesky.set(a);
    solveInPlace(cholesky, v, dim);
    for (let k = first; k < end; k++) {
      const at = byItem.column[k] * dim;
      const x = factors.subarray(at, at + dim);
      const z = x.slice();
      cholesky.set(a);
      solveInPlace(cholesky, z, dim);
      const predicted = x.reduce((sum, value, j) => sum + value * v[j], 0);
      const leverage = x.reduce((sum, value, j) => sum + value * z[j], 0);
      const step = (predicted - residual[byItem.source[k]]) / (1 - leverage);
      for (let j = 0; j < dim; j++) without[k * dim + j] = v[j] + z[j] * step;
    }
  }
  return { all, without };
}

/** Root mean square over ratings, so that the factors of what is rated have unit deviation. */
function scaleOfFactors(all: Float64Array, items: ArrayLike<number>, dim: number): number {
  let squares = 0;
  for (let k = 0; k < items.length; k++) {
    for (let j = 0; j < dim; j++) squares += all[items[k] * dim + j] ** 2;
  }
  return squares > 0 ? Math.sqrt(squares / (items.length * dim)) : 1;
}

/** Item biases have about this deviation, in stars; columns are brought to about 1. */
const BIAS_SCALE = 0.35;
/** `log(1 + count)` over the bundled ratings has about this mean and deviation. */
const LOG_COUNT = { mean: 3.6, deviation: 1.2 };

export function ratingFeatures(
  dataset: Pick<Dataset, 'ratings' | 'raters' | 'movies' | 'users'>,
): RatingFeatures {
  const { movies, raters, users } = dataset;
  const { dim } = raters;
  const ratings = trainingRatings(dataset);
  const biases = itemBiases(ratings, movies.count);
  const byItem = sparseRows(movies.count, ratings.item, ratings.user);
  const residual = biasResiduals(ratings, biases, users);
  const factors = itemFactors(byItem, residual, raters.factors, dim);
  const scale = 1 / scaleOfFactors(factors.all, ratings.item, dim);

  /** Entry of a user's rating of an item in `byItem`, or -1. */
  const entryOf = (item: number, user: number | undefined): number => {
    if (user === undefined) return -1;
    for (let k = byItem.start[item]; k < byItem.start[item + 1]; k++) {
      if (byItem.column[k] === user) return k;
    }
    return -1;
  };

  const statisticsAt = (item: number, entry: number): ItemStatistics => {
    let sum = biases.sum[item];
    let count = biases.count[item];
    if (entry >= 0) {
      sum -= ratings.stars[byItem.source[entry]] - biases.mean;
      count -= 1;
    }
    return { bias: shrunken(sum, count), count };
  };

  return {
    pairDim: dim + ATTRIBUTES + 2,
    mean: biases.mean,
    statistics: (item, withoutUser) => statisticsAt(item, entryOf(item, withoutUser)),
    write(item, out, at, withoutUser) {
      const entry = entryOf(item, withoutUser);
      const row = entry >= 0 ? factors.without : factors.all;
      const from = (entry >= 0 ? entry : item) * dim;
      for (let j = 0; j < dim; j++) out[at + j] = row[from + j] * scale;
      writeAttributes(movies, item, out, at + dim);
      const { bias, count } = statisticsAt(item, entry);
      out[at + dim + ATTRIBUTES] = bias / BIAS_SCALE;
      out[at + dim + ATTRIBUTES + 1] = (Math.log1p(count) - LOG_COUNT.mean) / LOG_COUNT.deviation;
    },
  };
}

/** What each column means. */
export function ratingFeatureNames(factorDim: number): string[] {
  return [
    ...Array.from({ length: factorDim }, (_, k) => `factor ${k + 1}`),
    ...GENRES,
    ...DECADES.map((decade) => `${decade}s`),
    'item bias',
    'log count',
  ];
}

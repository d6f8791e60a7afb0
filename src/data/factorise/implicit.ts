/**
 * Implicit-feedback alternating least squares (Hu, Koren and Volinsky 2008): every interaction is a
 * preference of 1 with confidence `1 + alpha`, everything else a preference of 0 with confidence 1.
 */
import { createRandom, normal } from '../random';
import type { Factors } from '../types';
import { addOuter, addOuters, solveInPlace } from './solve';
import { sparseRows } from './sparse';
import type { SparseRows } from './sparse';

export interface Interactions {
  users: number;
  items: number;
  user: ArrayLike<number>;
  item: ArrayLike<number>;
}

export interface ImplicitOptions {
  dim: number;
  alpha: number;
  /** Ridge penalty, the same for every row. */
  reg: number;
  iterations: number;
  seed: number;
}

/** `docs/data.md`, 'What makes the support set matter'. */
export const IMPLICIT_DEFAULTS: ImplicitOptions = {
  dim: 32,
  alpha: 10,
  reg: 5,
  iterations: 12,
  seed: 0,
};

/** `Y^T Y + reg I`, lower triangle. */
function gram(matrix: Float64Array, dim: number, reg: number): Float64Array {
  const sum = new Float64Array(dim * dim);
  for (let at = 0; at < matrix.length; at += dim) addOuter(sum, matrix, at, dim, 1);
  for (let i = 0; i < dim; i++) sum[i * dim + i] += reg;
  return sum;
}

/** One half step: every row of `target` given `fixed`. A row without interactions becomes zero. */
function halfStep(
  rows: SparseRows,
  fixed: Float64Array,
  target: Float64Array,
  options: ImplicitOptions,
): void {
  const { dim, alpha, reg } = options;
  const base = gram(fixed, dim, reg);
  const a = new Float64Array(dim * dim);
  const four = new Float64Array(4 * dim);
  const b = new Float64Array(dim);
  for (let r = 0; r < rows.rows; r++) {
    a.set(base);
    b.fill(0);
    const [from, end] = [rows.start[r], rows.start[r + 1]];
    addOuters(a, fixed, rows.column, from, end, dim, alpha, four);
    for (let k = from; k < end; k++) {
      const at = rows.column[k] * dim;
      for (let i = 0; i < dim; i++) b[i] += (1 + alpha) * fixed[at + i];
    }
    solveInPlace(a, b, dim);
    target.set(b, r * dim);
  }
}

/** Divides by the standard deviation of all entries. */
function toUnitDeviation(matrix: Float64Array): Float32Array {
  let sum = 0;
  let squares = 0;
  for (const value of matrix) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / matrix.length;
  const deviation = Math.sqrt(squares / matrix.length - mean * mean);
  return Float32Array.from(matrix, (value) => (deviation > 0 ? value / deviation : 0));
}

/**
 * Factors with unit standard deviation over each matrix. `onProgress` gets the share done after
 * each iteration; it may throw to cancel.
 */
export function factoriseImplicit(
  interactions: Interactions,
  options: ImplicitOptions = IMPLICIT_DEFAULTS,
  onProgress?: (done: number) => void,
): Factors {
  const { users, items, user, item } = interactions;
  const byUser = sparseRows(users, user, item);
  const byItem = sparseRows(items, item, user);
  const random = createRandom(options.seed);
  const userFactors = new Float64Array(users * options.dim);
  const itemFactors = Float64Array.from(
    { length: items * options.dim },
    () => 0.1 * normal(random),
  );
  for (let n = 0; n < options.iterations; n++) {
    halfStep(byUser, itemFactors, userFactors, options);
    halfStep(byItem, userFactors, itemFactors, options);
    onProgress?.((n + 1) / options.iterations);
  }
  return {
    dim: options.dim,
    user: toUnitDeviation(userFactors),
    item: toUnitDeviation(itemFactors),
  };
}

/**
 * The factors of someone new who interacted with `items` (a fold-in: one half step with the items
 * fixed), on the scale of `itemFactors`. `gramOfItems` may be kept between calls: see `itemGram`.
 */
export function foldIn(
  items: ArrayLike<number>,
  itemFactors: ArrayLike<number>,
  gramOfItems: Float64Array,
  options: Pick<ImplicitOptions, 'dim' | 'alpha'>,
): Float64Array {
  const { dim, alpha } = options;
  const a = gramOfItems.slice();
  const b = new Float64Array(dim);
  const y = new Float64Array(dim);
  for (let k = 0; k < items.length; k++) {
    for (let i = 0; i < dim; i++) y[i] = itemFactors[items[k] * dim + i];
    addOuter(a, y, 0, dim, alpha);
    for (let i = 0; i < dim; i++) b[i] += (1 + alpha) * y[i];
  }
  solveInPlace(a, b, dim);
  return b;
}

/** `Y^T Y + reg I` of item factors, for `foldIn`. */
export function itemGram(itemFactors: ArrayLike<number>, dim: number, reg: number): Float64Array {
  return gram(Float64Array.from(itemFactors), dim, reg);
}

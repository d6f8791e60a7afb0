/**
 * Explicit alternating least squares: rating residuals as inner products of user and item factors,
 * with a ridge penalty. Only users of meta-training take part.
 */
import { createRandom, normal } from '../random';
import { addOuters, solveInPlace } from './solve';
import { sparseRows } from './sparse';
import type { SparseRows } from './sparse';

export interface Residuals {
  users: number;
  items: number;
  user: ArrayLike<number>;
  item: ArrayLike<number>;
  /** Rating minus everything that biases explain, by entry. */
  value: ArrayLike<number>;
}

export interface ExplicitOptions {
  dim: number;
  /** Ridge penalty, the same for every row. */
  reg: number;
  iterations: number;
  seed: number;
}

export const EXPLICIT_DEFAULTS: ExplicitOptions = { dim: 16, reg: 5, iterations: 10, seed: 0 };

/** One half step: each row of `target` is the ridge regression of its values on `fixed`. */
export function ridgeRows(
  rows: SparseRows,
  value: ArrayLike<number>,
  fixed: Float64Array,
  { dim, reg }: Pick<ExplicitOptions, 'dim' | 'reg'>,
): Float64Array {
  const target = new Float64Array(rows.rows * dim);
  const a = new Float64Array(dim * dim);
  const four = new Float64Array(4 * dim);
  for (let r = 0; r < rows.rows; r++) {
    if (rows.start[r] === rows.start[r + 1]) continue;
    const b = target.subarray(r * dim, (r + 1) * dim);
    a.fill(0);
    for (let i = 0; i < dim; i++) a[i * dim + i] = reg;
    addOuters(a, fixed, rows.column, rows.start[r], rows.start[r + 1], dim, 1, four);
    for (let k = rows.start[r]; k < rows.start[r + 1]; k++) {
      const at = rows.column[k] * dim;
      const y = value[rows.source[k]];
      for (let i = 0; i < dim; i++) b[i] += y * fixed[at + i];
    }
    solveInPlace(a, b, dim);
  }
  return target;
}

/** User factors `[users, dim]`; items follow from them by one `ridgeRows` over items. */
export function factoriseExplicit(
  residuals: Residuals,
  options: ExplicitOptions = EXPLICIT_DEFAULTS,
  onProgress?: (done: number) => void,
): Float64Array {
  const { users, items, user, item, value } = residuals;
  const byUser = sparseRows(users, user, item);
  const byItem = sparseRows(items, item, user);
  const random = createRandom(options.seed);
  let userFactors: Float64Array = Float64Array.from({ length: users * options.dim }, () =>
    normal(random),
  );
  for (let n = 0; n < options.iterations; n++) {
    const itemFactors = ridgeRows(byItem, value, userFactors, options);
    userFactors = ridgeRows(byUser, value, itemFactors, options);
    onProgress?.((n + 1) / options.iterations);
  }
  return userFactors;
}

/**
 * Finding the axes of the context map: principal components. A refit is turned and flipped to fit
 * the last layout (orthogonal Procrustes, Schoenemann 1966), so that the picture eases over instead
 * of jumping. Loaded when a map is drawn: an answer does without.
 */
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { PCA } from 'ml-pca';
import { project, turn, type Basis, type Rotation } from './basis';

/** Principal axes of `rows` `[n, dim]` row-major. @throws RangeError with fewer than 2 rows */
export function fitBasis(rows: Float32Array, dim: number): Basis {
  const n = rows.length / dim;
  if (n < 2) throw new RangeError(`a projection needs at least 2 points, got ${n}`);
  const data = Matrix.from1DArray(n, dim, rows);
  const pca = new PCA(data, { method: 'covarianceMatrix', center: true });
  const loadings = pca.getLoadings();
  const [first = 0, second = 0] = pca.getExplainedVariance();
  return {
    mean: Float64Array.from(data.mean('column')),
    axes: [Float64Array.from(loadings.getRow(0)), Float64Array.from(loadings.getRow(1))],
    explained: [first, second],
  };
}

/**
 * The orthogonal `R` (turn or turned flip) that brings `from` closest to `to`: minimises
 * `sum_k |R (from_k - mean) - (to_k - mean)|^2`. Both `[n, 2]`, points in the same order.
 */
export function procrustes(from: ArrayLike<number>, to: ArrayLike<number>): Rotation {
  const n = from.length / 2;
  const mean = (points: ArrayLike<number>, axis: number) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += points[2 * k + axis];
    return sum / n;
  };
  const [fx, fy, tx, ty] = [mean(from, 0), mean(from, 1), mean(to, 0), mean(to, 1)];
  const cross = Matrix.zeros(2, 2); // sum_k to_k from_k^T
  for (let k = 0; k < n; k++) {
    const f = [from[2 * k] - fx, from[2 * k + 1] - fy];
    const t = [to[2 * k] - tx, to[2 * k + 1] - ty];
    for (let i = 0; i < 2; i++) {
      for (let j = 0; j < 2; j++) cross.set(i, j, cross.get(i, j) + t[i] * f[j]);
    }
  }
  const { leftSingularVectors: u, rightSingularVectors: v } = new SingularValueDecomposition(cross);
  const r = u.mmul(v.transpose());
  return [r.get(0, 0), r.get(0, 1), r.get(1, 0), r.get(1, 1)];
}

/**
 * New axes that spread `chosen` rows, turned so that `anchors` fit their `last` positions. Shares of
 * variance are those of all anchors: what the picture leaves out is not hidden.
 */
export function refit(
  chosen: Float32Array,
  anchors: Float32Array,
  dim: number,
  last: ArrayLike<number> | null,
): Basis {
  const fitted = fitBasis(chosen, dim);
  const basis = { ...fitted, explained: explainedBy(fitted, anchors) };
  if (!last || (last.length / 2) * dim !== anchors.length) return basis;
  return turn(basis, procrustes(project(basis, anchors), last));
}

/** Share of the variance of `rows` that lies along each axis. */
function explainedBy(basis: Basis, rows: Float32Array): [number, number] {
  const dim = basis.mean.length;
  const total = variance(rows, dim).reduce((sum, value) => sum + value, 0);
  const [x, y] = variance(project(basis, rows), 2);
  return total > 0 ? [x / total, y / total] : [0, 0];
}

/** Variance of each column of `rows` `[n, dim]`. */
function variance(rows: Float32Array, dim: number): number[] {
  const n = rows.length / dim;
  return Array.from({ length: dim }, (_, d) => {
    let sum = 0;
    let squares = 0;
    for (let row = 0; row < n; row++) {
      const value = rows[row * dim + d];
      sum += value;
      squares += value * value;
    }
    return squares / n - (sum / n) ** 2;
  });
}

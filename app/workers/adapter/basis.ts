/**
 * The context map's linear projection: two axes, frozen until a refit is asked for (`fitting.ts`).
 * With frozen axes a new context is placed exactly and at once, and nothing else moves.
 */
export interface Basis {
  /** Size D. */
  mean: Float64Array;
  /** Two rows of size D, orthonormal. */
  axes: [Float64Array, Float64Array];
  /** Share of variance on each axis. */
  explained: [number, number];
}

/** Positions `[n, 2]` of `rows` `[n, dim]` on `basis`. */
export function project(basis: Basis, rows: ArrayLike<number>): Float32Array {
  const dim = basis.mean.length;
  const n = rows.length / dim;
  const points = new Float32Array(2 * n);
  for (let row = 0; row < n; row++) {
    for (let axis = 0; axis < 2; axis++) {
      let sum = 0;
      for (let d = 0; d < dim; d++) {
        sum += (rows[row * dim + d] - basis.mean[d]) * basis.axes[axis][d];
      }
      points[2 * row + axis] = sum;
    }
  }
  return points;
}

/** A 2 x 2 orthogonal matrix, row-major. */
export type Rotation = [number, number, number, number];

/** The basis with its two axes turned by `rotation`, so that `project` gives turned points. */
export function turn(basis: Basis, [a, b, c, d]: Rotation): Basis {
  const [x, y] = basis.axes;
  const mix = (p: number, q: number) => x.map((value, i) => p * value + q * y[i]);
  // Shares of variance follow the axes: exact for a flip or a quarter turn, mixed in between.
  const [ex, ey] = basis.explained;
  const share = (p: number, q: number) => p * p * ex + q * q * ey;
  return {
    mean: basis.mean,
    axes: [mix(a, b), mix(c, d)],
    explained: [share(a, b), share(c, d)],
  };
}

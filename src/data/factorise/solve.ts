/** Small symmetric positive definite systems, in place: the inner loop of alternating least squares. */

/**
 * Solves `A x = b` by Cholesky. `a` is `[dim, dim]` row-major, of which only the lower triangle is
 * read; it is overwritten with `L`. `b` is overwritten with `x`.
 *
 * @throws RangeError when `A` is not positive definite.
 */
export function solveInPlace(a: Float64Array, b: Float64Array, dim: number): void {
  factorInPlace(a, dim);
  substituteInPlace(a, b, dim);
}

/**
 * `A^-1` `[dim, dim]`, symmetric. `a` is overwritten as by `solveInPlace`.
 *
 * @throws RangeError when `A` is not positive definite.
 */
export function invert(a: Float64Array, dim: number): Float64Array {
  factorInPlace(a, dim);
  const inverse = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) {
    const row = inverse.subarray(i * dim, (i + 1) * dim);
    row[i] = 1;
    substituteInPlace(a, row, dim);
  }
  return inverse;
}

/** The lower triangle of `A` becomes `L` with `A = L L^T`. */
function factorInPlace(a: Float64Array, dim: number): void {
  for (let i = 0; i < dim; i++) {
    const rowI = i * dim;
    for (let j = 0; j <= i; j++) {
      const rowJ = j * dim;
      let sum = a[rowI + j];
      for (let k = 0; k < j; k++) sum -= a[rowI + k] * a[rowJ + k];
      if (i !== j) a[rowI + j] = sum / a[rowJ + j];
      else if (sum > 0) a[rowI + i] = Math.sqrt(sum);
      else throw new RangeError(`not positive definite at row ${i}`);
    }
  }
}

/** `b` becomes the `x` of `L L^T x = b`. */
function substituteInPlace(lower: Float64Array, b: Float64Array, dim: number): void {
  for (let i = 0; i < dim; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= lower[i * dim + k] * b[k];
    b[i] = sum / lower[i * dim + i];
  }
  for (let i = dim - 1; i >= 0; i--) {
    let sum = b[i];
    for (let k = i + 1; k < dim; k++) sum -= lower[k * dim + i] * b[k];
    b[i] = sum / lower[i * dim + i];
  }
}

/** `a += weight * y y^T`, lower triangle; `y` is `matrix[offset .. offset + dim]`. */
export function addOuter(
  a: Float64Array,
  matrix: Float64Array,
  offset: number,
  dim: number,
  weight: number,
): void {
  for (let i = 0; i < dim; i++) {
    const scaled = weight * matrix[offset + i];
    for (let j = 0; j <= i; j++) a[i * dim + j] += scaled * matrix[offset + j];
  }
}

/** Rows of a matrix that are summed at once: each entry of `a` is then read and written once for all. */
const TOGETHER = 4;

/**
 * `a += weight * sum_k y_k y_k^T`, lower triangle, over the rows `y_k = matrix[rows[k]]` for `k` in
 * `from..end-1`. The same sums in the same order as `addOuter` row by row, at three times the speed:
 * this is where factorisation spends its time. The upper triangle is left undefined.
 *
 * @param four room for `4 dim` numbers, so that a caller in a loop makes none
 */
export function addOuters(
  a: Float64Array,
  matrix: Float64Array,
  rows: ArrayLike<number>,
  from: number,
  end: number,
  dim: number,
  weight: number,
  four: Float64Array,
): void {
  let k = from;
  for (; k + TOGETHER <= end; k += TOGETHER) {
    for (let row = 0; row < TOGETHER; row++) {
      const at = rows[k + row] * dim;
      for (let i = 0; i < dim; i++) four[i * TOGETHER + row] = matrix[at + i];
    }
    addFour(a, four, dim, weight);
  }
  for (; k < end; k++) addOuter(a, matrix, rows[k] * dim, dim, weight);
}

/** Adds four rows, given side by side, to two rows of `a` at a time (`dim` even, or the last alone). */
function addFour(a: Float64Array, four: Float64Array, dim: number, weight: number): void {
  const pairs = dim - (dim % 2);
  for (let i = 0; i < pairs; i += 2) {
    const at = i * TOGETHER;
    const p0 = weight * four[at];
    const p1 = weight * four[at + 1];
    const p2 = weight * four[at + 2];
    const p3 = weight * four[at + 3];
    const q0 = weight * four[at + 4];
    const q1 = weight * four[at + 5];
    const q2 = weight * four[at + 6];
    const q3 = weight * four[at + 7];
    const p = i * dim;
    const q = p + dim;
    // For the first row this goes one entry beyond the diagonal, into the upper triangle.
    for (let j = 0, y = 0; j <= i + 1; j++, y += TOGETHER) {
      const y0 = four[y];
      const y1 = four[y + 1];
      const y2 = four[y + 2];
      const y3 = four[y + 3];
      a[p + j] = a[p + j] + p0 * y0 + p1 * y1 + p2 * y2 + p3 * y3;
      a[q + j] = a[q + j] + q0 * y0 + q1 * y1 + q2 * y2 + q3 * y3;
    }
  }
  for (let i = pairs; i < dim; i++) {
    for (let row = 0; row < TOGETHER; row++) {
      const scaled = weight * four[i * TOGETHER + row];
      for (let j = 0; j <= i; j++) a[i * dim + j] += scaled * four[j * TOGETHER + row];
    }
  }
}

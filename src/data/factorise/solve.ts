/** Small symmetric positive definite systems, in place: the inner loop of alternating least squares. */

/**
 * Solves `A x = b` by Cholesky. `a` is `[dim, dim]` row-major, of which only the lower triangle is
 * read; it is overwritten with `L`. `b` is overwritten with `x`.
 *
 * @throws RangeError when `A` is not positive definite.
 */
export function solveInPlace(a: Float64Array, b: Float64Array, dim: number): void {
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
  for (let i = 0; i < dim; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= a[i * dim + k] * b[k];
    b[i] = sum / a[i * dim + i];
  }
  for (let i = dim - 1; i >= 0; i--) {
    let sum = b[i];
    for (let k = i + 1; k < dim; k++) sum -= a[k * dim + i] * b[k];
    b[i] = sum / a[i * dim + i];
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

/**
 * Matrix products of row-major float32 matrices of any size.
 *
 * Pointers are byte offsets into the memory, leading dimensions (`lda`, ...) are counted in floats.
 * The inner tile is 4 rows by 8 columns: eight accumulators, two vectors of B and one splat of A fit
 * the sixteen SIMD registers of x64. What a tile does not cover (1 to 3 rows, 1 to 7 columns) goes
 * through narrower loops, so nothing is ever read or written outside the matrices.
 */
import { madd, maddApart } from './math.as';

/** How the accumulators of a product start: at zero, at a bias row, or at what C holds. */
// @ts-ignore: decorator
@inline
export function start(c: usize, bias: usize, accumulate: i32): v128 {
  if (accumulate) return v128.load(c);
  return bias ? v128.load(bias) : f32x4.splat(0);
}

// @ts-ignore: decorator
@inline
export function start1(c: usize, bias: usize, accumulate: i32): f32 {
  if (accumulate) return load<f32>(c);
  return bias ? load<f32>(bias) : <f32>0;
}

/**
 * `C[m,n] = A[m,k] B[k,n]`, starting from zero, from `bias[n]` (when not 0), or from `C` itself
 * (`accumulate`).
 */
export function matmul(
  a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32,
  m: i32, k: i32, n: i32, bias: usize, accumulate: i32,
): void {
  const sa = (<usize>lda) << 2;
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    rows4(a + <usize>i * sa, sa, 4, b, ldb, c + ((<usize>(i * ldc)) << 2), ldc, k, n, bias, accumulate);
  }
  for (; i < m; i++) {
    row1(a + <usize>i * sa, 4, b, ldb, c + ((<usize>(i * ldc)) << 2), k, n, bias, accumulate);
  }
}

/** `C[k,n] = A[m,k]^T B[m,n]`: the gradient of a weight, summed over the rows of a batch. */
export function matmulTN(
  a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32,
  m: i32, k: i32, n: i32, accumulate: i32,
): void {
  const sa = (<usize>lda) << 2;
  let i = 0;
  for (; i + 4 <= k; i += 4) {
    columns4(a + ((<usize>i) << 2), sa, b, ldb, c + ((<usize>(i * ldc)) << 2), ldc, m, n, accumulate);
  }
  for (; i < k; i++) {
    row1(a + ((<usize>i) << 2), sa, b, ldb, c + ((<usize>(i * ldc)) << 2), m, n, 0, accumulate);
  }
}

/** Four rows of `C`, from four rows of `A` that are `sa` bytes apart; `step` bytes between their elements. */
// @ts-ignore: decorator
@inline
function rows4(
  a: usize, sa: usize, step: usize, b: usize, ldb: i32, c: usize, ldc: i32,
  k: i32, n: i32, bias: usize, accumulate: i32,
): void {
  const sb = (<usize>ldb) << 2;
  const sc = (<usize>ldc) << 2;
  const a1 = a + sa, a2 = a1 + sa, a3 = a2 + sa;
  const c1 = c + sc, c2 = c1 + sc, c3 = c2 + sc;
  const end = (<usize>k) * step;
  let j: usize = 0;
  const wide = (<usize>(n & ~7)) << 2;
  const full = (<usize>(n & ~3)) << 2;
  const all = (<usize>n) << 2;
  for (; j < wide; j += 32) {
    let x0 = start(c + j, bias ? bias + j : 0, accumulate), x1 = start(c + j + 16, bias ? bias + j + 16 : 0, accumulate);
    let y0 = start(c1 + j, bias ? bias + j : 0, accumulate), y1 = start(c1 + j + 16, bias ? bias + j + 16 : 0, accumulate);
    let z0 = start(c2 + j, bias ? bias + j : 0, accumulate), z1 = start(c2 + j + 16, bias ? bias + j + 16 : 0, accumulate);
    let w0 = start(c3 + j, bias ? bias + j : 0, accumulate), w1 = start(c3 + j + 16, bias ? bias + j + 16 : 0, accumulate);
    let q = b + j;
    for (let p: usize = 0; p < end; p += step) {
      const b0 = v128.load(q), b1 = v128.load(q, 16);
      q += sb;
      let s = v128.load32_splat(a + p);
      x0 = madd(s, b0, x0); x1 = madd(s, b1, x1);
      s = v128.load32_splat(a1 + p);
      y0 = madd(s, b0, y0); y1 = madd(s, b1, y1);
      s = v128.load32_splat(a2 + p);
      z0 = madd(s, b0, z0); z1 = madd(s, b1, z1);
      s = v128.load32_splat(a3 + p);
      w0 = madd(s, b0, w0); w1 = madd(s, b1, w1);
    }
    v128.store(c + j, x0); v128.store(c + j, x1, 16);
    v128.store(c1 + j, y0); v128.store(c1 + j, y1, 16);
    v128.store(c2 + j, z0); v128.store(c2 + j, z1, 16);
    v128.store(c3 + j, w0); v128.store(c3 + j, w1, 16);
  }
  for (; j < full; j += 16) {
    let x = start(c + j, bias ? bias + j : 0, accumulate), y = start(c1 + j, bias ? bias + j : 0, accumulate);
    let z = start(c2 + j, bias ? bias + j : 0, accumulate), w = start(c3 + j, bias ? bias + j : 0, accumulate);
    let q = b + j;
    for (let p: usize = 0; p < end; p += step) {
      const b0 = v128.load(q);
      q += sb;
      x = madd(v128.load32_splat(a + p), b0, x);
      y = madd(v128.load32_splat(a1 + p), b0, y);
      z = madd(v128.load32_splat(a2 + p), b0, z);
      w = madd(v128.load32_splat(a3 + p), b0, w);
    }
    v128.store(c + j, x); v128.store(c1 + j, y); v128.store(c2 + j, z); v128.store(c3 + j, w);
  }
  for (; j < all; j += 4) {
    let x = start1(c + j, bias ? bias + j : 0, accumulate), y = start1(c1 + j, bias ? bias + j : 0, accumulate);
    let z = start1(c2 + j, bias ? bias + j : 0, accumulate), w = start1(c3 + j, bias ? bias + j : 0, accumulate);
    let q = b + j;
    for (let p: usize = 0; p < end; p += step) {
      const s = load<f32>(q);
      q += sb;
      x += s * load<f32>(a + p);
      y += s * load<f32>(a1 + p);
      z += s * load<f32>(a2 + p);
      w += s * load<f32>(a3 + p);
    }
    store<f32>(c + j, x); store<f32>(c1 + j, y); store<f32>(c2 + j, z); store<f32>(c3 + j, w);
  }
}

/** As `rows4` with columns of A next to each other: four rows of `A^T`. */
// @ts-ignore: decorator
@inline
function columns4(
  a: usize, sa: usize, b: usize, ldb: i32, c: usize, ldc: i32,
  k: i32, n: i32, accumulate: i32,
): void {
  rows4(a, 4, sa, b, ldb, c, ldc, k, n, 0, accumulate);
}

/** One row of `C`. */
export function row1(
  a: usize, step: usize, b: usize, ldb: i32, c: usize,
  k: i32, n: i32, bias: usize, accumulate: i32,
): void {
  const sb = (<usize>ldb) << 2;
  const end = (<usize>k) * step;
  let j: usize = 0;
  const wide = (<usize>(n & ~7)) << 2;
  const full = (<usize>(n & ~3)) << 2;
  const all = (<usize>n) << 2;
  for (; j < wide; j += 32) {
    let x0 = start(c + j, bias ? bias + j : 0, accumulate), x1 = start(c + j + 16, bias ? bias + j + 16 : 0, accumulate);
    let q = b + j;
    for (let p: usize = 0; p < end; p += step) {
      const s = v128.load32_splat(a + p);
      x0 = maddApart(s, v128.load(q), x0); x1 = maddApart(s, v128.load(q, 16), x1);
      q += sb;
    }
    v128.store(c + j, x0); v128.store(c + j, x1, 16);
  }
  for (; j < full; j += 16) {
    let x = start(c + j, bias ? bias + j : 0, accumulate);
    let q = b + j;
    for (let p: usize = 0; p < end; p += step) {
      x = maddApart(v128.load32_splat(a + p), v128.load(q), x);
      q += sb;
    }
    v128.store(c + j, x);
  }
  for (; j < all; j += 4) {
    let x = start1(c + j, bias ? bias + j : 0, accumulate);
    let q = b + j;
    for (let p: usize = 0; p < end; p += step) {
      x += load<f32>(a + p) * load<f32>(q);
      q += sb;
    }
    store<f32>(c + j, x);
  }
}

/** `y[m] = A[m,k] x[k] + bias` (a scalar; none at 0): a product with one column. */
export function matvec(a: usize, lda: i32, x: usize, y: usize, m: i32, k: i32, bias: usize): void {
  const sa = (<usize>lda) << 2;
  const end = (<usize>k) << 2;
  const full = (<usize>(k & ~3)) << 2;
  const first: f32 = bias ? load<f32>(bias) : 0;
  for (let i = 0; i < m; i++, a += sa) {
    let lanes = f32x4.splat(0);
    let j: usize = 0;
    for (; j < full; j += 16) lanes = maddApart(v128.load(a + j), v128.load(x + j), lanes);
    let sum: f32 =
      f32x4.extract_lane(lanes, 0) + f32x4.extract_lane(lanes, 1) +
      f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3);
    for (; j < end; j += 4) sum += load<f32>(a + j) * load<f32>(x + j);
    store<f32>(y + ((<usize>i) << 2), sum + first);
  }
}

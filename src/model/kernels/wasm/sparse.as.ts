/**
 * Products of a matrix of which many values are zero: what a ReLU gives, attributes that a film has or
 * has not, gradients of pairs that the hinge leaves alone. Rows go in fours, as in `matmul`; the columns
 * in which all four are zero are left out. Each sum keeps its order and loses only zeros, so results are those of
 * `matmul` bit for bit (where B is finite).
 */
import { matmul, row1, start, start1 } from './matmul.as';
import { madd } from './math.as';

/** Below so many rows a look at their zeros costs more than it can save. */
const FEWEST_ROWS = 16;
/** Fours of rows whose zeros are counted. */
const SAMPLES = 8;
/** A list is made once for all columns of a result: narrow ones do not earn it back. */
const NARROWEST = 32;

/** Share of columns that are zero in four rows from which leaving them out is faster, in either module. */
// @ts-ignore: decorator
@inline
function worthListing(n: i32): f64 {
  return 0.15 + 4 / <f64>n;
}

/** As `matmul`, with zeros left out where a sample of A has enough of them. @param list room for `2 k + 2` values */
export function multiply(
  a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32,
  m: i32, k: i32, n: i32, bias: usize, accumulate: i32, list: usize,
): void {
  const listed =
    m >= FEWEST_ROWS && n >= NARROWEST &&
    <f64>countZeros(a, lda, m, k, SAMPLES) > worthListing(n) * SAMPLES * <f64>k;
  if (listed) matmulSparse(a, lda, b, ldb, c, ldc, m, k, n, bias, accumulate, list);
  else matmul(a, lda, b, ldb, c, ldc, m, k, n, bias, accumulate);
}

/** -1 in each lane that is not zero in any of four rows `sa` bytes apart. */
// @ts-ignore: decorator
@inline
function live4(a: usize, sa: usize): v128 {
  const zero = f32x4.splat(0);
  return v128.or(
    v128.or(f32x4.ne(v128.load(a), zero), f32x4.ne(v128.load(a + sa), zero)),
    v128.or(f32x4.ne(v128.load(a + 2 * sa), zero), f32x4.ne(v128.load(a + 3 * sa), zero)),
  );
}

// @ts-ignore: decorator
@inline
function live1(a: usize, sa: usize): bool {
  return (
    load<f32>(a) != 0 || load<f32>(a + sa) != 0 ||
    load<f32>(a + 2 * sa) != 0 || load<f32>(a + 3 * sa) != 0
  );
}

/** Columns of `a[m,k]` in which four rows are zero, counted in `samples` fours spread over all rows. */
export function countZeros(a: usize, lda: i32, m: i32, k: i32, samples: i32): i32 {
  const sa = (<usize>lda) << 2;
  const full = (<usize>(k & ~3)) << 2;
  const all = (<usize>k) << 2;
  const fours = m >> 2;
  let lanes = i32x4.splat(samples * (k & ~3));
  let zeros = samples * (k & 3);
  for (let s = 0; s < samples; s++) {
    const row = a + <usize>(((s * fours) / samples) << 2) * sa;
    let j: usize = 0;
    for (; j < full; j += 16) lanes = i32x4.add(lanes, live4(row + j, sa));
    for (; j < all; j += 4) zeros -= i32(live1(row + j, sa));
  }
  return (
    zeros + i32x4.extract_lane(lanes, 0) + i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) + i32x4.extract_lane(lanes, 3) - 3 * samples * (k & ~3)
  );
}

/** Lists the columns of four rows that are not zero: byte offset in a row of A, and of the row of B. @returns its end */
// @ts-ignore: decorator
@inline
function listColumns(a: usize, sa: usize, k: i32, sb: usize, list: usize): usize {
  const full = (<usize>(k & ~3)) << 2;
  const all = (<usize>k) << 2;
  let row: usize = 0;
  let j: usize = 0;
  for (; j < full; j += 16) {
    const mask = i32x4.bitmask(live4(a + j, sa));
    store<u32>(list, <u32>j); store<u32>(list, <u32>row, 4);
    list += (<usize>(mask & 1)) << 3; row += sb;
    store<u32>(list, <u32>(j + 4)); store<u32>(list, <u32>row, 4);
    list += (<usize>(mask & 2)) << 2; row += sb;
    store<u32>(list, <u32>(j + 8)); store<u32>(list, <u32>row, 4);
    list += (<usize>(mask & 4)) << 1; row += sb;
    store<u32>(list, <u32>(j + 12)); store<u32>(list, <u32>row, 4);
    list += <usize>(mask & 8); row += sb;
  }
  for (; j < all; j += 4, row += sb) {
    if (!live1(a + j, sa)) continue;
    store<u32>(list, <u32>j); store<u32>(list, <u32>row, 4);
    list += 8;
  }
  return list;
}

/** As `matmul`, for an A with many zeros. @param list room for `2 k + 2` values */
export function matmulSparse(
  a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32,
  m: i32, k: i32, n: i32, bias: usize, accumulate: i32, list: usize,
): void {
  const sa = (<usize>lda) << 2;
  const sb = (<usize>ldb) << 2;
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const rows = a + <usize>i * sa;
    const end = listColumns(rows, sa, k, sb, list);
    listed4(rows, sa, b, c + ((<usize>(i * ldc)) << 2), ldc, n, bias, accumulate, list, end);
  }
  for (; i < m; i++) {
    row1(a + <usize>i * sa, 4, b, ldb, c + ((<usize>(i * ldc)) << 2), k, n, bias, accumulate);
  }
}

/** `rows4` of `matmul`, over the listed columns. */
// @ts-ignore: decorator
@inline
function listed4(
  a: usize, sa: usize, b: usize, c: usize, ldc: i32,
  n: i32, bias: usize, accumulate: i32, list: usize, end: usize,
): void {
  const sc = (<usize>ldc) << 2;
  const a1 = a + sa, a2 = a1 + sa, a3 = a2 + sa;
  const c1 = c + sc, c2 = c1 + sc, c3 = c2 + sc;
  let j: usize = 0;
  const wide = (<usize>(n & ~7)) << 2;
  const full = (<usize>(n & ~3)) << 2;
  const all = (<usize>n) << 2;
  for (; j < wide; j += 32) {
    let x0 = start(c + j, bias ? bias + j : 0, accumulate), x1 = start(c + j + 16, bias ? bias + j + 16 : 0, accumulate);
    let y0 = start(c1 + j, bias ? bias + j : 0, accumulate), y1 = start(c1 + j + 16, bias ? bias + j + 16 : 0, accumulate);
    let z0 = start(c2 + j, bias ? bias + j : 0, accumulate), z1 = start(c2 + j + 16, bias ? bias + j + 16 : 0, accumulate);
    let w0 = start(c3 + j, bias ? bias + j : 0, accumulate), w1 = start(c3 + j + 16, bias ? bias + j + 16 : 0, accumulate);
    const columns = b + j;
    for (let l = list; l < end; l += 8) {
      const p = <usize>load<u32>(l);
      const q = columns + <usize>load<u32>(l, 4);
      const b0 = v128.load(q), b1 = v128.load(q, 16);
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
    for (let l = list; l < end; l += 8) {
      const p = <usize>load<u32>(l);
      const b0 = v128.load(b + j + <usize>load<u32>(l, 4));
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
    for (let l = list; l < end; l += 8) {
      const p = <usize>load<u32>(l);
      const s = load<f32>(b + j + <usize>load<u32>(l, 4));
      x += s * load<f32>(a + p);
      y += s * load<f32>(a1 + p);
      z += s * load<f32>(a2 + p);
      w += s * load<f32>(a3 + p);
    }
    store<f32>(c + j, x); store<f32>(c1 + j, y); store<f32>(c2 + j, z); store<f32>(c3 + j, w);
  }
}

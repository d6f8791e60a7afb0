/** Vector arithmetic that the other kernels share: four float32 lanes at a time. */

/** `a * b + c`, in one instruction where the module is compiled with relaxed SIMD. */
// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : maddApart(a, b, c);
}

/**
 * The same in two instructions in every module: a sum that waits for its last term is sooner done, as
 * the product does not wait for it. For loops with one or two sums under way.
 */
// @ts-ignore: decorator
@inline
export function maddApart(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(c, f32x4.mul(a, b));
}

/** Four lanes, or only the first one (`single`; the others are 0): the tail of an odd size. */
// @ts-ignore: decorator
@inline
export function read(p: usize, single: bool): v128 {
  return single ? v128.load32_zero(p) : v128.load(p);
}

/** Writes four lanes, or only the first one. */
// @ts-ignore: decorator
@inline
export function write(p: usize, x: v128, single: bool): void {
  if (single) v128.store_lane<f32>(p, x, 0);
  else v128.store(p, x);
}

/** `exp(x)`, relative error below 2e-7 (Cephes expf: range reduction by ln 2, degree 5 polynomial). */
// @ts-ignore: decorator
@inline
export function exp4(value: v128): v128 {
  let x = f32x4.max(f32x4.min(value, f32x4.splat(88)), f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)));
  x = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  x = f32x4.sub(x, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = madd(p, x, f32x4.splat(1.3981999507e-3));
  p = madd(p, x, f32x4.splat(8.3334519073e-3));
  p = madd(p, x, f32x4.splat(4.1665795894e-2));
  p = madd(p, x, f32x4.splat(1.6666665459e-1));
  p = madd(p, x, f32x4.splat(5.0000001201e-1));
  p = f32x4.add(madd(p, f32x4.mul(x, x), x), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

/** `1 / (1 + exp(-x))`. */
// @ts-ignore: decorator
@inline
export function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))));
}

/** `tanh(x)`. */
// @ts-ignore: decorator
@inline
export function tanh4(x: v128): v128 {
  const one = f32x4.splat(1);
  const two = f32x4.splat(2);
  return f32x4.sub(one, f32x4.div(two, f32x4.add(exp4(f32x4.mul(x, two)), one)));
}

/** `x` where positive, else `slope x`: linear at slope 1, ReLU at 0, LeakyReLU between. */
// @ts-ignore: decorator
@inline
export function leaky4(x: v128, slope: v128): v128 {
  return f32x4.pmax(x, f32x4.mul(x, slope));
}

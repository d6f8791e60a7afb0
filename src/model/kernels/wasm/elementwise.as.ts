/** Operations on single values, in place. */
import { leaky4, read, write } from './math.as';

/** Adds `bias[n]` to every row of `x[m,n]`. */
export function addBias(x: usize, bias: usize, m: i32, n: i32): void {
  const full = (<usize>(n & ~3)) << 2;
  const all = (<usize>n) << 2;
  for (let i = 0; i < m; i++, x += all) {
    let j: usize = 0;
    for (; j < full; j += 16) v128.store(x + j, f32x4.add(v128.load(x + j), v128.load(bias + j)));
    for (; j < all; j += 4) store<f32>(x + j, load<f32>(x + j) + load<f32>(bias + j));
  }
}

/** `x` where positive, else `slope x`. */
export function leaky(x: usize, count: i32, slope: f32): void {
  const full = (<usize>(count & ~3)) << 2;
  const all = (<usize>count) << 2;
  const factor = f32x4.splat(slope);
  let j: usize = 0;
  for (; j < full; j += 16) v128.store(x + j, leaky4(v128.load(x + j), factor));
  for (; j < all; j += 4) write(x + j, leaky4(read(x + j, true), factor), true);
}

/** Operations on single values. Counts are floats; a `slope` is LeakyReLU's (1: linear, 0: ReLU). */
import { leaky4, maddApart, read, sigmoid4, write } from './math.as';

/** Adds `bias[n]` to every row of `x[m,n]`, then takes `x` where positive, else `slope x`. */
export function biasLeaky(x: usize, bias: usize, m: i32, n: i32, slope: f32): void {
  const full = (<usize>(n & ~3)) << 2;
  const all = (<usize>n) << 2;
  const factor = f32x4.splat(slope);
  for (let i = 0; i < m; i++, x += all) {
    let j: usize = 0;
    for (; j < full; j += 16) v128.store(x + j, leaky4(f32x4.add(v128.load(x + j), v128.load(bias + j)), factor));
    for (; j < all; j += 4) write(x + j, leaky4(f32x4.add(read(x + j, true), read(bias + j, true)), factor), true);
  }
}

/** In place: `x` where positive, else `slope x`. */
export function leaky(x: usize, count: i32, slope: f32): void {
  const end = (<usize>count) << 2;
  const full = (<usize>(count & ~3)) << 2;
  const factor = f32x4.splat(slope);
  let j: usize = 0;
  for (; j < full; j += 16) v128.store(x + j, leaky4(v128.load(x + j), factor));
  for (; j < end; j += 4) write(x + j, leaky4(read(x + j, true), factor), true);
}

/** Gradient through a LeakyReLU from its output `y`: `dy` where `y > 0`, else `slope dy`. */
// @ts-ignore: decorator
@inline
function leakyGradient4(y: v128, dy: v128, slope: v128): v128 {
  return v128.bitselect(dy, f32x4.mul(dy, slope), f32x4.gt(y, f32x4.splat(0)));
}

/** `d = leaky'(y) dy`. */
export function leakyGradient(y: usize, dy: usize, d: usize, count: i32, slope: f32): void {
  const end = (<usize>count) << 2;
  const full = (<usize>(count & ~3)) << 2;
  const factor = f32x4.splat(slope);
  let j: usize = 0;
  for (; j < full; j += 16) v128.store(d + j, leakyGradient4(v128.load(y + j), v128.load(dy + j), factor));
  for (; j < end; j += 4) write(d + j, leakyGradient4(read(y + j, true), read(dy + j, true), factor), true);
}

/** In place: `1 / (1 + exp(-x))`. */
export function sigmoid(x: usize, count: i32): void {
  const end = (<usize>count) << 2;
  const full = (<usize>(count & ~3)) << 2;
  let j: usize = 0;
  for (; j < full; j += 16) v128.store(x + j, sigmoid4(v128.load(x + j)));
  for (; j < end; j += 4) write(x + j, sigmoid4(read(x + j, true)), true);
}

// @ts-ignore: decorator
@inline
function modulate4(l: usize, gamma: usize, beta: usize, y: usize, slope: v128, single: bool): void {
  const product = f32x4.mul(read(gamma, single), read(l, single));
  write(y, leaky4(beta ? f32x4.add(product, read(beta, single)) : product, slope), single);
}

/** `y = leaky(gamma l + beta)` (equation 11; with `beta` 0 the gates of equation 10). */
export function modulate(l: usize, gamma: usize, beta: usize, y: usize, count: i32, slope: f32): void {
  const end = (<usize>count) << 2;
  const full = (<usize>(count & ~3)) << 2;
  const factor = f32x4.splat(slope);
  let j: usize = 0;
  for (; j < full; j += 16) modulate4(l + j, gamma + j, beta ? beta + j : 0, y + j, factor, false);
  for (; j < end; j += 4) modulate4(l + j, gamma + j, beta ? beta + j : 0, y + j, factor, true);
}

// @ts-ignore: decorator
@inline
function modulateGradient4(
  l: usize, gamma: usize, y: usize, dy: usize, dl: usize, dGamma: usize, dBeta: usize, slope: v128, single: bool,
): void {
  const d = leakyGradient4(read(y, single), read(dy, single), slope);
  write(dl, f32x4.mul(d, read(gamma, single)), single);
  write(dGamma, f32x4.mul(d, read(l, single)), single);
  if (dBeta) write(dBeta, d, single);
}

/** Gradients of `modulate`: `dl = gamma d`, `dGamma = l d`, `dBeta = d` (none at 0) with `d = leaky'(y) dy`. */
export function modulateGradient(
  l: usize, gamma: usize, y: usize, dy: usize, dl: usize, dGamma: usize, dBeta: usize, count: i32, slope: f32,
): void {
  const end = (<usize>count) << 2;
  const full = (<usize>(count & ~3)) << 2;
  const factor = f32x4.splat(slope);
  let j: usize = 0;
  for (; j < full; j += 16)
    modulateGradient4(l + j, gamma + j, y + j, dy + j, dl + j, dGamma + j, dBeta ? dBeta + j : 0, factor, false);
  for (; j < end; j += 4)
    modulateGradient4(l + j, gamma + j, y + j, dy + j, dl + j, dGamma + j, dBeta ? dBeta + j : 0, factor, true);
}

/** `y[tasks,rows,n] = c[tasks,1,n] * x[tasks,rows,n]`: the hybrid of equation 8. */
export function taskProduct(c: usize, x: usize, y: usize, tasks: i32, rows: i32, n: i32): void {
  const end = (<usize>n) << 2;
  const full = (<usize>(n & ~3)) << 2;
  for (let t = 0; t < tasks; t++, c += end) {
    for (let i = 0; i < rows; i++, x += end, y += end) {
      let j: usize = 0;
      for (; j < full; j += 16) v128.store(y + j, f32x4.mul(v128.load(c + j), v128.load(x + j)));
      for (; j < end; j += 4) store<f32>(y + j, load<f32>(c + j) * load<f32>(x + j));
    }
  }
}

/** `dc[tasks,n] = sum over rows of dy * x`. */
export function taskProductGradient(x: usize, dy: usize, dc: usize, tasks: i32, rows: i32, n: i32): void {
  const end = (<usize>n) << 2;
  const full = (<usize>(n & ~3)) << 2;
  const block = <usize>rows * end;
  for (let t = 0; t < tasks; t++, x += block, dy += block, dc += end) {
    let j: usize = 0;
    for (; j < full; j += 16) {
      let sum = f32x4.splat(0);
      for (let i: usize = j; i < block; i += end) sum = maddApart(v128.load(x + i), v128.load(dy + i), sum);
      v128.store(dc + j, sum);
    }
    for (; j < end; j += 4) {
      let sum: f32 = 0;
      for (let i: usize = j; i < block; i += end) sum += load<f32>(x + i) * load<f32>(dy + i);
      store<f32>(dc + j, sum);
    }
  }
}

/**
 * Hinge loss of equation 4: scores `[tasks, 2, pairs]`, positives first. `loss` gets the mean of
 * `max(0, 1 - f+ + f-)`, `d` of the scores' shape its gradient.
 */
export function hinge(scores: usize, d: usize, tasks: i32, pairs: i32, loss: usize): void {
  const share: f32 = <f32>1 / <f32>(tasks * pairs);
  const half = (<usize>pairs) << 2;
  let total: f64 = 0;
  for (let t = 0; t < tasks; t++, scores += 2 * half, d += 2 * half) {
    for (let j: usize = 0; j < half; j += 4) {
      const margin: f32 = 1 - load<f32>(scores + j) + load<f32>(scores + half + j);
      const pull: f32 = margin > 0 ? share : 0;
      if (margin > 0) total += margin;
      store<f32>(d + j, -pull);
      store<f32>(d + half + j, pull);
    }
  }
  store<f32>(loss, <f32>(total * share));
}

/** `out[i] = x[i]` for bytes `x` (tfjs's `bool`). */
export function floatsOfBytes(x: usize, out: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count; i++) store<f32>(out + (i << 2), <f32>load<u8>(x + i));
}

/**
 * One Adam step with L2 weight decay added to the gradient (PyTorch's `Adam(weight_decay)`).
 *
 *     q = clip(g) + decay w;  m <- b1 m + (1-b1) q;  v <- b2 v + (1-b2) q^2
 *     next = w - rate (m / (1-b1^t)) / (sqrt(v / (1-b2^t)) + epsilon)
 */
import { madd, read, write } from './math.as';

// @ts-ignore: decorator
@inline
function update(
  i: usize, state: usize, row: usize, g: usize, next: usize, nextRow: usize, value: usize,
  rate: f32, mScale: f32, vScale: f32, beta1: f32, beta2: f32, epsilon: f32, decay: f32, clip: f32,
  single: bool,
): void {
  const w0 = read(state + i, single);
  const bounded = f32x4.max(f32x4.min(read(g + i, single), f32x4.splat(clip)), f32x4.splat(-clip));
  const q = madd(f32x4.splat(decay), w0, bounded);
  const m0 = read(state + row + i, single);
  const v0 = read(state + 2 * row + i, single);
  const m1 = madd(f32x4.splat(beta1), m0, f32x4.mul(f32x4.splat(1 - beta1), q));
  const v1 = madd(f32x4.splat(beta2), v0, f32x4.mul(f32x4.splat(1 - beta2), f32x4.mul(q, q)));
  const root = f32x4.sqrt(f32x4.mul(v1, f32x4.splat(vScale)));
  const step = f32x4.div(f32x4.mul(m1, f32x4.splat(rate * mScale)), f32x4.add(root, f32x4.splat(epsilon)));
  const w1 = f32x4.sub(w0, step);
  write(next + i, w1, single);
  write(next + nextRow + i, m1, single);
  write(next + 2 * nextRow + i, v1, single);
  if (value) write(value + i, w1, single);
}

/**
 * One parameter of `n` floats. `state` points at it in rows of parameters, first and second moments
 * that are `row` bytes apart; `next` at its place in the new state (or in the same), `nextRow` apart.
 * The new parameter is also written to `value`, unless 0. `mScale = 1/(1-b1^t)`, `vScale =
 * 1/(1-b2^t)`; gradients are clipped to `[-clip, clip]` (pass infinity for none).
 */
export function adam(
  state: usize, row: usize, g: usize, next: usize, nextRow: usize, value: usize, n: i32,
  rate: f32, mScale: f32, vScale: f32, beta1: f32, beta2: f32, epsilon: f32, decay: f32, clip: f32,
): void {
  const full = (<usize>(n & ~3)) << 2;
  const all = (<usize>n) << 2;
  let i: usize = 0;
  for (; i < full; i += 16)
    update(i, state, row, g, next, nextRow, value, rate, mScale, vScale, beta1, beta2, epsilon, decay, clip, false);
  for (; i < all; i += 4)
    update(i, state, row, g, next, nextRow, value, rate, mScale, vScale, beta1, beta2, epsilon, decay, clip, true);
}

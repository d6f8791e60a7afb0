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
  w: usize, g: usize, m: usize, v: usize, next: usize,
  rate: f32, mScale: f32, vScale: f32, beta1: f32, beta2: f32, epsilon: f32, decay: f32, clip: f32,
  single: bool,
): void {
  const w0 = read(w, single);
  const bounded = f32x4.max(f32x4.min(read(g, single), f32x4.splat(clip)), f32x4.splat(-clip));
  const q = madd(f32x4.splat(decay), w0, bounded);
  const m1 = madd(f32x4.splat(beta1), read(m, single), f32x4.mul(f32x4.splat(1 - beta1), q));
  const v1 = madd(f32x4.splat(beta2), read(v, single), f32x4.mul(f32x4.splat(1 - beta2), f32x4.mul(q, q)));
  const root = f32x4.sqrt(f32x4.mul(v1, f32x4.splat(vScale)));
  const step = f32x4.div(f32x4.mul(m1, f32x4.splat(rate * mScale)), f32x4.add(root, f32x4.splat(epsilon)));
  write(m, m1, single);
  write(v, v1, single);
  write(next, f32x4.sub(w0, step), single);
}

/**
 * Writes the new parameters to `next` (`n` floats; never over `w`, whose packed copies XNNPACK may
 * hold) and updates the moments `m` and `v` in place. `mScale = 1/(1-b1^t)`, `vScale = 1/(1-b2^t)`;
 * gradients are clipped to `[-clip, clip]` (pass infinity for none).
 */
export function adam(
  w: usize, g: usize, m: usize, v: usize, next: usize, n: i32,
  rate: f32, mScale: f32, vScale: f32, beta1: f32, beta2: f32, epsilon: f32, decay: f32, clip: f32,
): void {
  const full = (<usize>(n & ~3)) << 2;
  const all = (<usize>n) << 2;
  let i: usize = 0;
  for (; i < full; i += 16)
    update(w + i, g + i, m + i, v + i, next + i, rate, mScale, vScale, beta1, beta2, epsilon, decay, clip, false);
  for (; i < all; i += 4)
    update(w + i, g + i, m + i, v + i, next + i, rate, mScale, vScale, beta1, beta2, epsilon, decay, clip, true);
}

/**
 * Soft modularization (equations 12, 13). Routes are `[rows, sources, targets]`, module values
 * `[sources, rows, width]` and mixed inputs `[targets, rows, width]`.
 */
import { exp4, maddApart, read, write } from './math.as';

// @ts-ignore: decorator
@inline
function softmax4(x: usize, size: usize, step: usize, single: bool): void {
  let top = read(x, single);
  for (let s = step; s < size; s += step) top = f32x4.max(top, read(x + s, single));
  let sum = f32x4.splat(0);
  for (let s: usize = 0; s < size; s += step) {
    const value = exp4(f32x4.sub(read(x + s, single), top));
    write(x + s, value, single);
    sum = f32x4.add(sum, value);
  }
  for (let s: usize = 0; s < size; s += step) write(x + s, f32x4.div(read(x + s, single), sum), single);
}

/** Softmax over the sources of each target, in place: `logits [rows, sources, targets]`. */
export function routes(x: usize, rows: i32, sources: i32, targets: i32): void {
  const step = (<usize>targets) << 2;
  const full = (<usize>(targets & ~3)) << 2;
  const size = <usize>sources * step;
  for (let i = 0; i < rows; i++, x += size) {
    let t: usize = 0;
    for (; t < full; t += 16) softmax4(x + t, size, step, false);
    for (; t < step; t += 4) softmax4(x + t, size, step, true);
  }
}

/** `dx = y (dy - sum over sources of y dy)`. */
export function routesGradient(y: usize, dy: usize, dx: usize, rows: i32, sources: i32, targets: i32): void {
  const step = (<usize>targets) << 2;
  const size = <usize>sources * step;
  for (let i = 0; i < rows; i++, y += size, dy += size, dx += size) {
    for (let t: usize = 0; t < step; t += 4) {
      let sum: f32 = 0;
      for (let s = t; s < size; s += step) sum += load<f32>(y + s) * load<f32>(dy + s);
      for (let s = t; s < size; s += step) store<f32>(dx + s, load<f32>(y + s) * (load<f32>(dy + s) - sum));
    }
  }
}

// @ts-ignore: decorator
@inline
function mix4(values: usize, route: usize, block: usize, step: usize, sources: i32, single: bool): v128 {
  let sum = f32x4.splat(0);
  for (let s = 0; s < sources; s++, values += block, route += step)
    sum = maddApart(read(values, single), v128.load32_splat(route), sum);
  return sum;
}

/** `mixed[t] = sum over s of route[s, t] values[s]`, row by row. */
export function mix(
  values: usize, route: usize, mixed: usize, rows: i32, sources: i32, targets: i32, width: i32,
): void {
  const end = (<usize>width) << 2;
  const full = (<usize>(width & ~3)) << 2;
  const block = <usize>rows * end;
  const step = (<usize>targets) << 2;
  for (let i = 0; i < rows; i++) {
    for (let t = 0; t < targets; t++) {
      const p = route + ((<usize>(i * sources * targets + t)) << 2);
      const out = mixed + <usize>t * block + <usize>i * end;
      const from = values + <usize>i * end;
      let j: usize = 0;
      for (; j < full; j += 16) v128.store(out + j, mix4(from + j, p, block, step, sources, false));
      for (; j < end; j += 4) write(out + j, mix4(from + j, p, block, step, sources, true), true);
    }
  }
}

// @ts-ignore: decorator
@inline
function lanes(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3);
}

/** Gradients of `mix`: `dValues[s] = sum_t route[s,t] d[t]`, `dRoute[s,t] = values[s] . d[t]`. */
export function mixGradient(
  values: usize, route: usize, d: usize, dValues: usize, dRoute: usize,
  rows: i32, sources: i32, targets: i32, width: i32,
): void {
  const end = (<usize>width) << 2;
  const full = (<usize>(width & ~3)) << 2;
  const block = <usize>rows * end;
  for (let i = 0; i < rows; i++) {
    const place = <usize>i * end;
    for (let s = 0; s < sources; s++) {
      const p = route + ((<usize>((i * sources + s) * targets)) << 2);
      const from = values + <usize>s * block + place;
      const out = dValues + <usize>s * block + place;
      let j: usize = 0;
      for (; j < full; j += 16) v128.store(out + j, mix4(d + place + j, p, block, 4, targets, false));
      for (; j < end; j += 4) write(out + j, mix4(d + place + j, p, block, 4, targets, true), true);
      for (let t = 0; t < targets; t++) {
        const with_ = d + <usize>t * block + place;
        let sum = f32x4.splat(0);
        for (j = 0; j < full; j += 16) sum = maddApart(v128.load(from + j), v128.load(with_ + j), sum);
        for (; j < end; j += 4) sum = maddApart(read(from + j, true), read(with_ + j, true), sum);
        store<f32>(dRoute + ((<usize>((i * sources + s) * targets + t)) << 2), lanes(sum));
      }
    }
  }
}

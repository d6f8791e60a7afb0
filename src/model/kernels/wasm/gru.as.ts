/**
 * A GRU over a whole sequence, forward and backward, for any hidden size `h` (PyTorch's convention:
 * gates r, z, n; the reset gate multiplies `W_hn h + b_hn`).
 *
 * `gates [batch, steps, 3h]` are the input projections with their bias, as they come out of a product
 * on all pairs. In states time comes first, so that a step is one product over the batch; they keep
 * what the backward pass needs, `[steps, batch, 5h]`: h', r, z, n, and `W_hn h + b_hn`.
 */
import { matmul } from './matmul.as';
import { madd, read, sigmoid4, tanh4, write } from './math.as';

/** One time step's gates for one task, lanes from byte `j` on; `row` bytes a gate. */
// @ts-ignore: decorator
@inline
function forwardGates(g: usize, q: usize, previous: usize, s: usize, row: usize, j: usize, single: bool): void {
  const r = sigmoid4(f32x4.add(read(g + j, single), read(q + j, single)));
  const z = sigmoid4(f32x4.add(read(g + row + j, single), read(q + row + j, single)));
  const hn = read(q + 2 * row + j, single);
  const n = tanh4(madd(r, hn, read(g + 2 * row + j, single)));
  const h0 = previous ? read(previous + j, single) : f32x4.splat(0);
  write(s + j, madd(z, f32x4.sub(h0, n), n), single);
  write(s + row + j, r, single);
  write(s + 2 * row + j, z, single);
  write(s + 3 * row + j, n, single);
  write(s + 4 * row + j, hn, single);
}

/**
 * `states [steps, batch, 5h]` from `gates`, recurrent weights `u [h, 3h]` and bias `bh [3h]`, from a
 * zero state. `scratch` holds `batch * 3h` floats.
 */
export function gruForward(
  gates: usize, u: usize, bh: usize, steps: i32, batch: i32, h: i32, states: usize, scratch: usize,
): void {
  const row = (<usize>h) << 2;
  const full = (<usize>(h & ~3)) << 2;
  for (let t = 0; t < steps; t++) {
    const now = states + <usize>(t * batch) * 5 * row;
    const before = now - <usize>batch * 5 * row;
    if (t) matmul(before, 5 * h, u, 3 * h, scratch, 3 * h, batch, h, 3 * h, bh, 0);
    for (let b = 0; b < batch; b++) {
      const g = gates + <usize>(b * steps + t) * 3 * row;
      const q = t ? scratch + <usize>b * 3 * row : bh;
      const previous = t ? before + <usize>b * 5 * row : 0;
      const s = now + <usize>b * 5 * row;
      let j: usize = 0;
      for (; j < full; j += 16) forwardGates(g, q, previous, s, row, j, false);
      for (; j < row; j += 4) forwardGates(g, q, previous, s, row, j, true);
    }
  }
}

// @ts-ignore: decorator
@inline
function backwardGates(
  s: usize, previous: usize, d: usize, g: usize, e: usize, row: usize, j: usize, single: bool,
): void {
  const one = f32x4.splat(1);
  const r = read(s + row + j, single);
  const z = read(s + 2 * row + j, single);
  const n = read(s + 3 * row + j, single);
  const hn = read(s + 4 * row + j, single);
  const dh = read(d + j, single);
  const h0 = previous ? read(previous + j, single) : f32x4.splat(0);
  const closed = f32x4.sub(one, z);
  const dn = f32x4.mul(f32x4.mul(dh, closed), f32x4.sub(one, f32x4.mul(n, n)));
  const dz = f32x4.mul(f32x4.mul(dh, f32x4.sub(h0, n)), f32x4.mul(z, closed));
  const dr = f32x4.mul(f32x4.mul(dn, hn), f32x4.mul(r, f32x4.sub(one, r)));
  write(g + j, dr, single);
  write(g + row + j, dz, single);
  write(g + 2 * row + j, dn, single);
  write(e + j, dr, single);
  write(e + row + j, dz, single);
  write(e + 2 * row + j, f32x4.mul(dn, r), single);
  write(d + j, f32x4.mul(dh, z), single);
}

/**
 * Gradients of the gates' arguments: `dGates [batch, steps, 3h]` on the input's side, `dHidden
 * [steps, batch, 3h]` on the state's. `uT [3h, h]` is the transposed weight; `dh [batch, h]` the gradient
 * of the last state, overwritten.
 */
export function gruBackward(
  states: usize, uT: usize, dh: usize, steps: i32, batch: i32, h: i32, dGates: usize, dHidden: usize,
): void {
  const row = (<usize>h) << 2;
  const full = (<usize>(h & ~3)) << 2;
  for (let t = steps - 1; t >= 0; t--) {
    for (let b = 0; b < batch; b++) {
      const i = <usize>(t * batch + b);
      const s = states + i * 5 * row;
      const previous = t ? s - <usize>batch * 5 * row : 0;
      const g = dGates + <usize>(b * steps + t) * 3 * row;
      const e = dHidden + i * 3 * row;
      const d = dh + <usize>b * row;
      let j: usize = 0;
      for (; j < full; j += 16) backwardGates(s, previous, d, g, e, row, j, false);
      for (; j < row; j += 4) backwardGates(s, previous, d, g, e, row, j, true);
    }
    if (t) matmul(dHidden + <usize>(t * batch) * 3 * row, 3 * h, uT, h, dh, h, batch, 3 * h, h, 0, 1);
  }
}

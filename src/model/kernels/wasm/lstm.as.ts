/**
 * One step of an LSTM cell of `h` hidden numbers for `n` things at once, a column each, four columns at a
 * time (PyTorch's order: write, keep, candidate, output). `weights [inputs + h + 1, 4h]`: of the input, of
 * the hidden state, bias. All others are `[numbers, n]`.
 */
import { madd, read, sigmoid4, tanh4, write } from './math.as';

// Called, not written out at each place: this module is fetched before the page is live.
function sigmoid(x: v128): v128 {
  return sigmoid4(x);
}
function tanh(x: v128): v128 {
  return tanh4(x);
}

/**
 * What the gates let through at byte `c` of the columns, into `gates [4h]` of four lanes. Here and below,
 * `row` bytes are a row of columns.
 */
function openGates(
  weights: usize, input: usize, inputs: i32, hidden: usize, h: i32, row: usize, c: usize, single: bool, gates: usize,
): void {
  const next = (<usize>h) << 4;
  const bias = weights + <usize>(inputs + h) * next;
  for (let j: usize = 0; j < next >> 2; j += 4) {
    // The four gates of a number side by side: four sums under way, and what they see is read once.
    let i = v128.load32_splat(bias + j);
    let f = v128.load32_splat(bias + j + (next >> 2));
    let g = v128.load32_splat(bias + j + (next >> 1));
    let o = v128.load32_splat(bias + j + (next >> 2) * 3);
    let w = weights + j;
    let seen = input + c;
    for (let r = 0; r < inputs + h; r++, w += next, seen += row) {
      if (r == inputs) seen = hidden + c;
      const x = read(seen, single);
      i = madd(v128.load32_splat(w), x, i);
      f = madd(v128.load32_splat(w + (next >> 2)), x, f);
      g = madd(v128.load32_splat(w + (next >> 1)), x, g);
      o = madd(v128.load32_splat(w + (next >> 2) * 3), x, o);
    }
    const gate = gates + (j << 2);
    v128.store(gate, sigmoid(i));
    v128.store(gate + next, sigmoid(f));
    v128.store(gate + 2 * next, tanh(g));
    v128.store(gate + 3 * next, sigmoid(o));
  }
}

function stepColumns(
  cell: usize, h: i32, out: usize, row: usize, c: usize, single: bool, gates: usize,
): void {
  const lanes = (<usize>h) << 4;
  for (let j: usize = 0; j < <usize>h; j++) {
    const gate = gates + (j << 4);
    const made = f32x4.mul(v128.load(gate), v128.load(gate + 2 * lanes));
    const next = madd(v128.load(gate + lanes), read(cell + j * row + c, single), made);
    write(out + j * row + c, f32x4.mul(v128.load(gate + 3 * lanes), tanh(next)), single);
    write(out + (j + h) * row + c, next, single);
  }
}

/** `out [2h, n]`: hidden over cell. `scratch` holds `16h` floats. */
export function lstmStep(
  weights: usize, input: usize, inputs: i32, hidden: usize, cell: usize, n: i32, h: i32, out: usize, scratch: usize,
): void {
  const full = (<usize>(n & ~3)) << 2;
  const all = (<usize>n) << 2;
  let c: usize = 0;
  while (c < all) {
    const single = c >= full;
    openGates(weights, input, inputs, hidden, h, all, c, single, scratch);
    stepColumns(cell, h, out, all, c, single, scratch);
    c += single ? 4 : 16;
  }
}

/**
 * Row `r` of what the cell sees, `x`, meets the gates' gradients: adds to the weights' gradient, and gives
 * the row's own.
 */
function backThroughRow(x: v128, w: usize, dGates: usize, sums: usize, gates: i32): v128 {
  let even = f32x4.splat(0);
  let odd = even;
  for (let q = 0; q < gates; q += 2, dGates += 32, sums += 32, w += 8) {
    const d0 = v128.load(dGates);
    const d1 = v128.load(dGates, 16);
    even = madd(v128.load32_splat(w), d0, even);
    odd = madd(v128.load32_splat(w, 4), d1, odd);
    v128.store(sums, madd(x, d0, v128.load(sums)));
    v128.store(sums, madd(x, d1, v128.load(sums, 16)), 16);
  }
  return f32x4.add(even, odd);
}

/** The gates become their own gradients. */
function gradientOfGates(
  cell: usize, dOut: usize, h: i32, dCell: usize, row: usize, c: usize, single: bool, gates: usize,
): void {
  const one = f32x4.splat(1);
  const lanes = (<usize>h) << 4;
  for (let j: usize = 0; j < <usize>h; j++) {
    const gate = gates + (j << 4);
    const i = v128.load(gate);
    const f = v128.load(gate + lanes);
    const g = v128.load(gate + 2 * lanes);
    const o = v128.load(gate + 3 * lanes);
    const before = read(cell + j * row + c, single);
    const shown = tanh(madd(f, before, f32x4.mul(i, g)));
    const dh = read(dOut + j * row + c, single);
    const slope = f32x4.sub(one, f32x4.mul(shown, shown));
    const dNext = madd(f32x4.mul(dh, o), slope, read(dOut + (j + h) * row + c, single));
    write(dCell + j * row + c, f32x4.mul(dNext, f), single);
    v128.store(gate, f32x4.mul(f32x4.mul(dNext, g), f32x4.mul(i, f32x4.sub(one, i))));
    v128.store(gate + lanes, f32x4.mul(f32x4.mul(dNext, before), f32x4.mul(f, f32x4.sub(one, f))));
    v128.store(gate + 2 * lanes, f32x4.mul(f32x4.mul(dNext, i), f32x4.sub(one, f32x4.mul(g, g))));
    v128.store(gate + 3 * lanes, f32x4.mul(f32x4.mul(dh, shown), f32x4.mul(o, f32x4.sub(one, o))));
  }
}

/** From the gates' gradients to those of all that they saw; the weights' are added to `sums`, four lanes each. */
function gradientOfColumns(
  weights: usize, input: usize, inputs: i32, hidden: usize, h: i32,
  dInput: usize, dHidden: usize, dGates: usize, sums: usize, row: usize, c: usize, single: bool,
): void {
  const gates = 4 * h;
  const next = (<usize>gates) << 2;
  let w = weights;
  let s = sums;
  for (let r = 0; r < inputs; r++) {
    const p = <usize>r * row + c;
    write(dInput + p, backThroughRow(read(input + p, single), w, dGates, s, gates), single);
    w += next;
    s += next << 2;
  }
  for (let r = 0; r < h; r++) {
    const p = <usize>r * row + c;
    write(dHidden + p, backThroughRow(read(hidden + p, single), w, dGates, s, gates), single);
    w += next;
    s += next << 2;
  }
  backThroughRow(f32x4.splat(1), w, dGates, s, gates);
}

/**
 * Gradients of `weights`, `input`, `hidden` and `cell` for `dOut [2h, n]`; the gates are worked out again.
 * `scratch` holds `16h (inputs + h + 2)` floats.
 */
export function lstmStepGradient(
  weights: usize, input: usize, inputs: i32, hidden: usize, cell: usize, dOut: usize, n: i32, h: i32,
  dWeights: usize, dInput: usize, dHidden: usize, dCell: usize, scratch: usize,
): void {
  const full = (<usize>(n & ~3)) << 2;
  const all = (<usize>n) << 2;
  const count = (<usize>(inputs + h + 1) * h) << 2;
  const sums = scratch + ((<usize>h) << 6);
  for (let k: usize = 0; k < count; k++) v128.store(sums + (k << 4), f32x4.splat(0));
  let c: usize = 0;
  while (c < all) {
    const single = c >= full;
    openGates(weights, input, inputs, hidden, h, all, c, single, scratch);
    gradientOfGates(cell, dOut, h, dCell, all, c, single, scratch);
    gradientOfColumns(weights, input, inputs, hidden, h, dInput, dHidden, scratch, sums, all, c, single);
    c += single ? 4 : 16;
  }
  for (let k: usize = 0; k < count; k++) {
    const sum = v128.load(sums + (k << 4));
    const a = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1);
    const b = f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3);
    store<f32>(dWeights + (k << 2), a + b);
  }
}

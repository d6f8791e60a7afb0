/** Dense layers and their gradients on a GPU; shapes are in `../dense.ts` and `../dense-joined.ts`. */
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { InputGradientAttrs } from '../dense-joined';
import type { KernelCall, Slope } from '../run';
import { as, shaped, type Gpu, type Program } from './program';

const activationOf = (slope: number) =>
  slope === 1 ? 'linear' : slope === 0 ? 'relu' : 'leakyrelu';

const DENSE: Program = {
  name: 'dense',
  inputs: ['X', 'W', 'Bias'],
  integers: ['inner'],
  floats: ['slope'],
  body: `
    FLOAT sum = getBias(0, column);
    for (INT k = 0; k < #inner; k++) { sum += getX(row, k) * getW(k, column); }
    OUT(leaky(sum, #slope));`,
};

export function dense(
  gpu: Gpu,
  { inputs: { x, weight, bias }, attrs: { slope } }: KernelCall<Slope>,
): TensorInfo {
  if (gpu.packs) {
    const [rows, inner] = x.shape;
    const columns = weight.shape[1];
    const inputs = [x, weight, as(bias, 1, columns)];
    return gpu.run({ program: DENSE, inputs, rows, columns, numbers: { inner, slope } });
  }
  const attrs = { ...PLAIN, activation: activationOf(slope), leakyreluAlpha: slope };
  return gpu.stock('_FusedMatMul', { a: x, b: weight, bias }, attrs);
}

const PLAIN = { transposeA: false, transposeB: false };

const WEIGHT_GRADIENT: Program = {
  name: 'denseWeightGradient',
  inputs: ['X', 'D'],
  integers: ['rows'],
  body: `
    FLOAT sum = 0.0;
    for (INT i = 0; i < #rows; i++) { sum += getX(i, row) * getD(i, column); }
    OUT(sum);`,
};

export function denseGradient(
  gpu: Gpu,
  { inputs: { x, y, dy, weight }, attrs: { slope } }: KernelCall<Slope>,
): TensorInfo[] {
  const [rows, inner] = x.shape;
  const columns = dy.shape[1];
  const d = slope === 1 ? dy : leakyGradient(gpu, y, dy, slope);
  const dWeight = gpu.packs
    ? gpu.run({ program: WEIGHT_GRADIENT, inputs: [x, d], rows: inner, columns, numbers: { rows } })
    : gpu.stock('BatchMatMul', { a: x, b: d }, { ...PLAIN, transposeA: true });
  const gradients = [dWeight, shaped(columnSums(gpu, d, 1), [columns])];
  if (weight) gradients.push(inputGradient(gpu, d, weight));
  if (d !== dy) gpu.dispose(d);
  return gradients;
}

function inputGradient(gpu: Gpu, d: TensorInfo, weight: TensorInfo): TensorInfo {
  if (!gpu.packs)
    return gpu.stock('BatchMatMul', { a: d, b: weight }, { ...PLAIN, transposeB: true });
  const attrs = { from: 0, count: weight.shape[0], rows: d.shape[0] };
  return denseJoinedInputGradient(gpu, { inputs: { d, weight }, attrs });
}

const LEAKY_GRADIENT: Program = {
  name: 'leakyGradient',
  inputs: ['Y', 'D'],
  floats: ['slope'],
  body: `OUT(pick(getY(row, column) > 0.0, 1.0, #slope) * getD(row, column));`,
};

/** `d = leaky'(y) dy`, in the shape of `dy`. */
export function leakyGradient(gpu: Gpu, y: TensorInfo, dy: TensorInfo, slope: number): TensorInfo {
  const columns = dy.shape[dy.shape.length - 1];
  const rows = util.sizeFromShape(dy.shape) / columns;
  const inputs = [as(y, rows, columns), as(dy, rows, columns)];
  const numbers = { slope };
  return shaped(gpu.run({ program: LEAKY_GRADIENT, inputs, rows, columns, numbers }), dy.shape);
}

const COLUMN_SUMS: Program = {
  name: 'columnSums',
  inputs: ['X'],
  integers: ['each'],
  body: `
    FLOAT sum = 0.0;
    for (INT i = 0; i < #each; i++) { sum += getX(row * #each + i, column); }
    OUT(sum);`,
};

/** Sums over each of `groups` blocks of rows: `x [R, N]` -> `[groups, N]`. */
export function columnSums(gpu: Gpu, x: TensorInfo, groups: number): TensorInfo {
  const columns = x.shape[x.shape.length - 1];
  const rows = util.sizeFromShape(x.shape) / columns;
  const numbers = { each: rows / groups };
  return gpu.run({ program: COLUMN_SUMS, inputs: [as(x, rows, columns)], rows: groups, columns, numbers }); // prettier-ignore
}

const JOINED: Program = {
  name: 'denseJoined',
  inputs: ['A', 'B', 'W', 'Bias'],
  integers: ['innerA', 'innerB', 'eachA', 'eachB'],
  floats: ['slope'],
  body: `
    FLOAT sum = getBias(0, column);
    INT a = row / #eachA;
    INT b = row / #eachB;
    for (INT k = 0; k < #innerA; k++) { sum += getA(a, k) * getW(k, column); }
    for (INT k = 0; k < #innerB; k++) { sum += getB(b, k) * getW(#innerA + k, column); }
    OUT(leaky(sum, #slope));`,
};

export function denseJoined(
  gpu: Gpu,
  { inputs: { a, b, weight, bias }, attrs: { slope } }: KernelCall<Slope>,
): TensorInfo {
  const rows = Math.max(a.shape[0], b.shape[0]);
  const columns = weight.shape[1];
  const numbers = { ...sizesOf(a, b, rows), slope };
  const inputs = [a, b, weight, as(bias, 1, columns)];
  return gpu.run({ program: JOINED, inputs, rows, columns, numbers });
}

const sizesOf = (a: TensorInfo, b: TensorInfo, rows: number) => ({
  innerA: a.shape[1],
  innerB: b.shape[1],
  eachA: rows / a.shape[0],
  eachB: rows / b.shape[0],
});

const JOINED_WEIGHT_GRADIENT: Program = {
  name: 'denseJoinedWeightGradient',
  inputs: ['A', 'B', 'D'],
  integers: ['innerA', 'eachA', 'eachB', 'rows'],
  body: `
    FLOAT sum = 0.0;
    if (row < #innerA) {
      for (INT i = 0; i < #rows; i++) { sum += getA(i / #eachA, row) * getD(i, column); }
    } else {
      for (INT i = 0; i < #rows; i++) { sum += getB(i / #eachB, row - #innerA) * getD(i, column); }
    }
    OUT(sum);`,
};

export function denseJoinedGradient(
  gpu: Gpu,
  { inputs: { a, b, y, dy }, attrs: { slope } }: KernelCall<Slope>,
): TensorInfo[] {
  const [rows, columns] = dy.shape;
  const d = slope === 1 ? dy : leakyGradient(gpu, y, dy, slope);
  const { innerA, innerB, eachA, eachB } = sizesOf(a, b, rows);
  const dWeight = gpu.run({
    program: JOINED_WEIGHT_GRADIENT,
    inputs: [a, b, d],
    rows: innerA + innerB,
    columns,
    numbers: { innerA, eachA, eachB, rows },
  });
  const dBias = shaped(columnSums(gpu, d, 1), [columns]);
  return slope === 1 ? [dWeight, dBias] : [dWeight, dBias, d];
}

const JOINED_INPUT_GRADIENT: Program = {
  name: 'denseJoinedInputGradient',
  inputs: ['D', 'W'],
  integers: ['first', 'each', 'width'],
  body: `
    FLOAT sum = 0.0;
    for (INT i = 0; i < #each; i++) {
      for (INT j = 0; j < #width; j++) {
        sum += getD(row * #each + i, j) * getW(#first + column, j);
      }
    }
    OUT(sum);`,
};

export const denseJoinedInputGradient = (
  gpu: Gpu,
  { inputs: { d, weight }, attrs: { from, count, rows } }: KernelCall<InputGradientAttrs>,
): TensorInfo =>
  gpu.run({
    program: JOINED_INPUT_GRADIENT,
    inputs: [d, weight],
    rows,
    columns: count,
    numbers: { first: from, each: d.shape[0] / rows, width: weight.shape[1] },
  });

/** FiLM heads, modulation, hybrid and hinge on a GPU; shapes are in the files of those names above. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall, Slope } from '../run';
import { columnSums } from './dense';
import { as, shaped, type Gpu, type Program } from './program';

const HEAD: Program = {
  name: 'filmHead',
  inputs: ['X', 'W', 'Bias'],
  integers: ['head', 'inner'],
  body: `
    FLOAT sum = getBias(#head, column);
    for (INT k = 0; k < #inner; k++) { sum += getX(row, k) * getW(#head * #inner + k, column); }
    OUT(sum);`,
};

export function filmHeads(gpu: Gpu, { inputs: { x, weight, bias } }: KernelCall): TensorInfo[] {
  const [, inner, columns] = weight.shape;
  const inputs = [x, as(weight, 2 * inner, columns), bias];
  return [0, 1].map((head) =>
    gpu.run({ program: HEAD, inputs, rows: x.shape[0], columns, numbers: { head, inner } }),
  );
}

const HEADS_INPUT_GRADIENT: Program = {
  name: 'filmHeadsInputGradient',
  inputs: ['Gamma', 'Beta', 'W'],
  integers: ['inner', 'width'],
  body: `
    FLOAT sum = 0.0;
    for (INT j = 0; j < #width; j++) {
      sum += getGamma(row, j) * getW(column, j) + getBeta(row, j) * getW(#inner + column, j);
    }
    OUT(sum);`,
};

const HEADS_WEIGHT_GRADIENT: Program = {
  name: 'filmHeadsWeightGradient',
  inputs: ['X', 'Gamma', 'Beta'],
  integers: ['inner', 'rows'],
  body: `
    FLOAT sum = 0.0;
    if (row < #inner) {
      for (INT i = 0; i < #rows; i++) { sum += getX(i, row) * getGamma(i, column); }
    } else {
      for (INT i = 0; i < #rows; i++) { sum += getX(i, row - #inner) * getBeta(i, column); }
    }
    OUT(sum);`,
};

const HEADS_BIAS_GRADIENT: Program = {
  name: 'filmHeadsBiasGradient',
  inputs: ['Gamma', 'Beta'],
  integers: ['rows'],
  body: `
    FLOAT sum = 0.0;
    if (row == 0) {
      for (INT i = 0; i < #rows; i++) { sum += getGamma(i, column); }
    } else {
      for (INT i = 0; i < #rows; i++) { sum += getBeta(i, column); }
    }
    OUT(sum);`,
};

export function filmHeadsGradient(
  gpu: Gpu,
  { inputs: { x, weight, dGamma, dBeta } }: KernelCall,
): TensorInfo[] {
  const [, inner, width] = weight.shape;
  const rows = x.shape[0];
  const dx = gpu.run({
    program: HEADS_INPUT_GRADIENT,
    inputs: [dGamma, dBeta, as(weight, 2 * inner, width)],
    rows,
    columns: inner,
    numbers: { inner, width },
  });
  const dWeight = gpu.run({
    program: HEADS_WEIGHT_GRADIENT,
    inputs: [x, dGamma, dBeta],
    rows: 2 * inner,
    columns: width,
    numbers: { inner, rows },
  });
  const dBias = gpu.run({
    program: HEADS_BIAS_GRADIENT,
    inputs: [dGamma, dBeta],
    rows: 2,
    columns: width,
    numbers: { rows },
  });
  return [dx, shaped(dWeight, weight.shape), dBias];
}

const MODULATE_FILM: Program = {
  name: 'modulateFilm',
  inputs: ['L', 'Gamma', 'Beta'],
  floats: ['slope'],
  body: `OUT(leaky(getGamma(row, column) * getL(row, column) + getBeta(row, column), #slope));`,
};

const MODULATE_GATE: Program = {
  name: 'modulateGate',
  inputs: ['L', 'Gamma'],
  floats: ['slope'],
  body: `OUT(leaky(getGamma(row, column) * getL(row, column), #slope));`,
};

export function modulate(
  gpu: Gpu,
  { inputs: { linear, gamma, beta }, attrs: { slope } }: KernelCall<Slope>,
): TensorInfo {
  const [rows, columns] = linear.shape;
  return gpu.run({
    program: beta ? MODULATE_FILM : MODULATE_GATE,
    inputs: beta ? [linear, gamma, beta] : [linear, gamma],
    rows,
    columns,
    numbers: { slope },
  });
}

/** The gradient through the activation, and through it times another matrix. */
const SHIFT_GRADIENT: Program = {
  name: 'modulateShiftGradient',
  inputs: ['Y', 'D'],
  floats: ['slope'],
  body: `OUT(pick(getY(row, column) > 0.0, 1.0, #slope) * getD(row, column));`,
};
const FACTOR_GRADIENT: Program = {
  name: 'modulateFactorGradient',
  inputs: ['Y', 'D', 'Other'],
  floats: ['slope'],
  body: `
    FLOAT d = pick(getY(row, column) > 0.0, 1.0, #slope) * getD(row, column);
    OUT(d * getOther(row, column));`,
};

export function modulateGradient(
  gpu: Gpu,
  { inputs, attrs: { slope, shift } }: KernelCall<Slope & { shift: boolean }>,
): TensorInfo[] {
  const { linear, gamma, y, dy } = inputs;
  const [rows, columns] = linear.shape;
  const call = { rows, columns, numbers: { slope } };
  const times = (other: TensorInfo) =>
    gpu.run({ program: FACTOR_GRADIENT, inputs: [y, dy, other], ...call });
  const gradients = [times(gamma), times(linear)];
  if (shift) gradients.push(gpu.run({ program: SHIFT_GRADIENT, inputs: [y, dy], ...call }));
  return gradients;
}

const TASK_PRODUCT: Program = {
  name: 'taskProduct',
  inputs: ['C', 'X'],
  integers: ['each'],
  body: `OUT(getC(row / #each, column) * getX(row, column));`,
};

export function taskProduct(gpu: Gpu, { inputs: { context, pairs } }: KernelCall): TensorInfo {
  const [rows, columns] = pairs.shape;
  const numbers = { each: rows / context.shape[0] };
  return gpu.run({ program: TASK_PRODUCT, inputs: [context, pairs], rows, columns, numbers });
}

const TASK_PRODUCT_GRADIENT: Program = {
  name: 'taskProductGradient',
  inputs: ['X', 'D'],
  integers: ['each'],
  body: `
    FLOAT sum = 0.0;
    for (INT i = 0; i < #each; i++) {
      sum += getX(row * #each + i, column) * getD(row * #each + i, column);
    }
    OUT(sum);`,
};

export function taskProductGradient(
  gpu: Gpu,
  { inputs: { pairs, dy }, attrs: { tasks } }: KernelCall<{ tasks: number }>,
): TensorInfo {
  const [rows, columns] = pairs.shape;
  const numbers = { each: rows / tasks };
  return gpu.run({ program: TASK_PRODUCT_GRADIENT, inputs: [pairs, dy], rows: tasks, columns, numbers }); // prettier-ignore
}

const HINGE_TERMS: Program = {
  name: 'hingeTerms',
  inputs: ['S'],
  integers: ['pairs'],
  floats: ['share'],
  body: `
    INT j = column % #pairs;
    FLOAT margin = 1.0 - getS(row, j) + getS(row, #pairs + j);
    OUT(pick(margin > 0.0, pick(column < #pairs, -#share, #share), 0.0));`,
};

const HINGE_LOSS: Program = {
  name: 'hingeLoss',
  inputs: ['S'],
  integers: ['pairs'],
  floats: ['share'],
  body: `
    FLOAT sum = 0.0;
    for (INT j = 0; j < #pairs; j++) {
      sum += max(0.0, 1.0 - getS(column, j) + getS(column, #pairs + j));
    }
    OUT(sum * #share);`,
};

export function hinge(gpu: Gpu, { inputs: { scores } }: KernelCall): TensorInfo[] {
  const [tasks, queries] = scores.shape;
  const pairs = queries / 2;
  const numbers = { pairs, share: 1 / (tasks * pairs) };
  const inputs = [scores];
  const gradient = gpu.run({
    program: HINGE_TERMS,
    inputs,
    rows: tasks,
    columns: queries,
    numbers,
  });
  const perTask = gpu.run({ program: HINGE_LOSS, inputs, rows: 1, columns: tasks, numbers });
  const loss = columnSums(gpu, as(perTask, tasks, 1), 1);
  gpu.dispose(perTask);
  return [shaped(loss, []), gradient];
}

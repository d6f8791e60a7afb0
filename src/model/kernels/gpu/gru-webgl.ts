/** The GRU on webgl, which has no loops over its own output: one program a time step. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { GruAttrs } from '../gru';
import type { KernelCall } from '../run';
import { as, shaped, type Gpu, type Program } from './program';

/** States of one step, `[B, 5H]` (h', r, z, n, `W_hn h + b_hn`), from those of the step before. */
const STEP: Program = {
  name: 'gruStep',
  inputs: ['G', 'U', 'Bias', 'P'],
  integers: ['t', 'steps', 'h'],
  body: `
    INT part = column / #h;
    INT j = column - part * #h;
    FLOAT ar = getBias(0, j);
    FLOAT az = getBias(0, #h + j);
    FLOAT an = getBias(0, 2 * #h + j);
    FLOAT before = 0.0;
    if (#t > 0) {
      before = getP(row, j);
      for (INT k = 0; k < #h; k++) {
        FLOAT p = getP(row, k);
        ar += p * getU(k, j);
        az += p * getU(k, #h + j);
        an += p * getU(k, 2 * #h + j);
      }
    }
    INT g = row * #steps + #t;
    FLOAT r = logistic(getG(g, j) + ar);
    FLOAT z = logistic(getG(g, #h + j) + az);
    FLOAT n = tangent(getG(g, 2 * #h + j) + r * an);
    FLOAT state = n + z * (before - n);
    OUT(pick(part == 0, state, pick(part == 1, r, pick(part == 2, z, pick(part == 3, n, an)))));`,
};

/**
 * Gradients of one step, `[B, 5H]`: of the arguments of r, z, n; of `W_hn h + b_hn`; of the state
 * itself. `E` holds those of the step after.
 */
const STEP_BACK: Program = {
  name: 'gruStepBack',
  inputs: ['S', 'U', 'D', 'E'],
  integers: ['t', 'steps', 'batch', 'h'],
  body: `
    INT part = column / #h;
    INT j = column - part * #h;
    INT now = #t * #batch + row;
    FLOAT d = 0.0;
    if (#t == #steps - 1) {
      d = getD(row, j);
    } else {
      d = getE(row, 4 * #h + j) * getS(now + #batch, 2 * #h + j);
      for (INT k = 0; k < 2 * #h; k++) { d += getE(row, k) * getU(j, k); }
      for (INT k = 0; k < #h; k++) { d += getE(row, 3 * #h + k) * getU(j, 2 * #h + k); }
    }
    FLOAT r = getS(now, #h + j);
    FLOAT z = getS(now, 2 * #h + j);
    FLOAT n = getS(now, 3 * #h + j);
    FLOAT an = getS(now, 4 * #h + j);
    FLOAT before = 0.0;
    if (#t > 0) { before = getS(now - #batch, j); }
    FLOAT dn = d * (1.0 - z) * (1.0 - n * n);
    FLOAT dz = d * (before - n) * z * (1.0 - z);
    FLOAT dr = dn * an * r * (1.0 - r);
    OUT(pick(part == 0, dr, pick(part == 1, dz, pick(part == 2, dn, pick(part == 3, dn * r, d)))));`,
};

/** Stacks matrices of `batch` rows: as many inputs as a shader may have textures. */
const GATHER_MOST = 16;
const gather = (count: number): Program => ({
  name: `gather${count}`,
  inputs: Array.from({ length: count }, (_, i) => `A${i}`),
  integers: ['batch'],
  body: `
    INT which = row / #batch;
    INT i = row - which * #batch;
    FLOAT value = 0.0;
    ${Array.from({ length: count }, (_, i) => `if (which == ${i}) { value = getA${i}(i, column); }`).join('\n')}
    OUT(value);`,
});

/** Rows of all `parts`, one after another; the parts are disposed. */
function stack(gpu: Gpu, parts: TensorInfo[]): TensorInfo {
  if (parts.length === 1) return parts[0];
  const [batch, columns] = parts[0].shape;
  const stacked: TensorInfo[] = [];
  const rest: TensorInfo[] = [];
  // Only stacks of one size may be stacked again.
  const each = Math.min(GATHER_MOST, parts.length);
  for (let from = 0; from < parts.length; from += each) {
    const group = parts.slice(from, from + each);
    const call = { program: gather(group.length), inputs: group, columns, numbers: { batch } };
    const result = gpu.run({ ...call, rows: group.length * batch });
    (group.length === each ? stacked : rest).push(result);
  }
  gpu.dispose(...parts);
  const whole = stack(gpu, stacked);
  return rest.length === 0 ? whole : join(gpu, whole, rest[0]);
}

/** `b` under `a`; both are disposed. */
function join(gpu: Gpu, a: TensorInfo, b: TensorInfo): TensorInfo {
  const inputs = [a, b] as unknown as Record<string, TensorInfo>;
  const joined = gpu.stock('Concat', inputs, { axis: 0 });
  gpu.dispose(a, b);
  return joined;
}

export function gruForward(
  gpu: Gpu,
  { inputs: { gates, weight, bias }, attrs: { steps } }: KernelCall<GruAttrs>,
): TensorInfo[] {
  const batch = gates.shape[0] / steps;
  const h = weight.shape[0];
  const fixed = [gates, weight, as(bias, 1, 3 * h)];
  const states: TensorInfo[] = [];
  for (let t = 0; t < steps; t++) {
    // The first step reads no state before it; any matrix may stand there.
    const inputs = [...fixed, states[t - 1] ?? weight];
    states.push(gpu.run({ program: STEP, inputs, rows: batch, columns: 5 * h, numbers: { t, steps, h } })); // prettier-ignore
  }
  const last = gpu.stock('Slice', { x: states[steps - 1] }, { begin: [0, 0], size: [batch, h] });
  return [last, shaped(stack(gpu, states), [steps, batch, 5 * h])];
}

export function gruBackward(
  gpu: Gpu,
  { inputs: { states, weight, dLast } }: KernelCall,
): TensorInfo[] {
  const [steps, batch] = states.shape;
  const h = weight.shape[0];
  const s = as(states, steps * batch, 5 * h);
  const gradients: TensorInfo[] = new Array(steps);
  for (let t = steps - 1; t >= 0; t--) {
    const inputs = [s, weight, dLast, gradients[t + 1] ?? dLast];
    gradients[t] = gpu.run({ program: STEP_BACK, inputs, rows: batch, columns: 5 * h, numbers: { t, steps, batch, h } }); // prettier-ignore
  }
  const all = stack(gpu, gradients);
  const dGates = gateGradients(gpu, all, { steps, batch, h });
  const weightAndBias = recurrentGradient(gpu, s, all, { batch, h, width: 5 * h, skip: 1 });
  gpu.dispose(all);
  return [dGates, ...weightAndBias];
}

const GATE_GRADIENTS: Program = {
  name: 'gruGateGradients',
  inputs: ['E'],
  integers: ['steps', 'batch'],
  body: `
    INT task = row / #steps;
    OUT(getE((row - task * #steps) * #batch + task, column));`,
};

/** The input-side part `[B * S, 3H]`, a task's steps together, of step gradients `[S * B, width]`. */
export const gateGradients = (
  gpu: Gpu,
  gradients: TensorInfo,
  { steps, batch, h }: { steps: number; batch: number; h: number },
): TensorInfo =>
  gpu.run({
    program: GATE_GRADIENTS,
    inputs: [gradients],
    rows: batch * steps,
    columns: 3 * h,
    numbers: { steps, batch },
  });

/** The state of a step times the gradient of the next; the row after the last weight is the bias. */
const RECURRENT_GRADIENT: Program = {
  name: 'gruRecurrentGradient',
  inputs: ['S', 'E'],
  integers: ['rows', 'batch', 'h', 'skip'],
  body: `
    INT source = column;
    if (column >= 2 * #h) { source = column + #skip * #h; }
    FLOAT sum = 0.0;
    if (row < #h) {
      for (INT i = #batch; i < #rows; i++) { sum += getS(i - #batch, row) * getE(i, source); }
    } else {
      for (INT i = 0; i < #rows; i++) { sum += getE(i, source); }
    }
    OUT(sum);`,
};

/**
 * Gradients of the recurrent weight `[H, 3H]` and bias `[3H]` from states `[S * B, 5H]` and step
 * gradients `[S * B, width]`, whose hidden-side `n` lies `skip` parts behind that of the inputs.
 */
export function recurrentGradient(
  gpu: Gpu,
  states: TensorInfo,
  gradients: TensorInfo,
  { batch, h, width, skip }: { batch: number; h: number; width: number; skip: number },
): [TensorInfo, TensorInfo] {
  const rows = states.shape[0];
  const both = gpu.run({
    program: RECURRENT_GRADIENT,
    inputs: [states, as(gradients, rows, width)],
    rows: h + 1,
    columns: 3 * h,
    numbers: { rows, batch, h, skip },
  });
  const dWeight = gpu.stock('Slice', { x: both }, { begin: [0, 0], size: [h, 3 * h] });
  const dBias = gpu.stock('Slice', { x: both }, { begin: [h, 0], size: [1, 3 * h] });
  gpu.dispose(both);
  return [dWeight, shaped(dBias, [3 * h])];
}

/** `GruForward` and `GruBackward` in plain loops; shapes are in `../gru.ts`. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { GruAttrs } from '../gru';
import type { KernelCall } from '../run';
import { output, valuesOf } from './arrays';

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Where a row of the states, time first, lies among those of the gates, a task's steps together. */
const taskFirst = (row: number, steps: number, batch: number) =>
  (row % batch) * steps + Math.floor(row / batch);

export function gruForward(
  backend: MathBackendCPU,
  { inputs: { gates, weight, bias }, attrs: { steps } }: KernelCall<GruAttrs>,
): TensorInfo[] {
  const batch = gates.shape[0] / steps;
  const h = weight.shape[0];
  const [g, u, b] = [gates, weight, bias].map((info) => valuesOf(backend, info));
  const states = output(backend, [steps, batch, 5 * h]);
  const last = output(backend, [batch, h]);
  const s = states.values;
  const a = new Float32Array(3 * h);
  for (let row = 0; row < steps * batch; row++) {
    const now = row * 5 * h;
    const before = row < batch ? -1 : (row - batch) * 5 * h;
    a.set(b);
    if (before >= 0) {
      for (let k = 0; k < h; k++) {
        const state = s[before + k];
        for (let j = 0; j < 3 * h; j++) a[j] += state * u[k * 3 * h + j];
      }
    }
    const from = taskFirst(row, steps, batch) * 3 * h;
    for (let j = 0; j < h; j++) {
      const at = from + j;
      const r = logistic(g[at] + a[j]);
      const z = logistic(g[at + h] + a[h + j]);
      const n = Math.tanh(g[at + 2 * h] + r * a[2 * h + j]);
      const state = before >= 0 ? s[before + j] : 0;
      s[now + j] = n + z * (state - n);
      s[now + h + j] = r;
      s[now + 2 * h + j] = z;
      s[now + 3 * h + j] = n;
      s[now + 4 * h + j] = a[2 * h + j];
    }
  }
  for (let task = 0; task < batch; task++) {
    const from = ((steps - 1) * batch + task) * 5 * h;
    last.values.set(s.subarray(from, from + h), task * h);
  }
  return [last.info, states.info];
}

export function gruBackward(
  backend: MathBackendCPU,
  { inputs: { states, weight, dLast } }: KernelCall,
): TensorInfo[] {
  const [steps, batch] = states.shape;
  const h = weight.shape[0];
  const s = valuesOf(backend, states);
  const u = valuesOf(backend, weight);
  const dGates = output(backend, [steps * batch, 3 * h]);
  const dWeight = output(backend, [h, 3 * h]);
  const dBias = output(backend, [3 * h]);
  const d = valuesOf(backend, dLast).slice();
  // Gradients of the arguments on the state's side: those of the inputs', but for n.
  const e = new Float32Array(3 * h);
  for (let row = steps * batch - 1; row >= 0; row--) {
    const now = row * 5 * h;
    const before = row < batch ? -1 : (row - batch) * 5 * h;
    const task = (row % batch) * h;
    const to = taskFirst(row, steps, batch) * 3 * h;
    for (let j = 0; j < h; j++) {
      const r = s[now + h + j];
      const z = s[now + 2 * h + j];
      const n = s[now + 3 * h + j];
      const an = s[now + 4 * h + j];
      const dh = d[task + j];
      const dn = dh * (1 - z) * (1 - n * n);
      e[j] = dn * an * r * (1 - r);
      e[h + j] = dh * ((before >= 0 ? s[before + j] : 0) - n) * z * (1 - z);
      e[2 * h + j] = dn * r;
      dGates.values[to + j] = e[j];
      dGates.values[to + h + j] = e[h + j];
      dGates.values[to + 2 * h + j] = dn;
      d[task + j] = dh * z;
    }
    for (let j = 0; j < 3 * h; j++) dBias.values[j] += e[j];
    if (before < 0) continue;
    for (let k = 0; k < h; k++) {
      const state = s[before + k];
      let sum = 0;
      for (let j = 0; j < 3 * h; j++) {
        sum += e[j] * u[k * 3 * h + j];
        dWeight.values[k * 3 * h + j] += state * e[j];
      }
      d[task + k] += sum;
    }
  }
  return [dGates.info, dWeight.info, dBias.info];
}

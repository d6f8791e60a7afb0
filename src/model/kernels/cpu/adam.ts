/** `AdamStep` in plain loops. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { adamScales, gradientsOf, type AdamAttrs } from '../adam';
import type { KernelCall } from '../run';
import { output, valuesOf } from './arrays';

/** See `AdamStep` in `../adam.ts`. */
export function adamStep(
  backend: MathBackendCPU,
  { inputs, attrs }: KernelCall<AdamAttrs>,
): TensorInfo[] {
  const { learningRate, beta1, beta2, epsilon, weightDecay, clip } = attrs;
  const n = inputs.state.shape[1];
  const scales = adamScales(attrs);
  const state = valuesOf(backend, inputs.state);
  const next = output(backend, inputs.state.shape);
  let i = 0;
  const values = gradientsOf(inputs).map((gradient) => {
    const g = valuesOf(backend, gradient);
    const value = output(backend, gradient.shape);
    for (let j = 0; j < g.length; j++, i++) {
      const q = Math.max(-clip, Math.min(clip, g[j])) + weightDecay * state[i];
      const m = beta1 * state[n + i] + (1 - beta1) * q;
      const v = beta2 * state[2 * n + i] + (1 - beta2) * q * q;
      const step = (learningRate * m * scales.m) / (Math.sqrt(v * scales.v) + epsilon);
      value.values[j] = state[i] - step;
      next.values[i] = value.values[j];
      next.values[n + i] = m;
      next.values[2 * n + i] = v;
    }
    return value.info;
  });
  return [next.info, ...values];
}

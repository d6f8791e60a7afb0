/** Adam on all parameters at once. */
import type { NamedTensorMap, Tensor, Tensor2D, TensorInfo } from '@tensorflow/tfjs-core';
import { runKernels } from './run';

/**
 * Inputs: `state` `[3, N]` (parameters, first and second moments, flat) and one gradient a parameter
 * under the keys `0`, `1`, ... in the order of the flat layout. Outputs: the new state (on wasm in the
 * place of the old one, under a handle of its own), then every parameter's new value in its gradient's
 * shape, never in place: XNNPACK keeps packed copies of weights.
 */
export const AdamStep = 'CmmlAdamStep';

export interface AdamAttrs {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  /** L2 weight decay, added to the gradient. */
  weightDecay: number;
  /** Gradients are clipped by value to `[-clip, clip]`; `Infinity` for none. */
  clip: number;
  /** Number of this step, from 1. */
  step: number;
}

/** One step: the next `state [3, N]`, and the parameters it holds in the shapes of `gradients`. */
export function adamStep(
  state: Tensor2D,
  gradients: readonly Tensor[],
  attrs: AdamAttrs,
): { state: Tensor2D; values: Tensor[] } {
  const inputs: NamedTensorMap = { state };
  gradients.forEach((gradient, i) => (inputs[i] = gradient));
  const [next, ...values] = runKernels<[Tensor2D, ...Tensor[]]>(AdamStep, inputs, attrs);
  return { state: next, values };
}

/** Gradients of an `AdamStep` call, in order. */
export function gradientsOf(inputs: Record<string, TensorInfo>): TensorInfo[] {
  const count = Object.keys(inputs).length - 1;
  return Array.from({ length: count }, (_, i) => inputs[i]);
}

/** `1 / (1 - beta^t)`: what takes the bias off the two moments. */
export function adamScales({ beta1, beta2, step }: AdamAttrs): { m: number; v: number } {
  return { m: 1 / (1 - beta1 ** step), v: 1 / (1 - beta2 ** step) };
}

/** Names, inputs and attributes of the kernels that this project adds to tfjs. */
import type { TensorInfo } from '@tensorflow/tfjs-core';

/**
 * Adam on all parameters at once. Inputs: `state` `[3, N]` (parameters, first and second moments,
 * flat) and one gradient a parameter under the keys `0`, `1`, ... in the order of the flat layout.
 * Outputs: the new state, then every parameter's new value in its gradient's shape.
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

/** What a kernel function is called with. */
export interface KernelCall<Attrs = object> {
  inputs: Record<string, TensorInfo>;
  attrs: Attrs;
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

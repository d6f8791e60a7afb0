/**
 * Adam (Kingma & Ba 2015) as PyTorch has it: L2 weight decay is added to the gradient, and epsilon
 * to the root of the second moment after its bias correction.
 */
import * as tf from '@tensorflow/tfjs-core';
import { AdamStep, adamStep, type AdamAttrs } from './kernels/adam';
import { hasKernel } from './kernels/run';

export interface AdamOptions {
  learningRate: number;
  /** L2 weight decay, added to the gradient. */
  weightDecay?: number;
  /** Gradients are clipped by value to `[-clip, clip]`, before the decay is added. */
  clip?: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
}

export interface AdamState {
  /** `[3, N]`: parameters, first moments, second moments, each flat. */
  rows: tf.Tensor2D;
  /** Steps taken. */
  step: number;
}

/** The state before the first step. */
export function adamInit(parameters: readonly tf.Tensor[]): AdamState {
  const rows = tf.tidy(() => {
    const flat = tf.concat1d(parameters.map((tensor) => tf.reshape(tensor, [tensor.size])));
    const zeros = tf.zerosLike(flat);
    return tf.stack([flat, zeros, zeros]) as tf.Tensor2D;
  });
  return { rows, step: 0 };
}

/**
 * One step. `state` is used up: where a backend can, the new one lies in its place. It is still the
 * caller's to dispose.
 *
 * @param gradients one a parameter, in the order given to `adamInit`
 * @returns the new state and the new values of each parameter, in the shapes of `gradients`
 */
export function adamUpdate(
  state: AdamState,
  gradients: readonly tf.Tensor[],
  options: AdamOptions,
): { state: AdamState; values: tf.Tensor[] } {
  const attrs = adamAttrs(state, options);
  const next = hasKernel(AdamStep) ? adamStep : plainStep;
  const { state: rows, values } = next(state.rows, gradients, attrs);
  return { state: { rows, step: attrs.step }, values };
}

/** What the coming step needs beside state and gradients. */
export const adamAttrs = ({ step }: AdamState, options: AdamOptions): AdamAttrs => ({
  learningRate: options.learningRate,
  beta1: options.beta1 ?? 0.9,
  beta2: options.beta2 ?? 0.999,
  // Always given: tfjs's own default differs by backend.
  epsilon: options.epsilon ?? 1e-8,
  weightDecay: options.weightDecay ?? 0,
  clip: options.clip ?? Infinity,
  step: step + 1,
});

function plainStep(
  rows: tf.Tensor2D,
  gradients: readonly tf.Tensor[],
  { learningRate, beta1, beta2, epsilon, weightDecay, clip, step }: AdamAttrs,
): { state: tf.Tensor2D; values: tf.Tensor[] } {
  return tf.tidy(() => {
    const [weights, first, second] = tf.unstack(rows) as tf.Tensor1D[];
    const raw = tf.concat1d(gradients.map((gradient) => tf.reshape(gradient, [gradient.size])));
    const clipped = Number.isFinite(clip) ? tf.clipByValue(raw, -clip, clip) : raw;
    const gradient = tf.add(clipped, tf.mul(weights, weightDecay));
    const m = tf.add(tf.mul(first, beta1), tf.mul(gradient, 1 - beta1));
    const v = tf.add(tf.mul(second, beta2), tf.mul(tf.square(gradient), 1 - beta2));
    const scale = tf.add(tf.sqrt(tf.div(v, 1 - beta2 ** step)), epsilon);
    const change = tf.div(tf.mul(m, learningRate / (1 - beta1 ** step)), scale);
    const updated = tf.sub(weights, change) as tf.Tensor1D;
    const parts = tf.split(
      updated,
      gradients.map((gradient) => gradient.size),
    );
    const values = parts.map((part, i) => tf.reshape(part, gradients[i].shape));
    return { state: tf.stack([updated, m, v]) as tf.Tensor2D, values };
  });
}

/** A learning rate that falls in a straight line to 0 over `steps`; constant without `steps`. */
export const linearDecay = (rate: number, step: number, steps = Infinity): number =>
  Number.isFinite(steps) ? rate * Math.max(0, 1 - step / steps) : rate;

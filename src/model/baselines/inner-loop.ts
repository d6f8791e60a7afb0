/**
 * The inner loop that all gradient-based baselines share (MAML, Finn et al. 2017):
 * `theta_{k+1} = theta_k - alpha * grad L_support(theta_k)`, one set of parameters a task.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';

import type { Objective } from '../types';
import { copyPerTask, detach } from './network';
import type { LabelledPairs, ScoreNetwork, Weights } from './network';
import { setLoss } from './objective';

export interface InnerLoop {
  objective: Objective;
  steps: number;
  /** `alpha`: one number, or per parameter a tensor of its shape (Meta-SGD). */
  rate: number | Weights;
  /** Names of the parameters that adapt; the others stay shared. */
  adapted: string[];
  /**
   * 2 lets the meta-gradient flow through the inner gradients (MAML), 1 takes them as constants.
   * Only the meta-gradient differs: the adapted parameters are the same.
   */
  order: 1 | 2;
}

export interface SupportGradient {
  /** Support loss of each task before the step, `[B]`. */
  loss: Tensor1D;
  /** By name, `[B, ...shape]`. */
  gradients: Weights;
}

/**
 * Gradient of each task's support loss at its own parameters `fast` (`[B, ...shape]` each).
 * Tasks share no parameter here, so the gradient of the sum holds every task's own. Inside another
 * `tf.grads` the backward pass is recorded too, which is what makes second order work.
 * An empty support set has loss 0 and gradient 0.
 */
export function supportGradient(
  network: ScoreNetwork,
  objective: Objective,
  shared: Weights,
  fast: Weights,
  support: LabelledPairs,
): SupportGradient {
  const names = Object.keys(fast);
  const [tasks, size] = support.pairs.shape;
  // Nothing to be wrong about: the loss is 0 and so is its slope, where a mean of nothing has neither.
  if (size === 0) {
    const flat = names.map((name) => [name, tf.zerosLike(fast[name])]);
    return { loss: tf.zeros([tasks]), gradients: Object.fromEntries(flat) as Weights };
  }
  const losses = (...values: Tensor[]) => {
    const own = Object.fromEntries(names.map((name, i) => [name, values[i]]));
    return setLoss(objective, network.score({ ...shared, ...own }, support.pairs), support);
  };
  const { value, grads } = tf.valueAndGrads(losses)(names.map((name) => fast[name]));
  return {
    loss: value as Tensor1D,
    gradients: Object.fromEntries(names.map((name, i) => [name, grads[i]])),
  };
}

/**
 * Adapts to every task's support set.
 *
 * @param watch called before each step with the support losses `[B]` (the inner-loop loss curve)
 * @returns the shared parameters with the adapted ones `[B, ...shape]` in their place
 */
export function adapt(
  network: ScoreNetwork,
  weights: Weights,
  support: LabelledPairs,
  { objective, steps, rate, adapted, order }: InnerLoop,
  watch?: (step: number, loss: Tensor1D) => void,
): Weights {
  const step = (fast: Weights, k: number): Weights => {
    const { loss, gradients } = supportGradient(network, objective, weights, fast, support);
    watch?.(k, loss);
    return Object.fromEntries(
      adapted.map((name) => {
        const gradient = order === 2 ? gradients[name] : detach(gradients[name]);
        const alpha = typeof rate === 'number' ? rate : rate[name];
        return [name, tf.sub(fast[name], tf.mul(alpha, gradient))];
      }),
    );
  };
  let fast = copyPerTask(weights, adapted, support.pairs.shape[0]);
  for (let k = 0; k < steps; k++) {
    // Frees what the step is done with; a gradient that still needs it has kept its own handle.
    const next = tf.tidy(() => step(fast, k));
    tf.dispose(fast);
    fast = next;
  }
  return { ...weights, ...fast };
}

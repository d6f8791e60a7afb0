/**
 * What the baselines are made of: networks that score pairs, with one set of parameters for all tasks
 * or one set a task, so that a whole meta-batch adapts at once.
 *
 * `B` tasks, `N` pairs of a task, `D` the pair vector's size.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

import '../gradients';
import type { Parameters } from '../parameter-set';
import type { ParameterSpec } from '../specs';

/** Tensors by name; a linear layer's weight is `[in, out]`, or `[B, in, out]` after adaptation. */
export type Weights = Record<string, Tensor>;

/** A network that gives each pair a score. */
export interface ScoreNetwork {
  specs: ParameterSpec[];
  /** @returns scores `[B, N]` of `pairs` `[B, N, D]` */
  score(weights: Weights, pairs: Tensor3D): Tensor2D;
}

/** A labelled set of every task: `pairs [B, N, D]`, `labels [B, N]`, `mask [B, N]` 0 on padding. */
export interface LabelledPairs {
  pairs: Tensor3D;
  labels: Tensor2D;
  mask?: Tensor2D;
}

/** A meta-batch of episodes. */
export interface Episodes {
  support: LabelledPairs;
  query: LabelledPairs;
}

/** The shared tensors of `specs`, as the training loop holds them. */
export function sharedWeights(specs: readonly ParameterSpec[], parameters: Parameters): Weights {
  return Object.fromEntries(specs.map(({ name }) => [name, parameters.get(name)]));
}

/** `x W + b` on `[B, N, in]`, with `W` `[in, out]` shared by the tasks or `[B, in, out]`. */
export function linear(weights: Weights, name: string, x: Tensor3D): Tensor3D {
  const weight = weights[`${name}.weight`];
  const bias = weights[`${name}.bias`];
  const [tasks, pairs, inSize] = x.shape;
  if (weight.rank === 3) {
    return tf.add(tf.matMul(x, weight as Tensor3D), tf.expandDims(bias, 1));
  }
  const flat = tf.reshape(x, [tasks * pairs, inSize]) as Tensor2D;
  const out = tf.add(tf.matMul(flat, weight as Tensor2D), bias);
  return tf.reshape(out, [tasks, pairs, weight.shape[1] as number]);
}

/** A vector parameter made ready to meet `[B, N, size]`: `[size]` stays, `[B, size]` gets an axis. */
export function overPairs(vector: Tensor): Tensor {
  return vector.rank === 2 ? tf.expandDims(vector, 1) : vector;
}

/**
 * Gives every task its own copy `[B, ...shape]`.
 * By addition, not `tile`: the gradient of a sum over tasks is one kernel, that of `tile` is `B`.
 */
export function copyPerTask(weights: Weights, names: string[], tasks: number): Weights {
  const copies: Weights = {};
  for (const name of names) {
    const weight = weights[name];
    copies[name] = tf.add(tf.expandDims(weight, 0), tf.zeros([tasks, ...weight.shape]));
  }
  return copies;
}

/**
 * The same numbers as a constant: no gradient flows through the result.
 * tfjs has no such operation; a second handle on the same data is one.
 */
export function detach<T extends Tensor>(tensor: T): T {
  tf.backend().incRef(tensor.dataId);
  return tf.engine().makeTensorFromTensorInfo(tensor) as T;
}

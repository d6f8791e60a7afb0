/**
 * Labelled pairs to one vector a task: a network reads each `[x, y]`, the mean is the task's. Its last layer is linear, and
 * so may read the mean.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

import { linearSpecs } from '../../specs';
import type { ParameterSpec } from '../../specs';
import { linear } from '../network';
import type { LabelledPairs, Weights } from '../network';

export const pairEncoderSpecs = (name: string, pairDim: number, width: number): ParameterSpec[] => [
  ...linearSpecs(`${name}.fc0`, pairDim + 1, width),
  ...linearSpecs(`${name}.fc1`, width, width),
  ...linearSpecs(`${name}.fc2`, width, width),
];

/** `x W + b` on one row a task, `[B, in]`. */
export const dense = (weights: Weights, name: string, x: Tensor2D): Tensor2D =>
  tf.add(tf.matMul(x, weights[`${name}.weight`] as Tensor2D), weights[`${name}.bias`]);

/** @returns `[B, width]`, the same for any order of the pairs; of a set without pairs the last bias alone */
export function encodePairs(
  weights: Weights,
  name: string,
  { pairs, labels, mask }: LabelledPairs,
): Tensor2D {
  const read = tf.concat([pairs, tf.expandDims(labels, 2)], 2) as Tensor3D;
  const hidden = tf.relu(linear(weights, `${name}.fc0`, read));
  const each = tf.relu(linear(weights, `${name}.fc1`, hidden));
  const sum = tf.sum(mask ? tf.mul(each, tf.expandDims(mask, 2)) : each, 1) as Tensor2D;
  const count = mask ? tf.maximum(tf.sum(mask, 1, true), 1) : Math.max(pairs.shape[1], 1);
  return dense(weights, `${name}.fc2`, tf.div(sum, count));
}

/** Losses of one task's labelled pairs, one number a task, so that tasks adapt side by side. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

import type { Objective } from '../types';
import type { LabelledPairs } from './network';

/**
 * Loss of a labelled set for an inner step, `[B]`. Rating: mean squared error (equation 5).
 * Ranking: the hinge of equation 4 averaged over every positive and every negative of the set, so
 * that neither the order of a support set nor the balance of its labels matters. A ranking set
 * without a positive or without a negative has loss 0 and teaches nothing.
 *
 * @param scores `[B, N]`
 */
export function setLoss(objective: Objective, scores: Tensor2D, set: LabelledPairs): Tensor1D {
  return objective === 'rating' ? meanSquaredError(scores, set) : hingeOverPairs(scores, set);
}

/**
 * Loss of the query set, `[B]`. Rating: as `setLoss`. Ranking: equation 4, positive `q` (first
 * half) against its own negative (second half).
 */
export function queryLoss(objective: Objective, scores: Tensor2D, set: LabelledPairs): Tensor1D {
  if (objective === 'rating') return meanSquaredError(scores, set);
  const half = scores.shape[1] / 2;
  const positive = tf.slice(scores, [0, 0], [-1, half]);
  const negative = tf.slice(scores, [0, half], [-1, half]);
  const mask = set.mask && tf.slice(set.mask, [0, 0], [-1, half]);
  return maskedMean(tf.relu(tf.add(tf.sub(negative, positive), 1)), mask);
}

function meanSquaredError(scores: Tensor2D, { labels, mask }: LabelledPairs): Tensor1D {
  const error = tf.sub(scores, labels);
  return maskedMean(tf.mul(error, error), mask);
}

function hingeOverPairs(scores: Tensor2D, { labels, mask }: LabelledPairs): Tensor1D {
  const positive = mask ? tf.mul(labels, mask) : labels;
  const negative = mask ? tf.mul(tf.sub(1, labels), mask) : tf.sub(1, labels);
  const margin = tf.sub(tf.expandDims(scores, 1), tf.expandDims(scores, 2));
  const weight = tf.mul(tf.expandDims(positive, 2), tf.expandDims(negative, 1));
  const hinge = tf.mul(tf.relu(tf.add(margin, 1)), weight);
  return tf.div(tf.sum(hinge, [1, 2]), tf.maximum(tf.sum(weight, [1, 2]), 1));
}

function maskedMean(values: Tensor, mask: Tensor | undefined): Tensor1D {
  if (!mask) return tf.div(tf.sum(values, 1), values.shape[1] as number);
  return tf.div(tf.sum(tf.mul(values, mask), 1), tf.maximum(tf.sum(mask, 1), 1));
}

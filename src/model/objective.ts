import * as tf from '@tensorflow/tfjs-core';
import { Hinge, hingeKernel } from './kernels/hinge';
import { hasKernel } from './kernels/run';

/**
 * Hinge loss (equation 4), averaged: `max(0, 1 - f(u, i+) + f(u, i-))`.
 * @param scores `[B, Q]`; the second half of a task's queries are the negatives of the first half's
 */
export function hinge(scores: tf.Tensor2D): tf.Scalar {
  const [tasks, queries] = scores.shape;
  if (queries % 2 !== 0) throw new Error(`hinge: ${queries} queries cannot be paired`);
  if (hasKernel(Hinge)) return hingeKernel(scores);
  const halves = tf.reshape(scores, [tasks, 2, queries / 2]);
  // A sum with signs, not two slices: its gradient is one broadcast instead of two pads.
  const margin = tf.sum(tf.mul(halves, tf.tensor3d([1, -1], [1, 2, 1])), 1);
  return tf.mean(tf.relu(tf.sub(1, margin)));
}

/** Mean squared error (equation 5); both `[B, Q]`, `mask` 1 where there is a query pair. */
export function meanSquare(
  scores: tf.Tensor2D,
  ratings: tf.Tensor2D,
  mask?: tf.Tensor2D,
): tf.Scalar {
  return perTaskMean(tf.square(tf.sub(scores, ratings)), mask);
}

/** Mean over queries of each task, then over tasks. */
export function perTaskMean(values: tf.Tensor2D, mask?: tf.Tensor2D): tf.Scalar {
  if (!mask) return tf.mean(values);
  const counts = tf.maximum(tf.sum(mask, 1), 1);
  return tf.mean(tf.div(tf.sum(tf.mul(values, mask), 1), counts));
}

/** Squared near zero, absolute beyond `delta`: one wild rating does not steer a step. */
export function huber(
  scores: tf.Tensor2D,
  ratings: tf.Tensor2D,
  delta: number,
  mask?: tf.Tensor2D,
): tf.Scalar {
  const distance = tf.abs(tf.sub(scores, ratings));
  const inside = tf.minimum(distance, delta);
  const values = tf.add(tf.div(tf.square(inside), 2), tf.mul(delta, tf.sub(distance, inside)));
  return perTaskMean(values as tf.Tensor2D, mask);
}

/**
 * Logistic loss of each pair of a task's queries being in the wrong order, weighted by the
 * difference of their NDCG gains `2^stars - 1` (RankNet with gains); all `[B, Q]`.
 *
 * @param stars what the order is judged by
 * @param slope of the logistic (RankNet's sigma): the larger, the smaller a distance of scores
 *   satisfies it, and the less it drives scores apart
 */
export function pairwiseLogistic(
  scores: tf.Tensor2D,
  stars: tf.Tensor2D,
  mask?: tf.Tensor2D,
  slope = 1,
): tf.Scalar {
  const difference = (x: tf.Tensor2D) => tf.sub(tf.expandDims(x, 2), tf.expandDims(x, 1));
  const gains = tf.sub(tf.exp(tf.mul(stars, Math.LN2)), 1) as tf.Tensor2D;
  const better = tf.relu(difference(gains));
  const counted = mask ? tf.mul(tf.expandDims(mask, 2), tf.expandDims(mask, 1)) : null;
  const weights = counted ? tf.mul(better, counted) : better;
  const losses = tf.mul(weights, tf.softplus(tf.mul(-slope, difference(scores))));
  const total = tf.maximum(tf.sum(weights, [1, 2]), 1e-6);
  return tf.mean(tf.div(tf.sum(losses, [1, 2]), total));
}

import * as tf from '@tensorflow/tfjs-core';

/**
 * Hinge loss (equation 4), averaged: `max(0, 1 - f(u, i+) + f(u, i-))`.
 * @param scores `[B, Q]`; the second half of a task's queries are the negatives of the first half's
 */
export function hinge(scores: tf.Tensor2D): tf.Scalar {
  const [tasks, queries] = scores.shape;
  if (queries % 2 !== 0) throw new Error(`hinge: ${queries} queries cannot be paired`);
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

import * as tf from '@tensorflow/tfjs-core';
import { hasSeparatePrototypes } from '../structure';
import type { ModelConfig } from '../types';
import { labelValues, supportCounts, supportMask, weightedMean, type Support } from './support';

/** How many pairs' worth of the unit deviation of all features a deviation starts from. */
export const PRIOR_PAIRS = 3;

/**
 * The prototype residual of the support set, `mean_k y_k x_k` (y = +1, -1, or the rating's value):
 * `[B, D]`. With `consensus`, each column in units of how far the liked pairs lie apart in it.
 * Separate prototypes are the mean of the likes (so measured) and that of the dislikes: `[B, 2 D]`.
 */
export function prototypeOf(config: ModelConfig, support: Support): tf.Tensor2D {
  const measured = (prototype: tf.Tensor2D): tf.Tensor2D =>
    config.consensus ? tf.div(prototype, likedDeviation(support)) : prototype;
  const mask = supportMask(config, support);
  const mean = (weights: tf.Tensor2D, counts: tf.Tensor2D) =>
    weightedMean(support.pairs, mask ? tf.mul(weights, mask) : weights, counts);

  if (!hasSeparatePrototypes(config)) {
    return measured(mean(labelValues(config, support), supportCounts(support, mask)));
  }
  const meanOf = (side: tf.Tensor2D) => {
    const own: tf.Tensor2D = mask ? tf.mul(side, mask) : side;
    return mean(side, tf.maximum(tf.sum(own, 1, true), 1));
  };
  const likes = measured(meanOf(support.labels));
  return tf.concat([likes, meanOf(tf.sub(1, support.labels))], 1);
}

/**
 * Deviation of the `n` liked pairs around their mean, by column and shrunk towards 1:
 * `sqrt((n var + 3) / (n + 3))`, `[B, D]`. Small where they agree, 1 where nothing is liked.
 */
function likedDeviation({ pairs, labels, mask }: Support): tf.Tensor2D {
  const liked: tf.Tensor2D = mask ? tf.mul(labels, mask) : labels;
  const count = tf.sum(liked, 1, true) as tf.Tensor2D;
  const atLeastOne = tf.maximum(count, 1) as tf.Tensor2D;
  const mean = weightedMean(pairs, liked, atLeastOne);
  const apart = tf.squaredDifference(pairs, tf.expandDims(mean, 1)) as tf.Tensor3D;
  const variance = weightedMean(apart, liked, atLeastOne);
  const shrunken: tf.Tensor2D = tf.div(
    tf.add(tf.mul(variance, count), PRIOR_PAIRS),
    tf.add(count, PRIOR_PAIRS),
  );
  return tf.sqrt(shrunken);
}

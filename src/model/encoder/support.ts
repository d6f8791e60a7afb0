import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../data/random';
import type { ModelConfig } from '../types';

/** Support sets of `B` tasks, padded to the longest. */
export type Support = {
  /** `x [B, S, D]` */
  pairs: tf.Tensor3D;
  /** `[B, S]`: 1 liked, 0 not (ranking); the rating, or what is left of it (rating). */
  labels: tf.Tensor2D;
  /** `[B, S]`, 1 where there is a pair, 0 where there is padding; none: no padding. */
  mask?: tf.Tensor2D;
};

/** What only training does to a forward pass. */
export interface Training {
  /** For dropout. */
  random: Random;
}

/** Labels as one signed number a pair, `[B, S]`: +1 and -1 (ranking), or the rating's value. */
export const labelValues = (config: ModelConfig, { labels }: Support): tf.Tensor2D =>
  config.task === 'rating' ? labels : tf.sub(tf.mul(labels, 2), 1);

/** Which pairs count, `[B, S]`: padding and, with `positivesOnly`, negatives are left out. */
export function supportMask(
  config: ModelConfig,
  { labels, mask }: Support,
): tf.Tensor2D | undefined {
  if (!config.positivesOnly || config.task !== 'ranking') return mask;
  return mask ? tf.mul(mask, labels) : labels;
}

/** Number of pairs that count, at least 1 (so that an empty support set pools to zero): `[B, 1]`. */
export function supportCounts(support: Support, mask: tf.Tensor2D | undefined): tf.Tensor2D {
  const [tasks, size] = support.pairs.shape;
  if (!mask) return tf.fill([tasks, 1], Math.max(1, size)) as tf.Tensor2D;
  return tf.maximum(tf.sum(mask, 1, true), 1);
}

/** `mean_k w_k v_k` over the pairs that count: `values [B, S, D]`, `weights [B, S]` -> `[B, D]`. */
export function weightedMean(
  values: tf.Tensor3D,
  weights: tf.Tensor2D | undefined,
  counts: tf.Tensor2D,
): tf.Tensor2D {
  const weighted = weights ? tf.mul(values, tf.expandDims(weights, 2)) : values;
  return tf.div(tf.sum(weighted, 1), counts);
}

import * as tf from '@tensorflow/tfjs-core';
import type { Parameters } from '../parameter-set';
import type { ModelConfig } from '../types';
import { pairMlp } from './pair-mlp';
import { supportMask, type Support } from './support';

/** Lower than any value of a pair embedding: padding never is the largest. */
const LOWEST = -1e9;

/** Pooled encoder (equation 6) with the maximum over support pairs, per dimension: `C [B, D]`. */
export function encodeMax(
  config: ModelConfig,
  parameters: Parameters,
  support: Support,
): tf.Tensor2D {
  const values = pairMlp(config, parameters, support);
  const mask = supportMask(config, support);
  if (!mask) return tf.max(values, 1);
  const masked = tf.add(values, tf.expandDims(tf.mul(tf.sub(1, mask), LOWEST), 2));
  // Nothing to pool: zero, not the lowest value.
  const any = tf.max(mask, 1, true);
  return tf.where<tf.Tensor2D>(
    tf.greater(any, 0),
    tf.max(masked, 1) as tf.Tensor2D,
    tf.zerosLike(any) as tf.Tensor2D,
  );
}

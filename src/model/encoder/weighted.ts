import * as tf from '@tensorflow/tfjs-core';
import { dense } from '../ops/dense';
import { dropout } from '../ops/dropout';
import type { Parameters } from '../parameter-set';
import { constant, linearSpecs, type ParameterSpec } from '../specs';
import { pairSize } from '../structure';
import type { ModelConfig } from '../types';
import { labelValues, supportCounts, supportMask, type Support, type Training } from './support';

/** How many ratings' worth of shrinkage `softplus(ridge) = 1` is. */
export const SHRINKAGE = 5;
/** `softplus(x) = 1`. */
const UNIT_RIDGE = Math.log(Math.E - 1);

/**
 * Parameters of the label-weighted pooling encoder: an embedding `h` and key `phi` of a pair, a
 * step size `eta_t` for each round, a shrinkage, and the kernel's scale `s`.
 */
export function weightedSpecs(config: ModelConfig): ParameterSpec[] {
  const { pairDim, poolHidden } = config.sizes;
  const size = pairSize(config);
  const rounds = config.rounds ?? 1;
  return [
    ...linearSpecs('encoder.embed0', pairDim, poolHidden),
    ...linearSpecs('encoder.embed1', poolHidden, size),
    ...linearSpecs('encoder.key', size, size),
    { name: 'encoder.rates', shape: [rounds], init: constant(1 / rounds) },
    { name: 'encoder.ridge', shape: [1], init: constant(UNIT_RIDGE) },
    { name: 'encoder.scale', shape: [size], init: constant(1) },
  ];
}

/** Embedding `h` and key `phi(h)` of pairs `x [R, D]`, each `[R, pairSize]`. */
export function embedPairs(
  config: ModelConfig,
  parameters: Parameters,
  pairs: tf.Tensor2D,
  training?: Training,
): { embedding: tf.Tensor2D; key: tf.Tensor2D } {
  const hidden = dense(
    pairs,
    parameters.get('encoder.embed0.weight'),
    parameters.get('encoder.embed0.bias'),
    { leaky: config.leakySlope },
  );
  const embedding = dense(
    training && config.dropout ? dropout(hidden, config.dropout, training.random) : hidden,
    parameters.get('encoder.embed1.weight'),
    parameters.get('encoder.embed1.bias'),
  );
  const key = dense(
    embedding,
    parameters.get('encoder.key.weight'),
    parameters.get('encoder.key.bias'),
  );
  return { embedding, key };
}

/**
 * Label-weighted pooling: in each round `t`
 *
 *     dC = eta_t sum_k e_k phi_k / (n + 5 softplus(ridge)),  C += dC,  e_k -= sum_p s_p dC_p phi_kp
 *
 * where `e_k` starts as the label. One round is plain pooling of label times key. More rounds are
 * weight-tied linear attention over the support labels: a feed-forward pass that is, mathematically,
 * an unrolled functional gradient descent under the kernel `phi diag(s) phi'`.
 *
 * @returns `C [B, pairSize]`
 */
export function encodeWeighted(
  config: ModelConfig,
  parameters: Parameters,
  support: Support,
  training?: Training,
): tf.Tensor2D {
  const [tasks, size, pairDim] = support.pairs.shape;
  const rows = tf.reshape(support.pairs, [tasks * size, pairDim]) as tf.Tensor2D;
  const width = pairSize(config);
  const { key } = embedPairs(config, parameters, rows, training);
  const keys = tf.reshape(key, [tasks, size, width]);
  const mask = supportMask(config, support);
  const masked = mask ? tf.mul(keys, tf.expandDims(mask, 2)) : keys;
  const counts = tf.expandDims(supportCounts(support, mask), 2);
  const shrunken = tf.add(counts, tf.mul(SHRINKAGE, tf.softplus(parameters.get('encoder.ridge'))));
  const scale = parameters.get<tf.Tensor1D>('encoder.scale');
  const rates = parameters.get<tf.Tensor1D>('encoder.rates');
  const rounds = rates.shape[0];

  let errors = tf.expandDims(labelValues(config, support), 1); // [B, 1, S]
  let context: tf.Tensor = tf.zeros([tasks, 1, width]);
  for (let t = 0; t < rounds; t++) {
    const pooled = tf.div(tf.matMul(errors, masked), shrunken);
    const change = tf.mul(pooled, tf.slice(rates, t, 1));
    context = tf.add(context, change);
    if (t + 1 < rounds) {
      errors = tf.sub(errors, tf.matMul(tf.mul(change, scale), masked, false, true));
    }
  }
  return tf.reshape(context, [tasks, width]);
}

/** What the context alone predicts for keys: `sum_p s_p (C * phi(h_q))_p`, from the hybrid `[R, P]`. */
export function kernelScore(parameters: Parameters, hybrid: tf.Tensor2D): tf.Tensor2D {
  const scale = parameters.get<tf.Tensor1D>('encoder.scale');
  return tf.matMul(hybrid, tf.reshape(scale, [scale.shape[0], 1]) as tf.Tensor2D);
}

/**
 * Attention by candidate: every candidate weighs the support pairs itself, the likes and the dislikes
 * apart, so that a support set of two tastes is not averaged into one vector that is neither
 * (`docs/model.md`, 'Attention by candidate'). One forward pass, like any other hybrid context.
 */
import * as tf from '@tensorflow/tfjs-core';
import { PRIOR_PAIRS } from './encoder/prototype';
import { supportMask, type Support } from './encoder/support';
import { dense } from './ops/dense';
import type { Parameters } from './parameter-set';
import { constant, linearSpecs, type ParameterSpec } from './specs';
import { keyDim } from './structure';
import type { ModelConfig } from './types';

/** Weights of each candidate on the support pairs, `[B, Q, S]`: they sum to 1, or to 0 where there is no such pair. */
export type Attention = {
  likes: tf.Tensor3D;
  dislikes: tf.Tensor3D;
};

type Side = keyof Attention;

/** How sharp attention starts: the logits are about so many times a dot product of unit scale. */
const SHARPNESS = 3;
/** Added to the logits of pairs that do not count; small enough for half-precision floats. */
const MASKED = 1e4;

export function attentionSpecs(config: ModelConfig): ParameterSpec[] {
  if (config.task === 'rating' || config.encoder === 'weighted') {
    throw new RangeError('attention by candidate is for rankings of pairs, not for ratings');
  }
  if (config.attention === 'uniform') return [];
  return (['likes', 'dislikes'] as const).flatMap((side) => [
    ...linearSpecs(`hybrid.${side}`, config.sizes.pairDim, keyDim(config)),
    { name: `hybrid.${side}.sharpness`, shape: [1], init: constant(SHARPNESS) },
  ]);
}

/**
 * What every candidate reads of the support set, `[a, a * x, d * x]` as `[B * Q, 3 D]`: `a` is the weighted
 * mean of the likes, measured column by column by their weighted deviation, `d` the weighted mean of the dislikes.
 *
 * @param pairs `x [B * Q, D]`, a task's candidates together
 * @param sharpness the logits are multiplied by it: 1 as learned, 0 for uniform weights
 */
export function attend(
  config: ModelConfig,
  parameters: Parameters,
  support: Support,
  pairs: tf.Tensor2D,
  sharpness = 1,
): { read: tf.Tensor2D; weights: Attention } {
  const [tasks, size, pairDim] = support.pairs.shape;
  const queries = pairs.shape[0] / tasks;
  if (size === 0) return nothing(tasks, queries, pairDim);

  const counted = sidesOf(config, support);
  const uniform = config.attention === 'uniform' || sharpness === 0;
  const weigh = (side: Side) => {
    if (uniform) return maskedSoftmax(0, counted[side]);
    const logits = logitsOf(config, parameters, side, support, pairs);
    return maskedSoftmax(sharpness === 1 ? logits : tf.mul(logits, sharpness), counted[side]);
  };
  const weights = { likes: weigh('likes'), dislikes: weigh('dislikes') };

  const x = tf.reshape(pairs, [tasks, queries, pairDim]) as tf.Tensor3D;
  const liked = consensusOf(weights.likes, support.pairs);
  const disliked = tf.matMul(weights.dislikes, support.pairs);
  const each = forEach(queries);
  const read = tf.concat([each(liked), tf.mul(liked, x), tf.mul(disliked, x)], 2);
  return {
    read: tf.reshape(read, [pairs.shape[0], 3 * pairDim]) as tf.Tensor2D,
    weights: { likes: each(weights.likes), dislikes: each(weights.dislikes) },
  };
}

/** Which pairs are likes and which dislikes, `[B, S]` of 0 and 1; padding is neither. */
function sidesOf(config: ModelConfig, support: Support): Record<Side, tf.Tensor2D> {
  const mask = supportMask(config, support);
  const of = (side: tf.Tensor2D): tf.Tensor2D => (mask ? tf.mul(side, mask) : side);
  return { likes: of(support.labels), dislikes: of(tf.sub(1, support.labels)) };
}

/** `sharpness phi(x) . phi(x_k) / sqrt(K)`, one `phi` for candidates and support pairs: `[B, Q, S]`. */
function logitsOf(
  config: ModelConfig,
  parameters: Parameters,
  side: Side,
  { pairs: support }: Support,
  pairs: tf.Tensor2D,
): tf.Tensor3D {
  const [tasks, size, pairDim] = support.shape;
  const keys = keyDim(config);
  const phi = (x: tf.Tensor2D, rows: number): tf.Tensor3D =>
    tf.reshape(
      dense(x, parameters.get(`hybrid.${side}.weight`), parameters.get(`hybrid.${side}.bias`)),
      [tasks, rows, keys],
    );
  const scale = tf.div(parameters.get(`hybrid.${side}.sharpness`), Math.sqrt(keys));
  const supported = phi(tf.reshape(support, [tasks * size, pairDim]), size);
  return tf.matMul(phi(pairs, pairs.shape[0] / tasks), tf.mul(supported, scale), false, true);
}

/** Softmax over the pairs that count, 0 elsewhere: `[B, Q, S]`, with `logits` 0 `[B, 1, S]`. */
function maskedSoftmax(logits: tf.Tensor3D | 0, counted: tf.Tensor2D): tf.Tensor3D {
  const own = tf.expandDims(counted, 1) as tf.Tensor3D;
  const apart = tf.mul(tf.sub(own, 1), MASKED) as tf.Tensor3D;
  const weights = tf.softmax(logits === 0 ? apart : tf.add(logits, apart));
  return tf.mul(weights, own);
}

/**
 * Weighted mean over weighted deviation, column by column. Weights that lie on few pairs tell little of how far
 * pairs lie apart: with `n = 1 / sum w^2` pairs' worth of them the deviation is `sqrt((n var + 3) / (n + 3))`.
 *
 * @param weights `[B, Q, S]`, @param values `[B, S, D]`
 * @returns `[B, Q, D]`, 0 where all weights are
 */
function consensusOf(weights: tf.Tensor3D, values: tf.Tensor3D): tf.Tensor3D {
  const both = tf.matMul(weights, tf.concat([values, tf.square(values)], 2));
  const [mean, squares] = tf.split(both, 2, 2) as [tf.Tensor3D, tf.Tensor3D];
  const variance = tf.relu(tf.sub(squares, tf.square(mean)));
  // 1 / n; 1 where there are no pairs.
  const share = tf.add(tf.sum(tf.square(weights), 2, true), tf.sub(1, tf.sum(weights, 2, true)));
  const prior = tf.mul(share, PRIOR_PAIRS);
  return tf.div(mean, tf.sqrt(tf.div(tf.add(variance, prior), tf.add(1, prior))));
}

/** What a task's candidates share, `[B, 1, .]`, for each of them; what is a candidate's own as it is. */
const forEach =
  (queries: number) =>
  (values: tf.Tensor3D): tf.Tensor3D =>
    values.shape[1] === queries ? values : tf.tile(values, [1, queries, 1]);

const nothing = (tasks: number, queries: number, pairDim: number) => ({
  read: tf.zeros<tf.Rank.R2>([tasks * queries, 3 * pairDim]),
  weights: {
    likes: tf.zeros<tf.Rank.R3>([tasks, queries, 0]),
    dislikes: tf.zeros<tf.Rank.R3>([tasks, queries, 0]),
  },
});

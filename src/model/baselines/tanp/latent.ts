/** The latent variable of a task: a Gaussian with independent columns, read from labelled pairs. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

import { normal } from '../../../data/random';
import type { Random } from '../../../data/random';
import { linearSpecs } from '../../specs';
import type { ParameterSpec } from '../../specs';
import type { LabelledPairs, Weights } from '../network';
import { dense, encodePairs, pairEncoderSpecs } from './pair-encoder';

/** Both `[B, Z]`. */
export interface Gaussian {
  mean: Tensor2D;
  deviation: Tensor2D;
}

const ENCODER = 'latent';
/** Deviations stay between this and 1: neither the sample nor the divergence can run away. */
const NARROWEST = 0.1;

export const latentSpecs = (pairDim: number, width: number, latent: number): ParameterSpec[] => [
  ...pairEncoderSpecs(ENCODER, pairDim, width),
  ...linearSpecs('latent.hidden', width, width),
  ...linearSpecs('latent.mean', width, latent),
  ...linearSpecs('latent.deviation', width, latent),
];

/** What a set of pairs says about its task: `q(z | set)`. */
export function latentOf(weights: Weights, set: LabelledPairs): Gaussian {
  const task = encodePairs(weights, ENCODER, set);
  const hidden = tf.relu(dense(weights, 'latent.hidden', task));
  const open = tf.sigmoid(dense(weights, 'latent.deviation', hidden));
  return {
    mean: dense(weights, 'latent.mean', hidden),
    deviation: tf.add(NARROWEST, tf.mul(1 - NARROWEST, open)),
  };
}

/** One draw a task, `[B, Z]`, through which gradients flow. */
export function drawLatent({ mean, deviation }: Gaussian, random: Random): Tensor2D {
  const noise = Float32Array.from({ length: mean.size }, () => normal(random));
  return tf.add(mean, tf.mul(deviation, tf.tensor2d(noise, mean.shape)));
}

/** `KL(posterior || prior)`, `[B]`. */
export function divergence(posterior: Gaussian, prior: Gaussian): Tensor1D {
  const shift = tf.square(tf.sub(posterior.mean, prior.mean));
  const spread = tf.add(tf.square(posterior.deviation), shift);
  const columns = tf.sub(
    tf.add(
      tf.log(tf.div(prior.deviation, posterior.deviation)),
      tf.div(spread, tf.mul(2, tf.square(prior.deviation))),
    ),
    0.5,
  );
  return tf.sum(columns, 1);
}

/** Who a task is: its own vector, drawn towards the centroids of the clusters that it falls into. */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';

import { uniform } from '../../specs';
import type { ParameterSpec } from '../../specs';
import { detach } from '../network';
import type { LabelledPairs, Weights } from '../network';
import { encodePairs, pairEncoderSpecs } from './pair-encoder';

export interface Identity {
  /** `[B, width]` */
  task: Tensor2D;
  /** Shares of the clusters, `[B, K]`; each row sums to 1. */
  shares: Tensor2D;
}

const ENCODER = 'identity';
const CENTROIDS = 'identity.centroids';

export const identitySpecs = (
  pairDim: number,
  width: number,
  clusters: number,
): ParameterSpec[] => [
  ...pairEncoderSpecs(ENCODER, pairDim, width),
  { name: CENTROIDS, shape: [clusters, width], init: uniform(1 / Math.sqrt(width)) },
];

/** Shares by Student's t kernel with one degree of freedom, and the task with its share of the centroids. */
export function identityOf(weights: Weights, support: LabelledPairs): Identity {
  const own = encodePairs(weights, ENCODER, support);
  const centroids = weights[CENTROIDS] as Tensor2D;
  const between = tf.sub(tf.expandDims(own, 1), tf.expandDims(centroids, 0));
  const kernel = tf.div(1, tf.add(1, tf.sum(tf.square(between), 2)));
  const shares = tf.div(kernel, tf.sum(kernel, 1, true)) as Tensor2D;
  return { task: tf.add(own, tf.matMul(shares, centroids)), shares };
}

/**
 * How far the shares are from a sharper copy of themselves, `KL(target || shares)`, mean over tasks: clusters
 * form without labels (deep embedded clustering). The target, in which a task's large shares grow
 * and crowded clusters lose, is constant.
 */
export function clusterLoss(shares: Tensor2D): Scalar {
  const weighed = tf.div(tf.square(shares), tf.sum(shares, 0, true));
  const target = detach(tf.div(weighed, tf.sum(weighed, 1, true)));
  const ratio = tf.log(tf.div(target, shares));
  return tf.div(tf.sum(tf.mul(target, ratio)), shares.shape[0]);
}

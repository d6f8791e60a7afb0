/**
 * TaNP (Lin et al. 2021, Task-adaptive Neural Process): a task is a latent Gaussian and an identity, both read from its
 * support set without a gradient step. What was changed stands in `docs/baselines.md`.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

import type { Objective } from '../../types';
import type { Baseline } from '../baseline';
import type { DecisionSizes } from '../decision-network';
import type { LabelledPairs, Weights } from '../network';
import { queryLoss } from '../objective';
import { decode, decoderSpecs, modulationOf } from './decoder';
import type { LayerModulation, TanpModulation } from './decoder';
import { clusterLoss, identityOf, identitySpecs } from './identity';
import type { Identity } from './identity';
import { divergence, drawLatent, latentOf, latentSpecs } from './latent';
import type { Gaussian } from './latent';

export interface TanpOptions {
  objective: Objective;
  modulation?: TanpModulation;
  /** Columns of the latent variable, `Z`. */
  latent?: number;
  /** Centroids of the tasks, `K`. */
  clusters?: number;
  /** Of the divergence for each query pair: with 1 the loss is an evidence bound. */
  divergenceWeight?: number;
  clusterWeight?: number;
}

/** Names of what adapting adds to the weights. */
const TASK = {
  mean: 'task.mean',
  deviation: 'task.deviation',
  gamma: (l: number) => `task.gamma${l}`,
  beta: (l: number) => `task.beta${l}`,
};

export function tanp(
  sizes: DecisionSizes,
  {
    objective,
    modulation = 'film',
    latent = 32,
    clusters = 7,
    divergenceWeight = 0.1,
    clusterWeight = 0.1,
  }: TanpOptions,
): Baseline {
  const { pairDim, embedding: width, decision } = sizes;

  const layersOf = (weights: Weights, { task }: Identity): LayerModulation[] =>
    decision.map((_, l) => modulationOf(weights, l, task, modulation));

  return {
    specs: [
      ...latentSpecs(pairDim, width, latent),
      ...identitySpecs(pairDim, width, clusters),
      ...decoderSpecs(sizes, latent, width, modulation),
    ],
    loss(weights, { support, query }, random) {
      const prior = latentOf(weights, support);
      const posterior = latentOf(weights, together(support, query));
      const identity = identityOf(weights, support);
      const z = drawLatent(posterior, random);
      const scores = decode(weights, z, layersOf(weights, identity), query.pairs);
      const apart = tf.div(divergence(posterior, prior), pairsOf(query));
      const bound = tf.add(queryLoss(objective, scores, query), tf.mul(divergenceWeight, apart));
      return tf.add(
        tf.div(tf.sum(bound), bound.size),
        tf.mul(clusterWeight, clusterLoss(identity.shares)),
      ) as Scalar;
    },
    adapt(weights, support) {
      const { mean, deviation } = latentOf(weights, support);
      const adapted: Weights = { ...weights, [TASK.mean]: mean, [TASK.deviation]: deviation };
      layersOf(weights, identityOf(weights, support)).forEach(({ gamma, beta }, l) => {
        adapted[TASK.gamma(l)] = gamma;
        adapted[TASK.beta(l)] = beta;
      });
      return adapted;
    },
    score: (adapted, pairs) => decode(adapted, known(adapted).mean, knownLayers(adapted), pairs),
    spread(adapted, pairs, draws, random) {
      const layers = knownLayers(adapted);
      const scores = Array.from({ length: draws }, () =>
        decode(adapted, drawLatent(known(adapted), random), layers, pairs),
      );
      return deviationOver(scores);
    },
  };

  function knownLayers(adapted: Weights): LayerModulation[] {
    return decision.map((_, l) => ({
      gamma: adapted[TASK.gamma(l)] as Tensor2D,
      beta: adapted[TASK.beta(l)] as Tensor2D,
    }));
  }
}

const known = (adapted: Weights): Gaussian => ({
  mean: adapted[TASK.mean] as Tensor2D,
  deviation: adapted[TASK.deviation] as Tensor2D,
});

/** Both sets of every task as one. */
function together(a: LabelledPairs, b: LabelledPairs): LabelledPairs {
  const whole = ({ mask, labels }: LabelledPairs) => mask ?? (tf.onesLike(labels) as Tensor2D);
  return {
    pairs: tf.concat([a.pairs, b.pairs], 1) as Tensor3D,
    labels: tf.concat([a.labels, b.labels], 1) as Tensor2D,
    ...((a.mask ?? b.mask) && { mask: tf.concat([whole(a), whole(b)], 1) as Tensor2D }),
  };
}

/** Query pairs of each task, `[B]`, or their number where it is the same. */
const pairsOf = ({ labels, mask }: LabelledPairs) =>
  mask ? tf.maximum(tf.sum(mask, 1), 1) : labels.shape[1];

/** Standard deviation over draws, entry by entry. */
function deviationOver(draws: readonly Tensor2D[]): Tensor2D {
  const all = tf.stack([...draws]);
  const centred = tf.sub(all, tf.mean(all, 0, true));
  return tf.sqrt(tf.div(tf.sum(tf.square(centred), 0), Math.max(draws.length - 1, 1)));
}

import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../data/random';
import { normal } from '../../data/random';
import type { Batch } from '../batch';
import { encode, parameterSpecs, predict } from '../cmml';
import { hinge, huber, meanSquare, pairwiseLogistic } from '../objective';
import type { ModelConfig } from '../types';
import type { Learner } from './learner';
import { routeRegulariser } from './route-regulariser';

/** What the training of CMML may add to equations 4 and 5; nothing unless told. */
export interface CmmlTraining {
  /** Weight of the route regulariser of soft modularization. */
  routeRegulariser?: number;
  /** Tasks in a row that are of one scenario (`ScenarioTaskOptions.draws`); 1 unless told. */
  draws?: number;
  /** Huber loss with this delta instead of the square, in stars. */
  huber?: number;
  /** Weight of the pairwise logistic loss on the order of a task's queries. */
  pairwise?: number;
  /** Slope of that loss; 1 unless told. */
  pairwiseSlope?: number;
  /** Deviation of Gaussian noise on pair features. */
  featureNoise?: number;
}

export function cmmlLearner(config: ModelConfig, options: CmmlTraining = {}): Learner {
  return {
    specs: parameterSpecs(config),
    separable: isSeparable(config, options),
    repeats: !isRandom(config, options),
    loss(parameters, batch, random) {
      const noisy = options.featureNoise ? withNoise(batch, options.featureNoise, random) : batch;
      const training = { random };
      const context = encode(config, parameters, noisy.support, training);
      const { scores, intermediates } = predict(config, parameters, context, noisy.query.pairs, {
        support: noisy.support,
        statistics: batch.statistics,
        training,
        layers: false,
      });
      const error = objective(config, options, scores, batch);
      const { modulation } = intermediates;
      if (!options.routeRegulariser || modulation.kind !== 'soft') return error;
      const { draws = 1 } = options;
      // A meta-batch of another size may cut through the draws of a scenario.
      const together = batch.tasks % draws === 0 ? draws : 1;
      const penalty = routeRegulariser(modulation.route, batch.tasks, together);
      return tf.add(error, tf.mul(options.routeRegulariser, penalty));
    },
  };
}

/** Routes are regularised over all tasks at once; noise and dropout are drawn for all in a row. */
const isSeparable = (config: ModelConfig, options: CmmlTraining): boolean =>
  !isRandom(config, options) && !(options.routeRegulariser && config.modulation === 'soft');

/** Whether noise or dropout is drawn at every step. */
const isRandom = (config: ModelConfig, options: CmmlTraining): boolean =>
  Boolean(options.featureNoise || config.dropout);

function objective(
  config: ModelConfig,
  { huber: delta, pairwise, pairwiseSlope }: CmmlTraining,
  scores: tf.Tensor2D,
  { query: { labels, mask }, base }: Batch,
): tf.Scalar {
  if (config.task === 'ranking') return hinge(scores);
  const error = delta ? huber(scores, labels, delta, mask) : meanSquare(scores, labels, mask);
  if (!pairwise) return error;
  // The order of what people see: with residual targets that is base + rest.
  const shown = base ? tf.add(scores, base) : scores;
  const stars = base ? tf.add(labels, base) : labels;
  const disorder = pairwiseLogistic(
    shown as tf.Tensor2D,
    stars as tf.Tensor2D,
    mask,
    pairwiseSlope,
  );
  return tf.add(error, tf.mul(pairwise, disorder));
}

function withNoise(batch: Batch, deviation: number, random: Random): Batch {
  const noisy = (pairs: tf.Tensor3D): tf.Tensor3D => {
    const noise = Float32Array.from({ length: pairs.size }, () => deviation * normal(random));
    return tf.add(pairs, tf.tensor3d(noise, pairs.shape));
  };
  return {
    ...batch,
    support: { ...batch.support, pairs: noisy(batch.support.pairs) },
    query: { ...batch.query, pairs: noisy(batch.query.pairs) },
  };
}

/**
 * Model-agnostic meta-learning (Finn et al. 2017) of a scoring network, and its three descendants
 * among the baselines: MeLU adapts the decision layers, MetaCS-DNN the whole network, Meta-SGD the
 * whole network with a learned rate for every parameter.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar } from '@tensorflow/tfjs-core';

import { constant } from '../specs';
import type { ParameterSpec } from '../specs';
import type { Objective } from '../types';
import { decisionLayers, decisionNetwork, wholeNetwork } from './decision-network';
import type { DecisionSizes } from './decision-network';
import { adapt } from './inner-loop';
import type { InnerLoop } from './inner-loop';
import type { ScoreNetwork, Weights } from './network';
import { queryLoss } from './objective';
import type { Baseline } from './baseline';

export interface MamlOptions {
  objective: Objective;
  /** Inner steps `k`. */
  steps: number;
  /** Inner learning rate; where rates are learned, where they start. */
  rate: number;
  /** Second-order meta-gradients unless 1. */
  order?: 1 | 2;
}

/** MeLU (Lee et al. 2019): the embedding layer is shared, the decision layers adapt. */
export function melu(sizes: DecisionSizes, options: MamlOptions): Baseline {
  const network = decisionNetwork(sizes);
  return maml(network, decisionLayers(network), options);
}

/** MetaCS-DNN (Bharadhwaj 2019): the whole network adapts. */
export function metaCs(sizes: DecisionSizes, options: MamlOptions): Baseline {
  const network = decisionNetwork(sizes);
  return maml(network, wholeNetwork(network), options);
}

/** Meta-SGD (Li et al. 2017): the whole network adapts, each parameter at its own learned rate. */
export function metaSgd(sizes: DecisionSizes, options: MamlOptions): Baseline {
  const network = decisionNetwork(sizes);
  return maml(network, wholeNetwork(network), options, true);
}

export function maml(
  network: ScoreNetwork,
  adapted: string[],
  { objective, steps, rate, order = 2 }: MamlOptions,
  learnRates = false,
): Baseline {
  const innerLoop = (weights: Weights): InnerLoop => ({
    objective,
    steps,
    rate: learnRates ? ratesOf(weights, adapted) : rate,
    adapted,
    order,
  });
  const baseline: Baseline = {
    specs: learnRates ? [...network.specs, ...rateSpecs(network, adapted, rate)] : network.specs,
    loss(weights, { support, query }) {
      const scores = network.score(baseline.adapt(weights, support), query.pairs);
      const losses = queryLoss(objective, scores, query);
      return tf.div(tf.sum(losses), losses.size) as Scalar;
    },
    adapt: (weights, support, watch) => adapt(network, weights, support, innerLoop(weights), watch),
    score: (weights, pairs) => network.score(weights, pairs),
  };
  return baseline;
}

const RATE = 'rate.';

function rateSpecs(network: ScoreNetwork, adapted: string[], rate: number): ParameterSpec[] {
  return network.specs
    .filter(({ name }) => adapted.includes(name))
    .map(({ name, shape }) => ({ name: RATE + name, shape, init: constant(rate) }));
}

function ratesOf(weights: Weights, adapted: string[]): Weights {
  return Object.fromEntries(adapted.map((name) => [name, weights[RATE + name]]));
}

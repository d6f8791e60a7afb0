/**
 * DCN, trained over all meta-training tasks and blind to the support set, and DCN-F, the same
 * network fine-tuned on the support set of each task.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar } from '@tensorflow/tfjs-core';

import type { Objective } from '../types';
import { DCN_SIZES, dcnNetwork } from './dcn';
import { adapt } from './inner-loop';
import { queryLoss } from './objective';
import type { Baseline } from './baseline';

export interface FineTuning {
  steps: number;
  rate: number;
}

/** @param fineTuning makes it DCN-F; the training is that of DCN either way. */
export function dcn(pairDim: number, objective: Objective, fineTuning?: FineTuning): Baseline {
  const network = dcnNetwork({ pairDim, ...DCN_SIZES });
  const adapted = network.specs.map(({ name }) => name);
  return {
    specs: network.specs,
    loss(weights, { query }) {
      const losses = queryLoss(objective, network.score(weights, query.pairs), query);
      return tf.div(tf.sum(losses), losses.size) as Scalar;
    },
    adapt: (weights, support, watch) =>
      fineTuning
        ? adapt(network, weights, support, { objective, adapted, order: 1, ...fineTuning }, watch)
        : weights,
    score: (weights, pairs) => network.score(weights, pairs),
  };
}

/**
 * The network of the gradient-based baselines (MeLU, MetaCS-DNN, Meta-SGD, s2Meta): one linear
 * embedding layer, then ReLU decision layers, then one score. Names as in `tests/golden/melu-*.json`.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';

import { linearSpecs } from '../specs';
import { linear } from './network';
import type { ScoreNetwork } from './network';

export interface DecisionSizes {
  /** `D`, the pair vector's size. */
  pairDim: number;
  /** Width of the embedding layer. */
  embedding: number;
  /** Widths of the decision layers. */
  decision: number[];
}

export function decisionNetwork({ pairDim, embedding, decision }: DecisionSizes): ScoreNetwork {
  const inputs = [embedding, ...decision];
  return {
    specs: [
      ...linearSpecs('embed', pairDim, embedding),
      ...decision.flatMap((width, l) => linearSpecs(`fc${l}`, inputs[l], width)),
      ...linearSpecs('out', inputs[decision.length], 1),
    ],
    score(weights, pairs) {
      let h = linear(weights, 'embed', pairs);
      for (let l = 0; l < decision.length; l++) h = tf.relu(linear(weights, `fc${l}`, h));
      return tf.squeeze(linear(weights, 'out', h), [2]) as Tensor2D;
    },
  };
}

/** What MeLU adapts: every layer but the embedding. */
export function decisionLayers(network: ScoreNetwork): string[] {
  return wholeNetwork(network).filter((name) => !name.startsWith('embed.'));
}

/** What MetaCS-DNN adapts. */
export function wholeNetwork(network: ScoreNetwork): string[] {
  return network.specs.map(({ name }) => name);
}

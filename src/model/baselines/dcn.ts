/**
 * Deep & Cross Network (Wang et al. 2017): cross layers multiply the input with itself, degree by
 * degree, beside a deep ReLU tower. Names as in `tests/golden/dcn.json`.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

import { constant, linearSpecs, uniform } from '../specs';
import type { ParameterSpec } from '../specs';
import { linear, overPairs } from './network';
import type { ScoreNetwork } from './network';

export interface DcnSizes {
  pairDim: number;
  crossLayers: number;
  /** Widths of the deep tower. */
  deep: number[];
}

/** The sizes of the paper (7.2.1). */
export const DCN_SIZES = { crossLayers: 3, deep: [64, 64] };

/**
 * `x_{l+1} = x_0 (x_l . w) + b + x_l`.
 *
 * @param x0 `[B, N, D]` the network's input
 * @param x `[B, N, D]` the layer's input
 * @param weight, bias `[D]`, or `[B, D]` one a task
 */
export function crossLayer(x0: Tensor3D, x: Tensor3D, weight: Tensor, bias: Tensor): Tensor3D {
  const projection = tf.sum(tf.mul(x, overPairs(weight)), 2, true);
  return tf.add(tf.add(tf.mul(x0, projection), overPairs(bias)), x);
}

export function dcnNetwork({ pairDim, crossLayers, deep }: DcnSizes): ScoreNetwork {
  const inputs = [pairDim, ...deep];
  return {
    specs: [
      ...range(crossLayers).flatMap((l) => crossSpecs(`cross${l}`, pairDim)),
      ...deep.flatMap((width, l) => linearSpecs(`deep${l}`, inputs[l], width)),
      ...linearSpecs('out', inputs[deep.length] + pairDim, 1),
    ],
    score(weights, pairs) {
      let cross = pairs;
      for (let l = 0; l < crossLayers; l++) {
        const { [`cross${l}.weight`]: weight, [`cross${l}.bias`]: bias } = weights;
        cross = crossLayer(pairs, cross, weight, bias);
      }
      let h = pairs;
      for (let l = 0; l < deep.length; l++) h = tf.relu(linear(weights, `deep${l}`, h));
      const joined = tf.concat([h, cross], 2);
      return tf.squeeze(linear(weights, 'out', joined), [2]) as Tensor2D;
    },
  };
}

function crossSpecs(name: string, size: number): ParameterSpec[] {
  return [
    { name: `${name}.weight`, shape: [size], init: uniform(1 / Math.sqrt(size)) },
    { name: `${name}.bias`, shape: [size], init: constant(0) },
  ];
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

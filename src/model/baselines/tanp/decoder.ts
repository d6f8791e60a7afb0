/** Scores pairs of a task: a network that reads `[x, z]`, each hidden layer modulated by the task's identity. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

import { linearSpecs, uniform } from '../../specs';
import type { ParameterSpec } from '../../specs';
import type { DecisionSizes } from '../decision-network';
import { linear } from '../network';
import type { Weights } from '../network';

/** FiLM as such, or with a gate between it and one vector that both scales and shifts. */
export type TanpModulation = 'film' | 'gated';

/** Of one hidden layer, both `[B, width]`. */
export interface LayerModulation {
  gamma: Tensor2D;
  beta: Tensor2D;
}

const heads = (modulation: TanpModulation): string[] =>
  modulation === 'gated' ? ['gamma', 'beta', 'shared', 'gate'] : ['gamma', 'beta'];

const headSpec = (name: string, inputs: number, outputs: number): ParameterSpec => ({
  name,
  shape: [inputs, outputs],
  init: uniform(1 / Math.sqrt(inputs)),
});

export function decoderSpecs(
  { pairDim, embedding, decision }: DecisionSizes,
  latent: number,
  identity: number,
  modulation: TanpModulation,
): ParameterSpec[] {
  const inputs = [embedding, ...decision];
  return [
    ...linearSpecs('embed', pairDim, embedding),
    headSpec('fc0.latent', latent, decision[0]),
    ...decision.flatMap((width, l) => [
      ...linearSpecs(`fc${l}`, inputs[l], width),
      ...heads(modulation).map((head) => headSpec(`fc${l}.${head}`, identity, width)),
    ]),
    ...linearSpecs('out', inputs[decision.length], 1),
  ];
}

/**
 * The modulation of layer `l`, heads without bias. FiLM: `gamma` and `beta` by tanh. Gated: of each the share `d` by
 * sigmoid, and `1 - d` of one vector `e` by tanh.
 * @param task `[B, identity]`
 */
export function modulationOf(
  weights: Weights,
  l: number,
  task: Tensor2D,
  modulation: TanpModulation,
): LayerModulation {
  const head = (name: string): Tensor2D => tf.matMul(task, weights[`fc${l}.${name}`] as Tensor2D);
  const gamma = tf.tanh(head('gamma'));
  const beta = tf.tanh(head('beta'));
  if (modulation === 'film') return { gamma, beta };
  const gate = tf.sigmoid(head('gate'));
  const shared = tf.mul(tf.tanh(head('shared')), tf.sub(1, gate));
  return {
    gamma: tf.add(tf.mul(gamma, gate), shared),
    beta: tf.add(tf.mul(beta, gate), shared),
  };
}

/**
 * @param z `[B, Z]`
 * @param layers modulation of each hidden layer
 * @param pairs `[B, N, D]`
 * @returns scores `[B, N]`
 */
export function decode(
  weights: Weights,
  z: Tensor2D,
  layers: readonly LayerModulation[],
  pairs: Tensor3D,
): Tensor2D {
  let h = linear(weights, 'embed', pairs);
  layers.forEach(({ gamma, beta }, l) => {
    let sum = linear(weights, `fc${l}`, h);
    // `W [x, z]` as `W_x x + W_z z`: z is the same for all pairs of a task.
    if (l === 0) {
      sum = tf.add(sum, tf.expandDims(tf.matMul(z, weights['fc0.latent'] as Tensor2D), 1));
    }
    h = tf.relu(tf.add(tf.mul(tf.expandDims(gamma, 1), sum), tf.expandDims(beta, 1)));
  });
  return tf.squeeze(linear(weights, 'out', h), [2]) as Tensor2D;
}

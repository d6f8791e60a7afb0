import * as tf from '@tensorflow/tfjs-core';
import { dense, denseJoined } from '../ops/dense';
import { gru } from '../ops/gru';
import { labelSpecs, labelVector } from '../ops/label-vector';
import type { Parameters } from '../parameter-set';
import { linearSpecs, uniform, type ParameterSpec } from '../specs';
import type { ModelConfig } from '../types';
import { supportMask, type Support } from './support';

/** Parameters of the sequence encoder; gates in the order r, z, n. */
export function gruSpecs(config: ModelConfig): ParameterSpec[] {
  const { pairDim, labelDim, gruHidden: hidden } = config.sizes;
  const init = uniform(1 / Math.sqrt(hidden));
  return [
    ...labelSpecs(config),
    { name: 'encoder.gru.weightIh', shape: [pairDim + labelDim, 3 * hidden], init },
    { name: 'encoder.gru.weightHh', shape: [hidden, 3 * hidden], init },
    { name: 'encoder.gru.biasIh', shape: [3 * hidden], init },
    { name: 'encoder.gru.biasHh', shape: [3 * hidden], init },
    ...linearSpecs('encoder.out0', hidden, hidden),
    ...linearSpecs('encoder.out1', hidden, pairDim),
  ];
}

/**
 * Sequence encoder (equation 7): a GRU over the support pairs, then Linear-ReLU-Linear on its last
 * output: `C [B, D]`. Pairs that do not count leave the state as it is; a task without any has `C = 0`.
 */
export function encodeGru(
  config: ModelConfig,
  parameters: Parameters,
  support: Support,
): tf.Tensor2D {
  const [tasks, steps, pairDim] = support.pairs.shape;
  const mask = supportMask(config, support);
  const labels = tf.reshape(support.labels, [tasks * steps, 1]) as tf.Tensor2D;
  const inputGates = denseJoined(
    tf.reshape(support.pairs, [tasks * steps, pairDim]),
    labelVector(config, parameters, labels),
    parameters.get('encoder.gru.weightIh'),
    parameters.get('encoder.gru.biasIh'),
  );
  const last = gru(
    mask ? holdWhereMasked(inputGates, mask) : inputGates,
    steps,
    parameters.get('encoder.gru.weightHh'),
    parameters.get('encoder.gru.biasHh'),
  );
  const hidden = dense(
    last,
    parameters.get('encoder.out0.weight'),
    parameters.get('encoder.out0.bias'),
    'relu',
  );
  const context = dense(
    hidden,
    parameters.get('encoder.out1.weight'),
    parameters.get('encoder.out1.bias'),
  );
  return mask ? tf.mul(context, tf.max(mask, 1, true)) : context;
}

/** Added to the update gate's input where a step is masked: z becomes 1 in float32, which keeps the state: `[B * S, 3H]`. */
function holdWhereMasked(inputGates: tf.Tensor2D, mask: tf.Tensor2D): tf.Tensor2D {
  const [rows, gates] = inputGates.shape;
  const hidden = gates / 3;
  const column = Float32Array.from({ length: gates }, (_, j) =>
    j >= hidden && j < 2 * hidden ? 1e4 : 0,
  );
  const closed = tf.reshape(tf.sub(1, mask), [rows, 1]);
  return tf.add(inputGates, tf.mul(closed, tf.tensor1d(column)));
}

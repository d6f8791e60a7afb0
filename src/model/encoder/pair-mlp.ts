import * as tf from '@tensorflow/tfjs-core';
import { dense, denseJoined } from '../ops/dense';
import { labelSpecs, labelVector } from '../ops/label-vector';
import type { Parameters } from '../parameter-set';
import { linearSpecs, type ParameterSpec } from '../specs';
import type { ModelConfig } from '../types';
import type { Support } from './support';

/** Parameters of the pooled encoders (`mean`, `max`). */
export function pairMlpSpecs(config: ModelConfig): ParameterSpec[] {
  const { pairDim, labelDim, poolHidden } = config.sizes;
  return [
    ...labelSpecs(config),
    ...linearSpecs('encoder.pair0', pairDim + labelDim, poolHidden),
    ...linearSpecs('encoder.pair1', poolHidden, poolHidden),
    ...linearSpecs('encoder.pair2', poolHidden, pairDim),
  ];
}

/** `C_k = MLP([x_k, label_k])`, Linear-ReLU-Linear-ReLU-Linear, before pooling: `[B, S, D]`. */
export function pairMlp(
  config: ModelConfig,
  parameters: Parameters,
  support: Support,
): tf.Tensor3D {
  const [tasks, size, pairDim] = support.pairs.shape;
  const rows = tasks * size;
  const pairs = tf.reshape(support.pairs, [rows, pairDim]) as tf.Tensor2D;
  const labels = tf.reshape(support.labels, [rows, 1]) as tf.Tensor2D;
  const weight = (layer: number) => parameters.get<tf.Tensor2D>(`encoder.pair${layer}.weight`);
  const bias = (layer: number) => parameters.get<tf.Tensor1D>(`encoder.pair${layer}.bias`);
  const first = denseJoined(
    pairs,
    labelVector(config, parameters, labels),
    weight(0),
    bias(0),
    'relu',
  );
  const second = dense(first, weight(1), bias(1), 'relu');
  return tf.reshape(dense(second, weight(2), bias(2)), [tasks, size, pairDim]);
}

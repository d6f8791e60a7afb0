import * as tf from '@tensorflow/tfjs-core';
import { linearSpecs, type ParameterSpec } from '../specs';
import type { Parameters } from '../parameter-set';
import type { ModelConfig } from '../types';
import { dense } from './dense';

/** Parameters that turn a rating into a vector; ranking labels are one-hot and need none. */
export function labelSpecs(config: ModelConfig): ParameterSpec[] {
  if (config.task === 'ranking') return [];
  const { labelDim } = config.sizes;
  return [
    ...linearSpecs('encoder.label0', 1, labelDim),
    ...linearSpecs('encoder.label1', labelDim, labelDim),
  ];
}

/**
 * The vector appended to a support pair: the one-hot `(positive, negative)` (ranking), or
 * `label -> Linear(1, .) -> ReLU -> Linear` (rating).
 *
 * @param labels `[R, 1]`
 * @returns `[R, labelDim]`
 */
export function labelVector(
  config: ModelConfig,
  parameters: Parameters,
  labels: tf.Tensor2D,
): tf.Tensor2D {
  if (config.task === 'ranking') return oneHot(labels);
  const hidden = dense(
    labels,
    parameters.get('encoder.label0.weight'),
    parameters.get('encoder.label0.bias'),
    'relu',
  );
  return dense(
    hidden,
    parameters.get('encoder.label1.weight'),
    parameters.get('encoder.label1.bias'),
  );
}

/** `(label, 1 - label)` */
const oneHot = (labels: tf.Tensor2D): tf.Tensor2D =>
  dense(labels, tf.tensor2d([1, -1], [1, 2]), tf.tensor1d([0, 1]));

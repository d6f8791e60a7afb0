import * as tf from '@tensorflow/tfjs-core';
import { hasKernel } from './kernels/run';
import { TaskProduct, taskProductKernel } from './kernels/taskProduct';
import { dense, denseJoined } from './ops/dense';
import type { Parameters } from './parameterSet';
import { linearSpecs, type ParameterSpec } from './specs';
import { contextDim } from './structure';
import type { ModelConfig } from './types';

export function hybridSpecs(config: ModelConfig): ParameterSpec[] {
  if (config.hybrid !== 'mlp') return [];
  const size = contextDim(config);
  return [...linearSpecs('hybrid.fc0', 2 * size, size), ...linearSpecs('hybrid.fc1', size, size)];
}

/**
 * The hybrid context of every pair (equation 8): `C`, `C * x`, or `Linear-ReLU-Linear([C, x])`.
 *
 * @param context `[B, P]`, @param pairs `[B * Q, P]`, a task's pairs together
 * @returns `[B * Q, P]`
 */
export function hybridContext(
  config: ModelConfig,
  parameters: Parameters,
  context: tf.Tensor2D,
  pairs: tf.Tensor2D,
): tf.Tensor2D {
  const [tasks, size] = context.shape;
  const perTask = [tasks, pairs.shape[0] / tasks, size] as const;
  switch (config.hybrid) {
    case 'none':
      return tf.reshape(tf.tile(tf.expandDims(context, 1), [1, perTask[1], 1]), pairs.shape);
    case 'dot': {
      if (hasKernel(TaskProduct)) return taskProductKernel(context, pairs);
      const product = tf.mul(tf.expandDims(context, 1), tf.reshape(pairs, [...perTask]));
      return tf.reshape(product, pairs.shape);
    }
    case 'mlp': {
      const hidden = denseJoined(
        context,
        pairs,
        parameters.get('hybrid.fc0.weight'),
        parameters.get('hybrid.fc0.bias'),
        'relu',
      );
      return dense(hidden, parameters.get('hybrid.fc1.weight'), parameters.get('hybrid.fc1.bias'));
    }
  }
}

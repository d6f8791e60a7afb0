import * as tf from '@tensorflow/tfjs-core';
import { attend, attentionSpecs, type Attention } from './attention';
import type { Support } from './encoder/support';
import { hasKernel } from './kernels/run';
import { TaskProduct, taskProductKernel } from './kernels/task-product';
import { dense, denseJoined } from './ops/dense';
import type { Parameters } from './parameter-set';
import { linearSpecs, type ParameterSpec } from './specs';
import { contextDim, pairSize } from './structure';
import type { ModelConfig } from './types';

export function hybridSpecs(config: ModelConfig): ParameterSpec[] {
  if (config.hybrid === 'attention') return attentionSpecs(config);
  if (config.hybrid !== 'mlp') return [];
  const size = contextDim(config);
  return [
    ...linearSpecs('hybrid.fc0', size + pairSize(config), size),
    ...linearSpecs('hybrid.fc1', size, size),
  ];
}

/** What a hybrid may read beside context and pairs. */
export interface Attended {
  support?: Support;
  sharpness?: number;
}

/**
 * The hybrid context of every pair (equation 8): `C`, `C * x`, or `Linear-ReLU-Linear([C, x])`; with `attention`
 * (ours) `[C * x, a, a * x, d * x]`, where `a` and `d` are what the pair reads of likes and dislikes.
 *
 * @param context `[B, P]`, @param pairs `[B * Q, D]`, a task's pairs together
 * @returns `hybrid [B * Q, hybridDim]`, and the weights of attention
 * @throws when attention has no support set
 */
export function hybridContext(
  config: ModelConfig,
  parameters: Parameters,
  context: tf.Tensor2D,
  pairs: tf.Tensor2D,
  { support, sharpness }: Attended = {},
): { hybrid: tf.Tensor2D; attention?: Attention } {
  switch (config.hybrid) {
    case 'none':
      return { hybrid: forEachPair(context, pairs) };
    case 'dot':
      return { hybrid: product(context, pairs) };
    case 'mlp': {
      const [first, second] = ['hybrid.fc0', 'hybrid.fc1'];
      const hidden = denseJoined(
        context,
        pairs,
        parameters.get(`${first}.weight`),
        parameters.get(`${first}.bias`),
        'relu',
      );
      const hybrid = dense(
        hidden,
        parameters.get(`${second}.weight`),
        parameters.get(`${second}.bias`),
      );
      return { hybrid };
    }
    case 'attention': {
      if (!support) throw new Error('predict: attention needs the support set');
      const { read, weights } = attend(config, parameters, support, pairs, sharpness);
      return { hybrid: tf.concat([product(context, pairs), read], 1), attention: weights };
    }
  }
}

/** A task's context for each of its pairs, `[B * Q, P]`. */
function forEachPair(context: tf.Tensor2D, pairs: tf.Tensor2D): tf.Tensor2D {
  const [tasks, size] = context.shape;
  const queries = pairs.shape[0] / tasks;
  return tf.reshape(tf.tile(tf.expandDims(context, 1), [1, queries, 1]), [pairs.shape[0], size]);
}

/** `C * x`, `[B * Q, P]`; separate prototypes multiply the pair each. */
function product(context: tf.Tensor2D, pairs: tf.Tensor2D): tf.Tensor2D {
  const [tasks, size] = context.shape;
  const rows = size === pairs.shape[1] ? pairs : (tf.concat([pairs, pairs], 1) as tf.Tensor2D);
  if (hasKernel(TaskProduct)) return taskProductKernel(context, rows);
  const perTask = tf.reshape(rows, [tasks, rows.shape[0] / tasks, size]);
  return tf.reshape(tf.mul(tf.expandDims(context, 1), perTask), rows.shape);
}

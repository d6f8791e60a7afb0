/**
 * CMML: a support set becomes a context, the context modulates a backbone, the backbone scores
 * query pairs. One forward pass, batched over tasks, no gradient step (section 3 of the paper).
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../data/random';
import './gradients';
import { backbone, backboneSpecs } from './backbone';
import { encode as encodeSupport, encoderSpecs } from './encoder';
import type { Support, Training } from './encoder/support';
import { embedPairs, kernelScore } from './encoder/weighted';
import { hybridContext, hybridSpecs } from './hybrid';
import { modulate, modulationSpecs } from './modulation';
import type { Modulation } from './modulation/types';
import type { Parameters } from './parameter-set';
import { initialise, type ParameterSpec } from './specs';
import { perTaskDim, readsContext } from './structure';
import type { Intermediates } from './intermediates';
import type { ModelConfig } from './types';

export type { Support, Training, Modulation, Intermediates, Parameters };

/** All parameters of a model, in the order of its flat buffer. */
export const parameterSpecs = (config: ModelConfig): ParameterSpec[] => [
  ...encoderSpecs(config),
  ...hybridSpecs(config),
  ...backboneSpecs(config),
  ...modulationSpecs(config),
];

/** Initial values of all parameters, flat; the same random stream gives the same values. */
export const initialParameters = (config: ModelConfig, random: Random): Float32Array =>
  initialise(parameterSpecs(config), random);

/** The context of each task, `C [B, P]` (equations 6 and 7); zero for an empty support set. */
export const encode = (
  config: ModelConfig,
  parameters: Parameters,
  support: Support,
  training?: Training,
): tf.Tensor2D => tf.tidy(() => encodeSupport(config, parameters, support, training));

export interface PredictOptions {
  /** What candidates attend over: required with hybrid `attention`. */
  support?: Support;
  /** Multiplies the logits of attention: 1 as learned (unless told), 0 for uniform weights. */
  sharpness?: number;
  /** `[B, statistics]`: required when the configuration has statistics. */
  statistics?: tf.Tensor2D;
  /** Changes the modulation before the backbone reads it (the page's causal handles). */
  edit?: (modulation: Modulation) => Modulation;
  training?: Training;
  /** Whether to keep every layer's intermediates (`Intermediates.layers`); true unless told. */
  layers?: boolean;
}

/**
 * Scores of query pairs under a context.
 *
 * @param context `C [B, P]`: of `encode`, or any other (another task's, the mean of many)
 * @param queryPairs `x [B, Q, D]`
 * @returns `scores [B, Q]`, and every intermediate as `intermediates` (rows are pairs, a task's together)
 */
export function predict(
  config: ModelConfig,
  parameters: Parameters,
  context: tf.Tensor2D,
  queryPairs: tf.Tensor3D,
  options: PredictOptions = {},
): { scores: tf.Tensor2D; intermediates: Intermediates } {
  return tf.tidy(() => {
    const [tasks, queries, pairDim] = queryPairs.shape;
    const rows = tf.reshape(queryPairs, [tasks * queries, pairDim]) as tf.Tensor2D;
    const weighted = config.encoder === 'weighted';
    const { embedding, key } = weighted
      ? embedPairs(config, parameters, rows, options.training)
      : { embedding: rows, key: rows };

    const { hybrid, attention } = hybridContext(config, parameters, context, key, options);
    const perTask = perTaskInput(config, context, options.statistics);
    const network = modulate(config, parameters, { hybrid, perTask });
    const modulation = options.edit ? options.edit(network) : network;

    const product = config.inputs === 'product' ? hybrid : undefined;
    const keepIntermediates = options.layers ?? true;
    const output = backbone(
      config,
      parameters,
      { pairs: embedding, product },
      modulation,
      keepIntermediates,
    );
    const scores = weighted
      ? tf.add(output.scores, kernelScore(parameters, hybrid))
      : output.scores;
    return {
      scores: tf.reshape(scores, [tasks, queries]) as tf.Tensor2D,
      intermediates: {
        hybrid,
        ...(attention && { attention }),
        modulation,
        layers: output.layers,
        readout: output.readout,
      },
    };
  });
}

/** `[C, statistics]`, as far as the configuration has them: what all pairs of a task share. */
export function perTaskInput(
  config: ModelConfig,
  context: tf.Tensor2D,
  statistics: tf.Tensor2D | undefined,
): tf.Tensor2D | undefined {
  if (perTaskDim(config) === 0) return undefined;
  const parts: tf.Tensor2D[] = readsContext(config) ? [context] : [];
  if (config.statistics) {
    if (!statistics)
      throw new Error('predict: this model needs the statistics of its support labels');
    parts.push(statistics);
  }
  return parts.length === 1 ? parts[0] : tf.concat(parts, 1);
}

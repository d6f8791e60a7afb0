import * as tf from '@tensorflow/tfjs-core';
import type { Parameters } from '../parameter-set';
import type { ParameterSpec } from '../specs';
import { contextDim, hasSeparatePrototypes } from '../structure';
import type { EncoderKind, ModelConfig } from '../types';
import { encodeGru, gruSpecs } from './gru';
import { encodeMax } from './max';
import { encodeMean } from './mean';
import { pairMlpSpecs } from './pair-mlp';
import { prototypeOf } from './prototype';
import type { Support, Training } from './support';
import { encodeWeighted, weightedSpecs } from './weighted';

type Encoder = (
  config: ModelConfig,
  parameters: Parameters,
  support: Support,
  training?: Training,
) => tf.Tensor2D;

const ENCODERS: Record<
  EncoderKind,
  { specs: (config: ModelConfig) => ParameterSpec[]; encode: Encoder }
> = {
  mean: { specs: pairMlpSpecs, encode: encodeMean },
  max: { specs: pairMlpSpecs, encode: encodeMax },
  gru: { specs: gruSpecs, encode: encodeGru },
  weighted: { specs: weightedSpecs, encode: encodeWeighted },
};

export const encoderSpecs = (config: ModelConfig): ParameterSpec[] =>
  ENCODERS[config.encoder].specs(config);

/**
 * The context of each task, `C [B, contextDim]`; all zero for a task whose support set is empty.
 * With `prototype`, plus the residual of that name.
 */
export function encode(
  config: ModelConfig,
  parameters: Parameters,
  support: Support,
  training?: Training,
): tf.Tensor2D {
  const [tasks, size] = support.pairs.shape;
  if (size === 0) return tf.zeros([tasks, contextDim(config)]);
  const context = ENCODERS[config.encoder].encode(config, parameters, support, training);
  if (!config.prototype || config.encoder === 'weighted') return context;
  const prototype = prototypeOf(config, support);
  if (!hasSeparatePrototypes(config)) return tf.add(context, prototype);
  return tf.add(tf.concat([context, tf.zerosLike(context)], 1), prototype);
}

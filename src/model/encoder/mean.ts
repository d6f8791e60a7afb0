import type * as tf from '@tensorflow/tfjs-core';
import type { Parameters } from '../parameter-set';
import type { ModelConfig } from '../types';
import { pairMlp } from './pair-mlp';
import { supportCounts, supportMask, weightedMean, type Support } from './support';

/** Pooled encoder (equation 6) with the mean over support pairs: `C [B, D]`. */
export function encodeMean(
  config: ModelConfig,
  parameters: Parameters,
  support: Support,
): tf.Tensor2D {
  const mask = supportMask(config, support);
  return weightedMean(pairMlp(config, parameters, support), mask, supportCounts(support, mask));
}

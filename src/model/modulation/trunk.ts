import type * as tf from '@tensorflow/tfjs-core';
import { dense, denseJoined } from '../ops/dense';
import type { Parameters } from '../parameter-set';
import { linearSpecs, type ParameterSpec } from '../specs';
import { hybridDim, perTaskDim } from '../structure';
import type { ModelConfig } from '../types';
import type { ModulationInput } from './types';

export function trunkSpecs(config: ModelConfig, layers: number): ParameterSpec[] {
  const { trunk } = config.sizes;
  const inputs = hybridDim(config) + perTaskDim(config);
  return Array.from({ length: layers }, (_, l) =>
    linearSpecs(`modulation.trunk${l}`, l === 0 ? inputs : trunk, trunk),
  ).flat();
}

/** The modulation network's trunk (section 7.2): Linear-ReLU a layer; every layer's output, `[R, T]`. */
export function trunk(
  parameters: Parameters,
  input: ModulationInput,
  layers: number,
): tf.Tensor2D[] {
  const outputs: tf.Tensor2D[] = [];
  for (let l = 0; l < layers; l++) {
    const weight = parameters.get<tf.Tensor2D>(`modulation.trunk${l}.weight`);
    const bias = parameters.get<tf.Tensor1D>(`modulation.trunk${l}.bias`);
    outputs.push(
      l === 0 && input.perTask
        ? denseJoined(input.perTask, input.hybrid, weight, bias, 'relu')
        : dense(l === 0 ? input.hybrid : outputs[l - 1], weight, bias, 'relu'),
    );
  }
  return outputs;
}

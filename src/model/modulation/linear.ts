import * as tf from '@tensorflow/tfjs-core';
import { dense } from '../ops/dense';
import type { Parameters } from '../parameter-set';
import { linearSpecs, type ParameterSpec } from '../specs';
import { layerCount } from '../structure';
import type { ModelConfig } from '../types';
import { trunk, trunkSpecs } from './trunk';
import type { Modulation, ModulationInput } from './types';

/** The hypernetwork has a hidden layer for each of the backbone's but the last. */
const hiddenLayers = (config: ModelConfig) => Math.max(1, layerCount(config) - 1);

export const linearModulationSpecs = (config: ModelConfig): ParameterSpec[] => [
  ...trunkSpecs(config, hiddenLayers(config)),
  ...linearSpecs('modulation.head', config.sizes.trunk, config.sizes.width + 1),
];

/** Weight modulation (equation 9): weights and bias of the last layer only. */
export function modulateLinear(
  config: ModelConfig,
  parameters: Parameters,
  input: ModulationInput,
): Modulation {
  const last = trunk(parameters, input, hiddenLayers(config)).at(-1)!;
  const generated = dense(
    last,
    parameters.get('modulation.head.weight'),
    parameters.get('modulation.head.bias'),
  );
  const { width } = config.sizes;
  const rows = generated.shape[0];
  return {
    kind: 'linear',
    weight: tf.slice(generated, [0, 0], [rows, width]),
    bias: tf.slice(generated, [0, width], [rows, 1]),
  };
}

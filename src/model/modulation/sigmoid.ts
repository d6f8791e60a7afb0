import * as tf from '@tensorflow/tfjs-core';
import { dense } from '../ops/dense';
import type { Parameters } from '../parameter-set';
import { constant, linearSpecs, type ParameterSpec } from '../specs';
import { layerCount } from '../structure';
import type { ModelConfig } from '../types';
import { trunk, trunkSpecs } from './trunk';
import type { Modulation, ModulationInput } from './types';

export function sigmoidSpecs(config: ModelConfig): ParameterSpec[] {
  const layers = layerCount(config);
  const bias = config.headBias === undefined ? undefined : constant(config.headBias);
  const heads = Array.from({ length: layers }, (_, l) =>
    linearSpecs(`modulation.head${l}`, config.sizes.trunk, config.sizes.width, bias),
  );
  return [...trunkSpecs(config, layers), ...heads.flat()];
}

/** Layer modulation with gates (equation 10): `sigmoid(head_l)` for each layer. */
export function modulateSigmoid(
  config: ModelConfig,
  parameters: Parameters,
  input: ModulationInput,
): Modulation {
  const gate = trunk(parameters, input, layerCount(config)).map((t, l) =>
    tf.sigmoid(
      dense(
        t,
        parameters.get(`modulation.head${l}.weight`),
        parameters.get(`modulation.head${l}.bias`),
      ),
    ),
  );
  return { kind: 'sigmoid', gate };
}

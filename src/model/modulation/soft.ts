import { dense } from '../ops/dense';
import { routes } from '../ops/routed-modules';
import type { Parameters } from '../parameter-set';
import { linearSpecs, type ParameterSpec } from '../specs';
import { layerCount, MODULES } from '../structure';
import type { ModelConfig } from '../types';
import { trunk, trunkSpecs } from './trunk';
import type { Modulation, ModulationInput } from './types';

/** The modules that a layer's route leads to: the next layer's, or the one readout after the last. */
const targetsOf = (config: ModelConfig, layer: number) =>
  layer === layerCount(config) - 1 ? 1 : MODULES;

export function softSpecs(config: ModelConfig): ParameterSpec[] {
  const layers = layerCount(config);
  const heads = Array.from({ length: layers }, (_, l) =>
    linearSpecs(`modulation.route${l}`, config.sizes.trunk, MODULES * targetsOf(config, l)),
  );
  return [...trunkSpecs(config, layers), ...heads.flat()];
}

/** Soft modularization (equation 12): the route out of each layer of modules. */
export function modulateSoft(
  config: ModelConfig,
  parameters: Parameters,
  input: ModulationInput,
): Modulation {
  const route = trunk(parameters, input, layerCount(config)).map((t, l) => {
    const logits = dense(
      t,
      parameters.get(`modulation.route${l}.weight`),
      parameters.get(`modulation.route${l}.bias`),
    );
    return routes(logits, MODULES, targetsOf(config, l));
  });
  return { kind: 'soft', route };
}

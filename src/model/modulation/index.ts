import type { Parameters } from '../parameter-set';
import type { ParameterSpec } from '../specs';
import type { ModelConfig, ModulationKind } from '../types';
import { filmSpecs, modulateFilm } from './film';
import { linearModulationSpecs, modulateLinear } from './linear';
import { modulateNone } from './none';
import { modulateSigmoid, sigmoidSpecs } from './sigmoid';
import { modulateSoft, softSpecs } from './soft';
import type { Modulation, ModulationInput } from './types';

interface ModulationNetwork {
  specs: (config: ModelConfig) => ParameterSpec[];
  modulate: (config: ModelConfig, parameters: Parameters, input: ModulationInput) => Modulation;
}

const NETWORKS: Record<ModulationKind, ModulationNetwork> = {
  none: { specs: () => [], modulate: modulateNone },
  linear: { specs: linearModulationSpecs, modulate: modulateLinear },
  sigmoid: { specs: sigmoidSpecs, modulate: modulateSigmoid },
  film: { specs: filmSpecs, modulate: modulateFilm },
  soft: { specs: softSpecs, modulate: modulateSoft },
};

export const modulationSpecs = (config: ModelConfig): ParameterSpec[] =>
  NETWORKS[config.modulation].specs(config);

/** The modulation of every pair (equations 9 to 12). */
export const modulate = (
  config: ModelConfig,
  parameters: Parameters,
  input: ModulationInput,
): Modulation => NETWORKS[config.modulation].modulate(config, parameters, input);

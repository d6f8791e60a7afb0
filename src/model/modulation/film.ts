import { filmHeads } from '../ops/film-layer';
import type { Parameters } from '../parameter-set';
import { uniform, type Initialiser, type ParameterSpec } from '../specs';
import { layerCount } from '../structure';
import type { ModelConfig } from '../types';
import { trunk, trunkSpecs } from './trunk';
import type { Modulation, ModulationInput } from './types';

/** Heads hold gamma's weights, then beta's: `weight [2, trunk, width]`, `bias [2, width]`. */
export function filmSpecs(config: ModelConfig): ParameterSpec[] {
  const layers = layerCount(config);
  const { trunk: inputs, width } = config.sizes;
  const init = uniform(1 / Math.sqrt(inputs));
  const heads = Array.from({ length: layers }, (_, l): ParameterSpec[] => [
    { name: `modulation.head${l}.weight`, shape: [2, inputs, width], init },
    { name: `modulation.head${l}.bias`, shape: [2, width], init: headBias(config) ?? init },
  ]);
  return [...trunkSpecs(config, layers), ...heads.flat()];
}

function headBias({ headBias: beta, gammaBias }: ModelConfig): Initialiser | undefined {
  if (beta === undefined && gammaBias === undefined) return undefined;
  return { kind: 'rows', values: [gammaBias ?? beta ?? 0, beta ?? 0] };
}

/** Feature-wise linear modulation (equation 11): gamma and beta of each layer. */
export function modulateFilm(
  config: ModelConfig,
  parameters: Parameters,
  input: ModulationInput,
): Modulation {
  const heads = trunk(parameters, input, layerCount(config)).map((t, l) =>
    filmHeads(
      t,
      parameters.get(`modulation.head${l}.weight`),
      parameters.get(`modulation.head${l}.bias`),
    ),
  );
  return {
    kind: 'film',
    gamma: heads.map(([gamma]) => gamma),
    beta: heads.map(([, beta]) => beta),
  };
}

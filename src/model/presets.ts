/** Sizes of models: the paper's, and ones that a laptop trains live. */
import { modulatesUnits, type PresetName } from '../kinds';
import type { ModelConfig, ModelSizes, Objective } from './types';

export type Parts = Pick<ModelConfig, 'task' | 'encoder' | 'hybrid' | 'modulation'>;

/** Size of the label vector: a one-hot of two, or what the label MLP gives a rating. */
const LABEL = { ranking: 2, rating: 8 } as const;

/** Section 7.2 of the paper; the user-specific (rating) networks are smaller. */
function paperSizes(task: Objective, { modulation }: Parts, pairDim: number): ModelSizes {
  return {
    pairDim,
    gruHidden: modulation === 'soft' ? 128 : 256,
    poolHidden: 64,
    trunk: task === 'rating' ? 256 : 64,
    width: 64,
    moduleWidth: 32,
    lastModuleWidth: 64,
    labelDim: LABEL[task],
  };
}

const smallSizes = (task: Objective, pairDim: number): ModelSizes => ({
  pairDim,
  gruHidden: 64,
  poolHidden: 64,
  trunk: 64,
  width: 64,
  moduleWidth: 32,
  labelDim: LABEL[task],
});

/**
 * A model of given parts.
 * @param pairDim `D`, which the features decide (the paper's is 128)
 */
export function preset(
  name: PresetName,
  { task, encoder, hybrid, modulation }: Parts,
  pairDim: number,
): ModelConfig {
  const parts: Parts = { task, encoder, hybrid, modulation };
  if (name === 'paper') {
    return {
      ...parts,
      leakySlope: 0.01,
      sizes: paperSizes(task, parts, pairDim),
      layers: task === 'rating' ? 2 : 3,
      ...(modulatesUnits(modulation) && { headBias: 0.1 }),
    };
  }
  return {
    ...parts,
    leakySlope: 0.01,
    sizes: smallSizes(task, pairDim),
    // Free, and the largest single gain on this data (docs/model.md, 'Options beyond the paper').
    ...(task === 'ranking' && { prototype: true }),
    // Around the plain backbone: gamma 1, beta 0.
    ...(modulation === 'film' && { gammaBias: 1, headBias: 0 }),
  };
}

/** Whether a model has the sizes of the paper; every other is of the page's. */
export function presetOf(config: ModelConfig): PresetName {
  const { sizes, layers } = preset('paper', config, config.sizes.pairDim);
  const isPaper = (Object.keys(sizes) as (keyof ModelSizes)[]).every(
    (size) => sizes[size] === config.sizes[size],
  );
  return isPaper && (config.layers ?? 3) === layers ? 'paper' : 'small';
}

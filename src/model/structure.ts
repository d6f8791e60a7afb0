import type { ModelConfig } from './types';

/** Modules a layer of soft modularization (section 7.2). */
export const MODULES = 4;

/** Layers of the backbone. */
export const layerCount = (config: ModelConfig): number => config.layers ?? 3;

/** Size of what the model reads of a pair: `D`, or the embedding's size with the `weighted` encoder. */
export const pairSize = (config: ModelConfig): number =>
  config.encoder === 'weighted' ? (config.sizes.embedding ?? 32) : config.sizes.pairDim;

/** Size of a context, `P`: a pair's, or twice that with prototypes of likes and dislikes apart. */
export const contextDim = (config: ModelConfig): number =>
  pairSize(config) * (hasSeparatePrototypes(config) ? 2 : 1);

export const hasSeparatePrototypes = ({ prototype, encoder }: ModelConfig): boolean =>
  prototype === 'separate' && encoder !== 'weighted';

/** Size of a hybrid context: the context's; with `attention` beside it what is read of the support set. */
export const hybridDim = (config: ModelConfig): number =>
  contextDim(config) + (config.hybrid === 'attention' ? 3 * pairSize(config) : 0);

/** Size of the keys that attention compares. */
export const keyDim = ({ sizes }: ModelConfig): number => sizes.key ?? 16;

/** Size of what the backbone reads: `x` (or its embedding), with `inputs: 'product'` also the hybrid. */
export const backboneInputDim = (config: ModelConfig): number =>
  pairSize(config) + (config.inputs === 'product' ? hybridDim(config) : 0);

/** Whether the modulation network reads `C` beside the hybrid. */
export const readsContext = ({ inputs }: ModelConfig): boolean =>
  inputs === 'context' || inputs === 'product';

/** Size of what each task adds to the modulation network's input. */
export const perTaskDim = (config: ModelConfig): number =>
  (readsContext(config) ? contextDim(config) : 0) + (config.statistics ?? 0);

/** Width of the modules of layer `l`. */
export const moduleWidth = (config: ModelConfig, l: number): number =>
  l === layerCount(config) - 1
    ? (config.sizes.lastModuleWidth ?? config.sizes.moduleWidth)
    : config.sizes.moduleWidth;

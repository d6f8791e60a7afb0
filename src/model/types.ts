/**
 * What a CMML model is made of (`docs/model.md`); symbols as in the paper.
 *
 * `B` tasks in a meta-batch, `S` support pairs, `Q` query pairs, `D` the pair vector's size.
 */
import type {
  EncoderKind,
  HybridKind,
  ModulationKind,
  ProtocolId,
  Setting,
  Treatment,
} from '../kinds';

export type { EncoderKind, HybridKind, ModulationKind, ProtocolId, Setting, Treatment };

/** Hinge of equation 4, or mean squared error of equation 5. */
export type Objective = 'ranking' | 'rating';

export interface ModelSizes {
  /** `D`, the size of a pair vector `x = [e_u, e_i]`. */
  pairDim: number;
  gruHidden: number;
  poolHidden: number;
  /** Width of the modulation network's trunk. */
  trunk: number;
  /** Width of each backbone layer. */
  width: number;
  /** Width of one module of soft modularization. */
  moduleWidth: number;
  /** Size of the label vector appended to a support pair: 2 one-hot (ranking), or the label MLP's. */
  labelDim: number;
  /** Width of the last layer's modules, where it differs from `moduleWidth` (64 in the paper). */
  lastModuleWidth?: number;
  /** Size of the item embedding and of the context of the `weighted` encoder; 32 unless told. */
  embedding?: number;
  /** Size of the keys of attention by candidate; 16 unless told. */
  key?: number;
}

export interface ModelConfig {
  task: Objective;
  encoder: EncoderKind;
  hybrid: HybridKind;
  modulation: ModulationKind;
  leakySlope: number;
  sizes: ModelSizes;
  /** Backbone layers; 3 unless told (2 in the paper's user-specific preset). */
  layers?: number;
  /** Table 4 'Non-negative': negative support pairs are dropped. */
  positivesOnly?: boolean;
  /**
   * Adds `mean_k y_k x_k`, y = +1 or -1, to the context (`docs/model.md`, prototype residual). `separate` adds the
   * mean of the likes and puts that of the dislikes beside it: neither takes from the other (ranking).
   */
  prototype?: boolean | 'separate';
  /** Measures the prototype by the deviation of the liked pairs: it is large where they agree (ranking). */
  consensus?: boolean;
  /** Weights of hybrid `attention`: learned unless told, or all alike (the control). */
  attention?: 'learned' | 'uniform';
  /**
   * `plain`: backbone reads `x`, modulation the hybrid; `context`: modulation reads `[C, C*x]`;
   * `product`: that, and backbone reads `[x, C*x]`.
   */
  inputs?: 'plain' | 'context' | 'product';
  /** Starting bias of film and sigmoid heads; 0.1 in the paper's preset. */
  headBias?: number;
  /** Starting bias of film's gamma where it differs from `headBias`: 1 starts at the plain backbone. */
  gammaBias?: number;
  /** Number of statistics of the support labels that the modulation network reads; none unless told. */
  statistics?: number;
  /** Rounds of the `weighted` encoder; 1 (plain pooling) unless told. */
  rounds?: number;
  /** Dropout inside the `weighted` encoder's embedding, in training; none unless told. */
  dropout?: number;
}

/** How a checkpoint came to be; printed wherever its results are shown. */
export interface Provenance {
  command: string;
  setting: Setting;
  treatment: Treatment;
  seed: number;
  steps: number;
  commit: string;
  /** ISO 8601. */
  date: string;
  dataset: string;
  /** Held-out metrics after training, by name (`recall@20`, `mae`). */
  metrics: Record<string, number>;
  /** What it was trained by (`kernels/arithmetic.ts`): only by the same does it go on bit for bit. */
  arithmetic?: string;
}

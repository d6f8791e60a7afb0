/**
 * What a CMML model is made of (`docs/model.md`); symbols as in the paper.
 *
 * `B` tasks in a meta-batch, `S` support pairs, `Q` query pairs, `D` the pair vector's size.
 */

/** Equation 6 (`mean`, `max`), equation 7 (`gru`), label-weighted pooling (`weighted`). */
export type EncoderKind = 'mean' | 'max' | 'gru' | 'weighted';
/** Equation 8. */
export type HybridKind = 'none' | 'dot' | 'mlp';
/** Equations 9 to 13; `none` is the plain backbone, the control. */
export type ModulationKind = 'linear' | 'sigmoid' | 'film' | 'soft' | 'none';
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
  /** Adds `mean_k y_k x_k`, y = +1 or -1, to the context (`docs/model.md`, prototype residual). */
  prototype?: boolean;
  /** Measures the prototype by the deviation of the liked pairs: it is large where they agree (ranking). */
  consensus?: boolean;
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

/** The protocol a model is trained and evaluated under (`docs/data.md`). */
export type Setting = 'ranking' | 'visitor' | 'rating';

/**
 * `plain`: the protocol as it stands. `full`: with everything of `docs/data.md` that is not in the
 * paper (extra tasks, consensus, other inputs; residual targets, leave-one-user-out features).
 */
export type Treatment = 'plain' | 'full';

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
}

/** Every stage between a support set and one score, with the values and weights the model used. */
import type { ModulationDetail } from './vocabulary';

/** A Linear layer on one pair's way: `output = activation(input . weight + bias)`. */
export interface ExplainedLinear {
  /** `[inputs, outputs]`, row by row. */
  weight: Float32Array;
  /** `[outputs]` */
  bias: Float32Array;
  /** `[outputs]`, after the activation where there is one. */
  output: Float32Array;
}

/**
 * One layer of the backbone: linear output -> modulated -> activated. With soft modularization the
 * modules stand one after another: `weight [modules][inputs, units]`, the others `[modules][units]`.
 */
export interface ExplainedLayer {
  weight: Float32Array;
  bias: Float32Array;
  linear: Float32Array;
  modulated: Float32Array;
  activated: Float32Array;
}

/**
 * How the encoder made the context of the support pairs. In each case the parts add up to it (with
 * `max`: the largest is it), value by value.
 */
export type Encoding =
  /** `C = mean_k` or `max_k` of `vectors[k]`, plus the prototype residual where the model has one. */
  | { kind: 'mean' | 'max'; vectors: Float32Array[]; prototype: Float32Array | null }
  /** A recurrent encoder: the context after the first, the first two, ... all pairs. */
  | { kind: 'sequence'; vectors: Float32Array[] }
  /** `C = sum_k weights[k] vectors[k]`: keys of the pairs and how much of each. */
  | { kind: 'weighted'; vectors: Float32Array[]; weights: Float32Array };

/** Where a head's outputs go. The last output of `weight` (equation 9) is the generated bias. */
export type GeneratedTarget = 'gamma' | 'beta' | 'gate' | 'weight' | 'route';

/**
 * The last Linear of the hypernetwork for one layer. Its sums are gammas, betas and weights; gates
 * are their sigmoid, routes their softmax over the sources of a target.
 */
export interface ExplainedHead extends Omit<ExplainedLinear, 'output'> {
  target: GeneratedTarget;
  /** Of the backbone; 0 for `weight`. */
  layer: number;
  /** The trunk layer that it reads. */
  trunk: number;
}

/** The network that makes the modulation of the hybrid context (equations 9 to 12). */
export interface ExplainedHypernetwork {
  /** What it reads beside the hybrid context, before it: the context, statistics of the labels. */
  perTask: Float32Array;
  /** ReLU layers; the first reads `[perTask, hybrid]`. */
  trunk: ExplainedLinear[];
  heads: ExplainedHead[];
}

/** Hybrid `attention`: the candidate's weights on the support pairs, in their order. Each sums to 1, or to 0. */
export interface ExplainedAttention {
  likes: Float32Array;
  dislikes: Float32Array;
}

export interface Explanation {
  item: number;
  /** The support pairs as the encoder read them, in support order. */
  pairs: { item: number; label: number; input: Float32Array }[];
  /** null: an empty support set, or an overridden context. */
  encoding: Encoding | null;
  context: Float32Array;
  /** The candidate's pair vector `x`. */
  candidate: Float32Array;
  /** `weighted` encoder: leaky, plain, plain; from `x` to its embedding and key. Else empty. */
  embedding: ExplainedLinear[];
  /** What the hybrid context joins with the context: `x`, or its key. */
  movie: Float32Array;
  hybrid: Float32Array;
  /** Hybrid `mlp`: ReLU, plain, reading `[context, movie]`. Else empty. */
  mixing: ExplainedLinear[];
  /** null: another hybrid. */
  attention: ExplainedAttention | null;
  /** null: a plain backbone. */
  hypernetwork: ExplainedHypernetwork | null;
  /** What the backbone reads. */
  input: Float32Array;
  /** As the backbone used it: overrides of the visitor are in it. */
  modulation: ModulationDetail;
  layers: ExplainedLayer[];
  /**
   * `score = offset + kernel . hybrid + weight . features + bias`. `offset` is the base of rating
   * models that predict residuals, else 0; `kernel` scales what the `weighted` encoder adds by itself.
   */
  readout: {
    features: Float32Array;
    weight: Float32Array;
    bias: number;
    kernel: Float32Array | null;
    offset: number;
  };
  score: number;
  steps: number;
}

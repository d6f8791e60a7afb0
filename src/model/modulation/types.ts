import type * as tf from '@tensorflow/tfjs-core';

/**
 * What the modulation network gives the backbone, for `R = B * Q` pairs, layer by layer.
 * Everything the paper reads in its Figures 3 and 4, and everything a causal handle may change.
 */
export type Modulation =
  | { kind: 'none' }
  /** Equation 9: the last layer's `weight [R, W]` and `bias [R, 1]`. */
  | { kind: 'linear'; weight: tf.Tensor2D; bias: tf.Tensor2D }
  /** Equation 10, `[R, W]` a layer. */
  | { kind: 'sigmoid'; gate: tf.Tensor2D[] }
  /** Equation 11, `[R, W]` a layer. */
  | { kind: 'film'; gamma: tf.Tensor2D[]; beta: tf.Tensor2D[] }
  /** Equation 12, `[R, sources, targets]` a layer; weights into a target sum to 1; last `[R, M, 1]`. */
  | { kind: 'soft'; route: tf.Tensor3D[] };

/** What the modulation network reads: the hybrid context of every pair, and what its task adds. */
export interface ModulationInput {
  /** `[B * Q, P]` */
  hybrid: tf.Tensor2D;
  /** `[B, .]`: the context itself (`inputs` not `plain`), statistics of the support labels. */
  perTask?: tf.Tensor2D;
}

import type * as tf from '@tensorflow/tfjs-core';
import type { Attention } from './attention';
import type { Modulation } from './modulation/types';

/**
 * One backbone layer of all `R` pairs: before modulation, after it, after the activation.
 * With soft modularization each module's own: `linear` and `activated [M, R, W]`, and `modulated`
 * what the route makes of them, `[targets, R, W]`.
 */
export type LayerIntermediates = {
  linear: tf.Tensor;
  modulated: tf.Tensor;
  activated: tf.Tensor;
};

/** The arithmetic behind a score, for pictures and for 'explain this number'; rows are pairs. */
export type Intermediates = {
  /** `[R, hybridDim]` */
  hybrid: tf.Tensor2D;
  /** Of hybrid `attention`: each candidate's weights on the support pairs. */
  attention?: Attention;
  modulation: Modulation;
  /** Empty where `predict` was told to keep none. */
  layers: LayerIntermediates[];
  /** What the last Linear reads, `[R, W]`; its weights are `backbone.out` (or the generated ones). */
  readout: tf.Tensor2D;
};

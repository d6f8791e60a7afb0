import type * as tf from '@tensorflow/tfjs-core';
import type { Modulation } from './modulation/types';

/**
 * One backbone layer of all `R` pairs: before modulation, after it, after the activation.
 * With soft modularization each module's own: `linear` and `activated [M, R, W]`, and `modulated`
 * what the route makes of them, `[targets, R, W]`.
 */
export type LayerTap = {
  linear: tf.Tensor;
  modulated: tf.Tensor;
  activated: tf.Tensor;
};

/** The arithmetic behind a score, for pictures and for 'explain this number'; rows are pairs. */
export type Taps = {
  /** `[R, P]` */
  hybrid: tf.Tensor2D;
  modulation: Modulation;
  /** Empty where `predict` was told to keep none. */
  layers: LayerTap[];
  /** What the last Linear reads, `[R, W]`; its weights are `backbone.out` (or the generated ones). */
  readout: tf.Tensor2D;
};

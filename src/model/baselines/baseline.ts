/** What every learned baseline offers to the training loop, the evaluation and the race. */
import type { Scalar, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

import type { Random } from '../../data/random';
import type { ParameterSpec } from '../specs';
import type { Episodes, LabelledPairs, Weights } from './network';

/** Tells the support losses `[B]` before each inner step. */
export type Watch = (step: number, loss: Tensor1D) => void;

export interface Baseline {
  specs: ParameterSpec[];
  /** The meta-training objective of one meta-batch, mean over its tasks; to be differentiated. */
  loss(weights: Weights, episodes: Episodes, random: Random): Scalar;
  /** The weights that score each task's pairs after its support set was seen. */
  adapt(weights: Weights, support: LabelledPairs, watch?: Watch): Weights;
  /** @returns scores `[B, N]` of `pairs` `[B, N, D]` */
  score(adapted: Weights, pairs: Tensor3D): Tensor2D;
  /**
   * How unsure the scores are: their standard deviation over `draws` of what the support set leaves open, `[B, N]`, in
   * units of the scores. Only where a baseline has such a thing.
   */
  spread?(adapted: Weights, pairs: Tensor3D, draws: number, random: Random): Tensor2D;
}

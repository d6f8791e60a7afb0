import type { Scalar } from '@tensorflow/tfjs-core';
import type { Random } from '../../data/random';
import type { Batch } from '../batch';
import type { Parameters } from '../parameter-set';
import type { ParameterSpec } from '../specs';

/** Anything with parameters and a loss: CMML and every learned baseline are trained by the same loop. */
export interface Learner {
  specs: ParameterSpec[];
  /**
   * Whether the loss is the mean of what each task has by itself, with nothing random: then the
   * gradients of a meta-batch may be gathered from pieces of it. No unless told.
   */
  separable?: boolean;
  /**
   * Whether the loss is the same operations at every step, on nothing but parameters, batch and constants: then
   * a step may be recorded and replayed (`../plan`). No unless told.
   */
  repeats?: boolean;
  /** The meta-training objective of one meta-batch, mean over its tasks; it is differentiated. */
  loss(parameters: Parameters, batch: Batch, random: Random): Scalar;
}

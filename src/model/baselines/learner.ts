/** Hands a baseline to the training loop that CMML is trained by. */
import type { Learner } from '../training/learner';
import { sharedWeights } from './network';
import type { Baseline } from './baseline';

export function baselineLearner(baseline: Baseline): Learner {
  return {
    specs: baseline.specs,
    loss: (parameters, batch, random) =>
      baseline.loss(sharedWeights(baseline.specs, parameters), batch, random),
  };
}

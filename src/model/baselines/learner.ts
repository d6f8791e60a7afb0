/** Hands a rival to the training loop that CMML is trained by. */
import type { Learner } from '../training/learner';
import { sharedWeights } from './network';
import type { Rival } from './rival';

export function rivalLearner(rival: Rival): Learner {
  return {
    specs: rival.specs,
    loss: (parameters, batch, random) =>
      rival.loss(sharedWeights(rival.specs, parameters), batch, random),
  };
}

/** The training loop of a model as the page trains it. */
import { cmmlLearner } from '../../../src/model/training/cmml-learner';
import { Trainer, type TrainerOptions } from '../../../src/model/training/trainer';
import { cmmlTrainingOf, scheduleOf } from '../../../src/model/recipes';
import type { ModelSetup } from '../model/model-setup';

/** The learning rate stays where the visitor puts it: a run on the page has no last step. */
export function trainerOf(
  { config, setting, treatment, data }: ModelSetup,
  seed: number,
  more: Partial<TrainerOptions> = {},
): Trainer {
  const { learningRate, tasksPerStep, weightDecay, clip } = scheduleOf(setting, treatment);
  return new Trainer({
    learner: cmmlLearner(config, cmmlTrainingOf(setting, treatment)),
    sampler: data.sampler,
    pack: data.pack,
    seed,
    learningRate,
    tasksPerStep,
    weightDecay,
    clip,
    ...more,
  });
}

/** A whole training run in one call, for scripts and the lab. */
import type { SettingData, Schedule } from '../recipes';
import { ParameterSet } from '../parameter-set';
import type { TrainingRoom } from '../systems';
import type { Learner } from './learner';
import { Trainer } from './trainer';

/** Steps between two readings of the loss: a reading waits for the device. */
const READ_EVERY = 50;

/**
 * Trains for `room.steps` with the learning rate falling to 0 at the end.
 *
 * @returns the parameters, to be disposed by the caller
 * @throws TrainingDiverged
 */
export async function train(
  learner: Learner,
  { sampler, pack }: SettingData,
  schedule: Omit<Schedule, 'steps'>,
  { seed, steps, onProgress }: Pick<TrainingRoom, 'seed' | 'steps' | 'onProgress'>,
): Promise<ParameterSet> {
  const trainer = new Trainer({ learner, sampler, pack, seed, decaySteps: steps, ...schedule });
  for (let step = 1; step <= steps; step++) {
    const loss = trainer.step();
    if (step % READ_EVERY === 0 || step === steps) {
      const [value] = await loss.data();
      await trainer.assertFinite(value);
      await onProgress?.(step, value);
    }
    loss.dispose();
  }
  const flat = await trainer.parameters.flat();
  trainer.dispose();
  return new ParameterSet(learner.specs, flat);
}

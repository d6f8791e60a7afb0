/** Times one meta-training step: forward, backward, and for MAML the backward pass through both. */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../../src/data/random';
import { toBatch } from '../../../src/model/batch';
import { differentiate } from '../../../src/model/differentiate';
import type { ParameterSet } from '../../../src/model/parameter-set';
import type { SettingData } from '../../../src/model/recipes';
import type { Learner } from '../../../src/model/training/learner';
import type { JobContext } from '../host/host';
import type { RaceTraining } from '../../protocol/race';
import { take } from '../model/reads';
import { clockStep, timed } from './clock';
import { peakOf } from './measure';

/** Few, so that s2Meta's step leaves room on a phone: all of its inner steps are kept for the way back. */
const TASKS = 2;
const WARM_UP = 1;
const SEED = 0;

export async function measureTraining(
  learner: Learner,
  parameters: ParameterSet,
  { pack, sampler }: SettingData,
  repeats: number,
  { yieldToMessages }: JobContext,
): Promise<RaceTraining> {
  const batch = toBatch(pack(sampler.batch(createRandom(SEED), TASKS)));
  const step = () =>
    tf.tidy(() => {
      const random = createRandom(SEED);
      const loss = () => learner.loss(parameters, batch, random);
      const { gradients } = differentiate(loss, parameters.tensors());
      // The update is the same for all; what is read is one of the gradients.
      return gradients[0];
    });
  try {
    const { bytes, result } = await peakOf(step);
    result.dispose();
    const clock = clockStep();
    const ms: number[] = [];
    for (let repeat = -WARM_UP; repeat < repeats; repeat++) {
      const mean = await timed(async () => void (await take(step(), 'race')), clock);
      if (repeat >= 0) ms.push(mean);
      await yieldToMessages();
    }
    return { ms, peakBytes: bytes, tasks: TASKS };
  } finally {
    tf.dispose(batch);
  }
}

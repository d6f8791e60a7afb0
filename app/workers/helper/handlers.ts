/** What a helper answers: gradients of shards, with the trainer's parameters. It takes no step and evaluates nothing. */
import type { ValidationDataset } from '../../../src/data/validation';
import type { Trainer } from '../../../src/model/training/trainer';
import type { HelperCalls, ShardReply, ShardRequest } from '../../protocol/helper';
import { WorkerFailure } from '../../protocol/failure';
import type { Handlers } from '../host/host';
import type { ReadPath } from '../model/files';
import { setUpModel } from '../model/model-setup';
import { trainerOf } from '../trainer/trainer-of';

export function helperHandlers(dataset: ValidationDataset, read: ReadPath): Handlers<HelperCalls> {
  let trainer: Trainer | null = null;
  return {
    async load({ variant, seed }) {
      const setup = await setUpModel(dataset, variant, seed, read);
      trainer?.dispose();
      trainer = trainerOf(setup, seed);
      return null;
    },

    shard(request) {
      if (!trainer) throw new WorkerFailure('bad-request', 'no model is loaded');
      return answerShard(trainer, request);
    },
  };
}

export function answerShard(
  trainer: Trainer,
  { step, tasks, shard, parameters, gradient }: ShardRequest,
): ShardReply {
  trainer.tasksPerStep = tasks;
  trainer.lendParameters(parameters);
  const own = trainer.sample(step).slice(shard.from, shard.to);
  const loss = trainer.gradient(own, gradient);
  // Where memory is shared the trainer has them already.
  const isShared = !(gradient.buffer instanceof ArrayBuffer);
  return { loss, rooms: isShared ? null : { parameters, gradient } };
}

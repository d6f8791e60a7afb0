/** Training problems for plans: meta-batches of random numbers, and every kind of model. */
import * as tf from '@tensorflow/tfjs-core';
import type { PackedPairs } from '../../../src/data/features';
import type { PackedTasks } from '../../../src/model/batch';
import { cmmlLearner, type CmmlTraining } from '../../../src/model/training/cmml-learner';
import type { Learner } from '../../../src/model/training/learner';
import { Trainer, type TrainerOptions } from '../../../src/model/training/trainer';
import type { ModelConfig } from '../../../src/model/types';
import { rating, TINY, values } from '../setup';

/** What is trained; `training` is what its loss adds. */
export const VARIANTS: { name: string; config: ModelConfig; training?: CmmlTraining }[] = [
  ...(['film', 'soft', 'linear', 'sigmoid', 'none'] as const).map((modulation) => ({
    name: modulation,
    config: { ...TINY, modulation },
  })),
  ...(['gru', 'max', 'weighted'] as const).map((encoder) => ({
    name: `${encoder} encoder`,
    config: { ...TINY, encoder },
  })),
  ...(['mlp', 'none', 'attention'] as const).map((hybrid) => ({
    name: `hybrid ${hybrid}`,
    config: { ...TINY, hybrid },
  })),
  { name: 'prototype', config: { ...TINY, prototype: true, inputs: 'product' } },
  {
    name: 'soft with route regulariser',
    config: { ...TINY, modulation: 'soft', consensus: true, inputs: 'context' },
    training: { routeRegulariser: 0.02, draws: 2 },
  },
  { name: 'rating', config: rating(TINY) },
  {
    name: 'rating by Huber loss and order',
    config: rating({ ...TINY, encoder: 'gru' }),
    training: { huber: 0.5, pairwise: 0.25, pairwiseSlope: 2 },
  },
];

export interface Shape {
  tasks: number;
  support: number;
  query: number;
}
export const SHAPE: Shape = { tasks: 4, support: 5, query: 6 };

/** A meta-batch; another `seed` gives other numbers. The last pair of each support set is padding where `padded`. */
export function packed(
  { tasks, support, query }: Shape,
  seed: number,
  padded = false,
): PackedTasks {
  const part = (size: number, own: number): PackedPairs => ({
    tasks,
    size,
    pairDim: TINY.sizes.pairDim,
    pairs: values(tasks * size * TINY.sizes.pairDim, own),
    labels: Float32Array.from({ length: tasks * size }, (_, i) => (i + seed) % 2),
    mask: null,
  });
  const mask = Float32Array.from({ length: tasks * support }, (_, i) =>
    i % support === support - 1 ? 0 : 1,
  );
  const sets = { support: part(support, seed), query: part(query, seed + 100) };
  return padded ? { ...sets, support: { ...sets.support, mask } } : sets;
}

/** A trainer on meta-batches that `batchOf` gives for the number of the step. */
export function trainerOn(
  learner: Learner,
  batchOf: (step: number) => PackedTasks,
  more: Partial<TrainerOptions> = {},
): Trainer {
  const trainer: Trainer = new Trainer({
    learner,
    sampler: {
      batch: (_, count) =>
        Array.from({ length: count }, (_none, b) => ({ id: `${b}`, support: [], query: [] })),
    },
    pack: () => batchOf(trainer.steps),
    seed: 1,
    learningRate: 0.01,
    tasksPerStep: SHAPE.tasks,
    weightDecay: 1e-5,
    clip: 0.25,
    ...more,
  });
  return trainer;
}

/** The same learner, by tfjs alone. */
export const byTfjs = (learner: Learner): Learner => ({ ...learner, repeats: false });

export const film = (): Learner => cmmlLearner(TINY);

/** Losses of `count` steps, bit for bit. */
export const curve = (trainer: Trainer, count: number): number[] =>
  Array.from({ length: count }, () => {
    const loss = trainer.step();
    const [value] = loss.dataSync();
    tf.dispose(loss);
    return value;
  });

/** Another meta-batch of the same shape at each step. */
export const sameShape = (step: number): PackedTasks => packed(SHAPE, step);

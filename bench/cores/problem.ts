/** The problem of every speed (`../problem.ts`) for the training loop itself, which samples and packs. */
import type { PackedTasks } from '../../src/model/batch';
import { cmmlLearner } from '../../src/model/training/cmml-learner';
import { Trainer } from '../../src/model/training/trainer';
import { benchConfig, randomArrays, WIDTH, type Size } from '../problem';

export const S3: Size = { name: 'S3', tasks: 16, support: 64, query: 128 };

/** A trainer on the random numbers of `size`, the same at each step: a task is its place among them. */
export function benchTrainer(size: Size): Trainer {
  const arrays = randomArrays(size);
  const zeros = new Float32Array(size.tasks * size.query);
  return new Trainer({
    learner: cmmlLearner(benchConfig('film')),
    sampler: {
      batch: (_, count) =>
        Array.from({ length: count }, (_none, b) => ({ id: `${b}`, support: [], query: [] })),
    },
    pack: (tasks): PackedTasks => {
      const from = Number(tasks[0].id);
      const part = (values: Float32Array, each: number) =>
        values.slice(from * each, (from + tasks.length) * each);
      const common = { tasks: tasks.length, pairDim: WIDTH, mask: null };
      return {
        support: {
          ...common,
          size: size.support,
          pairs: part(arrays.pairs, size.support * WIDTH),
          labels: part(arrays.labels, size.support),
        },
        query: {
          ...common,
          size: size.query,
          pairs: part(arrays.query, size.query * WIDTH),
          labels: part(zeros, size.query),
        },
      };
    },
    seed: 1,
    learningRate: 1e-3,
    weightDecay: 1e-5,
    tasksPerStep: size.tasks,
  });
}

/**
 * Hierarchical bootstrap (Davison and Hinkley, Bootstrap Methods and their Application, 3.8): seeds are
 * drawn with replacement, and within each drawn seed its tasks. The interval then holds what varies
 * from training to training and what varies from task to task.
 */
import type { Random } from '../data/random';
import { mean } from './mean';

export interface Bounds {
  low: number;
  high: number;
}

const draw = <T>(random: Random, from: readonly T[]): T => from[random.integer(from.length)];

/** Value below which a share of ascending `values` lies, between neighbours in proportion. */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const at = share * (ascending.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, ascending.length - 1);
  return ascending[below] + (at - below) * (ascending[above] - ascending[below]);
}

/**
 * Percentile bounds of the mean over seeds of the mean over tasks.
 *
 * @param groups values `[seeds][tasks]`; no group is empty
 * @param level share of resamples inside the bounds
 */
export function bootstrapMean(
  groups: readonly (readonly number[])[],
  random: Random,
  resamples: number,
  level = 0.95,
): Bounds {
  const means = Float64Array.from({ length: resamples }, () =>
    mean(
      groups.map(() => {
        const tasks = draw(random, groups);
        return mean(tasks.map(() => draw(random, tasks)));
      }),
    ),
  ).sort();
  const tail = (1 - level) / 2;
  return { low: quantile(means, tail), high: quantile(means, 1 - tail) };
}

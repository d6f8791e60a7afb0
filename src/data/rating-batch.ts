/** Meta-batches of the rating setting, plain or under full treatment (`docs/data.md`, 'Treatments'). */
import { userBias } from './biases';
import { packPairs } from './features';
import type { TaskBatch, WritePair } from './features';
import type { RatingFeatures } from './rating-features';
import type { Pair, Task } from './types';

export interface RatingTreatment {
  /**
   * Labels are what the biases leave of a rating; the model predicts the rest. Base = mean +
   * shrunken user residual over the support + item bias.
   */
  residual: boolean;
  /** Features of a task leave its own user out. */
  leaveOneOut: boolean;
}

export const PLAIN_TREATMENT: RatingTreatment = { residual: false, leaveOneOut: false };
export const FULL_TREATMENT: RatingTreatment = { residual: true, leaveOneOut: true };

/** Columns of `statistics`: shrunken user residual, spread of residuals, log(1 + support size). */
export const STATISTICS = 3;

export interface RatingBatch extends TaskBatch {
  /** `[B, Q]`, to be added to what the model predicts, in stars; zero without `residual`. */
  base: Float32Array;
  /** `[B, 3]` */
  statistics: Float32Array;
}

function rootMeanSquare(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** What a task's support says about its user, beyond the items. */
function describeUser(
  features: RatingFeatures,
  task: Task,
  without: (p: Pair) => number | undefined,
) {
  const afterItem = task.support.map(
    (p) => p.label - features.mean - features.statistics(p.item, without(p)).bias,
  );
  const user = userBias(afterItem);
  const rest = afterItem.map((r) => r - user);
  const base = (p: Pair) => features.mean + user + features.statistics(p.item, without(p)).bias;
  return { base, statistics: [user, rootMeanSquare(rest), Math.log1p(rest.length)] };
}

export function packRatingTasks(
  features: RatingFeatures,
  tasks: readonly Task[],
  { residual, leaveOneOut }: RatingTreatment,
): RatingBatch {
  const without = (pair: Pair) => (leaveOneOut && pair.user >= 0 ? pair.user : undefined);
  const write: WritePair = (pair, out, at) => features.write(pair.item, out, at, without(pair));
  const described = tasks.map((task) => describeUser(features, task, without));
  const labelled = (pairs: Pair[], b: number): Pair[] =>
    residual ? pairs.map((p) => ({ ...p, label: p.label - described[b].base(p) })) : pairs;
  const query = packPairs(
    tasks.map((t, b) => labelled(t.query, b)),
    features.pairDim,
    write,
  );
  const base = new Float32Array(tasks.length * query.size);
  if (residual) {
    tasks.forEach((task, b) =>
      task.query.forEach((pair, k) => (base[b * query.size + k] = described[b].base(pair))),
    );
  }
  return {
    support: packPairs(
      tasks.map((t, b) => labelled(t.support, b)),
      features.pairDim,
      write,
    ),
    query,
    base,
    statistics: Float32Array.from(described.flatMap((d) => d.statistics)),
  };
}

/** When a training run has stopped getting better: read from its measurements alone, so the same seed ends the same. */
import { METRICS } from '../../src/kinds';
import type { EvaluationPoint } from '../protocol/trainer';

export interface StoppingRule {
  /** So many measurements in a row have to bring nothing new. */
  patience: number;
  /** Never before that step. */
  leastSteps: number;
}

/** Measured every 100 steps (`EVALUATE_EVERY` of the trainer): a run has four measurements at the least. */
export const STOPPING: StoppingRule = { patience: 3, leastSteps: 300 };

/** Of the measures of the page's settings only the error in stars is better where it is smaller. */
const isError = (metric: string): boolean => metric === METRICS.user;

/**
 * Whether the last `patience` measurements are all no better than the best before them.
 * @param points of one run, oldest first, all of one metric
 */
export function hasStoppedRising(
  points: readonly EvaluationPoint[],
  { patience, leastSteps }: StoppingRule,
): boolean {
  const last = points.at(-1);
  if (!last || last.step < leastSteps || points.length <= patience) return false;
  const goodness = points.map(({ metric, value }) => (isError(metric) ? -value : value));
  return Math.max(...goodness.slice(-patience)) <= Math.max(...goodness.slice(0, -patience));
}

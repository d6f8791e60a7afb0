/** Mean and 95% interval of repeated runs, on the page and in the evaluation alike. */
import { tQuantile } from './student';

/** Share of intervals that hold the true mean, where runs are normal. */
export const LEVEL = 0.95;

export interface Interval {
  mean: number;
  /** Half width of the 95% interval; null for a single value, which has none. */
  half: number | null;
  n: number;
}

/**
 * `mean +- t s / sqrt(n)`, with the sample deviation `s` and Student's `t` of `n - 1` degrees of freedom: with the
 * normal quantile 1.96 in its place, an interval over 3 runs would hold the true mean 81 times in 100.
 *
 * @param values independent runs, at least one
 */
export function interval95(values: readonly number[]): Interval {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { mean, half: null, n };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, half: tQuantile(LEVEL, n - 1) * Math.sqrt(variance / n), n };
}

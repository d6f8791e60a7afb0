/** Mean and 95% interval of repeated runs, on the page and in the evaluation alike. */

export interface Interval {
  mean: number;
  /** Half width of the 95% interval, `1.96 s / sqrt(n)`; null for a single value, which has none. */
  half: number | null;
  n: number;
}

/** As the paper's appendix: sample deviation, normal quantile. @param values at least one */
export function interval95(values: readonly number[]): Interval {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { mean, half: null, n };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, half: 1.96 * Math.sqrt(variance / n), n };
}

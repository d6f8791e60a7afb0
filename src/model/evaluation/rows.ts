/** Rows of results, and what several of them say together. */
import type { Setting } from '../types';

/** Metrics by name: `recall@20` (0..1), `mae` (stars), `ndcg@3` (0..1). */
export type MetricRow = Record<string, number>;

/** Share done, 0..1. */
export type Progress = (done: number) => void;

/** One system under one seed. */
export type ResultRow = {
  setting: Setting;
  system: string;
  seed: number;
  steps: number;
  support: number;
  treatment: string;
  wrongSupport: boolean;
} & Record<string, number | string | boolean>;

export interface Interval {
  mean: number;
  /** Half width of the 95% interval over seeds, `1.96 s / sqrt(n)`; 0 for a single value. */
  half: number;
  n: number;
}

/** As the paper's appendix: sample deviation, normal quantile. */
export function interval95(values: readonly number[]): Interval {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  if (n < 2) return { mean, half: 0, n };
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1);
  return { mean, half: (1.96 * Math.sqrt(variance)) / Math.sqrt(n), n };
}

/** Rows of results. */
import type { Setting } from '../types';
import { mean } from '../../statistics/mean';

/** Metrics by name: `recall@20` (0..1), `mae`, `mae@levels` (stars), `ndcg@3` (0..1). */
export type MetricRow = Record<string, number>;

/** Metrics of single tasks: for each metric the tasks' ids and values, in one order. */
export type TaskMetrics = Record<string, { tasks: string[]; values: number[] }>;

/** What one run of a protocol gives: means over its tasks, and the tasks. */
export interface Measured {
  metrics: MetricRow;
  tasks: TaskMetrics;
}

/** Share done, 0..1. */
export type Progress = (done: number) => void;

/** One system under one seed. */
export type ResultRow = {
  /** Rows of different protocols are never compared. */
  protocol: string;
  setting: Setting;
  system: string;
  seed: number;
  steps: number;
  support: number;
  treatment: string;
  wrongSupport: boolean;
} & Record<string, number | string | boolean>;

/** Mean of rows of numbers, column by column; of no rows, no columns. */
export const meanColumns = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] ?? []).map((_, c) => mean(rows.map((row) => row[c])));

/** Means over tasks beside the tasks. @param rows `[tasks][metrics]`; of no tasks there is no metric */
export function measured(
  ids: readonly string[],
  metrics: readonly string[],
  rows: readonly (readonly number[])[],
): Measured {
  const means = meanColumns(rows);
  const named = metrics.slice(0, means.length);
  return {
    metrics: Object.fromEntries(named.map((name, c) => [name, means[c]])),
    tasks: Object.fromEntries(
      named.map((name, c) => [name, { tasks: [...ids], values: rows.map((row) => row[c]) }]),
    ),
  };
}

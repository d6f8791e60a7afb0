/** From rows of single runs to what a table shows: mean and 95% interval over seeds. */
import type { LabTable, Metric } from './tables';

/** One run of one system: a row of `docs/results` and of `npm run evaluate -- --json`. */
export interface ResultRow {
  setting: string;
  system: string;
  seed: number;
  steps: number;
  [metric: string]: string | number;
}

export interface Summary {
  mean: number;
  /** 1.96 s / sqrt(n), as in the paper's appendix; null for a single seed. */
  interval: number | null;
  seeds: number;
}

export function summarise(values: readonly number[]): Summary | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { mean, interval: null, seeds: 1 };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, interval: 1.96 * Math.sqrt(variance / n), seeds: n };
}

/** Summary of a metric of a system in a table's setting; null when nothing was measured. */
export function summaryOf(
  rows: readonly ResultRow[],
  table: Pick<LabTable, 'setting'>,
  system: string,
  metric: Metric,
): Summary | null {
  const values = rows
    .filter((row) => row.setting === table.setting && row.system === system)
    .map((row) => row[metric])
    .filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  return summarise(values);
}

/** Recall in percent with one decimal, others with three. */
export function formatMetric(metric: Metric, value: number): string {
  return metric.startsWith('recall') ? (100 * value).toFixed(1) : value.toFixed(3);
}

export function formatInterval(metric: Metric, interval: number | null): string {
  if (interval === null) return '';
  return `± ${metric.startsWith('recall') ? (100 * interval).toFixed(1) : interval.toFixed(3)}`;
}

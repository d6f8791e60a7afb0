/** From rows of single runs to what a table shows: mean and 95% interval over seeds. */
import { interval95, type Interval } from '../../../src/statistics/interval';
import type { Treatment } from '../../../src/model/types';
import type { LabRow } from '../../protocol/lab';
import type { Metric } from '../../protocol/lab-tables/metric';
import type { LabProtocol } from '../../protocol/lab-tables/lab-protocol';
import { supportOf, treatmentOf } from '../../protocol/lab-tables/protocols';
import { fixed } from '../figure/numbers';
import type { LabTable } from '../../protocol/lab-tables/tables';

/** The rows behind a table: its setting and protocol, one treatment, its support size. */
export const rowsOf = (
  rows: readonly LabRow[],
  { setting }: Pick<LabTable, 'setting'>,
  treatment: Treatment,
  protocol: LabProtocol,
  wrongSupport = false,
): LabRow[] =>
  rows.filter(
    (row) =>
      row.protocol === protocol &&
      row.setting === setting &&
      row.treatment === treatmentOf(row.system, treatment) &&
      (row.wrongSupport === true) === wrongSupport &&
      (setting !== 'ranking' || row.support === supportOf(protocol)),
  );

/** Mean and interval of a metric of a system over `rows`; null when nothing was measured. */
export function summaryOf(
  rows: readonly LabRow[],
  system: string,
  metric: Metric,
): Interval | null {
  const values = rows
    .filter((row) => row.system === system)
    .map((row) => row[metric])
    .filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  return values.length === 0 ? null : interval95(values);
}

/** The most training steps behind a system's rows; 0 for what is not trained. */
export const stepsOf = (rows: readonly LabRow[], system: string): number =>
  Math.max(0, ...rows.filter((row) => row.system === system).map(({ steps }) => steps));

/** Recall is shown in percent, other metrics as they are. */
export const isRecall = (metric: Metric): boolean => metric.startsWith('recall');

/** What heads a column of a metric: its name, and its unit where it has one. */
export const headed = (metric: Metric, name: string): string =>
  isRecall(metric) ? `${name}, %` : name;

/** Recall in percent with one decimal, others with three. */
export function formatMetric(metric: Metric, value: number): string {
  return isRecall(metric) ? fixed(100 * value, 1) : fixed(value, 3);
}

export function formatInterval(metric: Metric, half: number | null): string {
  return half === null ? '' : `± ${formatMetric(metric, half)}`;
}

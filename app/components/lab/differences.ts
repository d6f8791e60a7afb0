/** How much more one system has than another, seed by seed and task by task. */
import { difference, type Difference } from '../../../src/statistics/paired';
import type { LabRow } from '../../protocol/lab';
import type { Metric } from '../../protocol/lab-tables/metric';
import { byTask, type TaskRun } from './task-file';

/** Values of a metric by seed. */
function bySeed(rows: readonly LabRow[], system: string, metric: Metric): Map<number, number> {
  const own = rows.filter((row) => row.system === system);
  return new Map(
    own.flatMap((row) => {
      const value = row[metric];
      return typeof value === 'number' ? [[row.seed, value] as const] : [];
    }),
  );
}

/** The tasks of the very runs that `rows` are of, by seed. */
function tasksBySeed(rows: readonly LabRow[], runs: readonly TaskRun[], system: string, metric: Metric) {
  const own = rows.filter((row) => row.system === system);
  const found = own.flatMap((row) => {
    const run = runs.find(
      (one) =>
        one.system === system &&
        one.seed === row.seed &&
        one.protocol === row.protocol &&
        one.setting === row.setting &&
        one.treatment === row.treatment,
    );
    return run && metric in run.metrics ? [[row.seed, byTask(run, metric)] as const] : [];
  });
  return new Map(found);
} // prettier-ignore

/**
 * `system - reference` in one metric; null for the reference itself, and where they share no seed.
 *
 * @param rows of one protocol and treatment
 * @param runs results of single tasks; those that are missing leave the bootstrap out
 */
export function differenceFrom(
  reference: string,
  system: string,
  metric: Metric,
  rows: readonly LabRow[],
  runs: readonly TaskRun[],
): Difference | null {
  if (system === reference) return null;
  const of = (id: string) => bySeed(rows, id, metric);
  const tasks = (id: string) => tasksBySeed(rows, runs, id, metric);
  return difference(of(system), of(reference), [tasks(system), tasks(reference)]);
}

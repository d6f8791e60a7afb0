/**
 * Results of single tasks, behind the lab's rows (`public/recorded/lab-tasks.json`): the names of tasks once,
 * their values as whole ten-thousandths.
 */
import * as v from 'valibot';
import { readSetting } from '../../../src/kinds';

const SCALE = 10_000;

const FileSchema = v.object({
  lists: v.array(v.array(v.string())),
  runs: v.array(
    v.object({
      protocol: v.string(),
      setting: v.pipe(v.string(), v.transform(readSetting)),
      system: v.string(),
      seed: v.number(),
      treatment: v.string(),
      /** By metric: position in `lists`, and a value for each task of that list. */
      metrics: v.record(v.string(), v.object({ list: v.number(), values: v.array(v.number()) })),
    }),
  ),
});

export type TaskFile = v.InferOutput<typeof FileSchema>;

/** One run's results by metric, then by task; a task of several support sets has their mean. */
export interface TaskRun {
  protocol: string;
  setting: string;
  system: string;
  seed: number;
  treatment: string;
  metrics: Record<string, { tasks: string[]; values: number[] }>;
}

export function encodeTasks(runs: readonly TaskRun[]): TaskFile {
  const lists: string[][] = [];
  const known = new Map<string, number>();
  const listOf = (tasks: string[]): number => {
    const key = JSON.stringify(tasks);
    const at = known.get(key) ?? lists.push(tasks) - 1;
    known.set(key, at);
    return at;
  };
  return {
    lists,
    runs: runs.map(({ metrics, ...run }) => ({
      ...run,
      metrics: Object.fromEntries(
        Object.entries(metrics).map(([name, { tasks, values }]) => [
          name,
          { list: listOf(tasks), values: values.map((value) => Math.round(value * SCALE)) },
        ]),
      ),
    })),
  };
}

/** @throws ValiError for anything but what `encodeTasks` makes */
export function decodeTasks(json: unknown): TaskRun[] {
  const { lists, runs } = v.parse(FileSchema, json);
  return runs.map(({ metrics, ...run }) => ({
    ...run,
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, { list, values }]) => [
        name,
        { tasks: lists[list], values: values.map((value) => value / SCALE) },
      ]),
    ),
  }));
}

/** Values of one metric by task, means where a task stands several times. */
export function byTask(run: TaskRun, metric: string): Map<string, number> {
  const sums = new Map<string, { sum: number; n: number }>();
  const { tasks, values } = run.metrics[metric] ?? { tasks: [], values: [] };
  tasks.forEach((task, k) => {
    const { sum, n } = sums.get(task) ?? { sum: 0, n: 0 };
    sums.set(task, { sum: sum + values[k], n: n + 1 });
  });
  return new Map([...sums].map(([task, { sum, n }]) => [task, sum / n]));
}

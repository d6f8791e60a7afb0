/** What one system does less what another does on the same seeds and tasks. */
import { deriveSeed, createRandom } from '../data/random';
import { bootstrapMean, type Bounds } from './bootstrap';
import { interval95, type Interval } from './interval';

/** Values by seed, of runs that share splits, tasks and support sets seed by seed. */
export type BySeed = ReadonlyMap<number, number>;

/** Values by seed, then by task. */
export type TasksBySeed = ReadonlyMap<number, ReadonlyMap<string, number>>;

export interface Difference {
  /** Over the seeds that both were run with. */
  seeds: Interval;
  /** 95% bootstrap bounds over tasks within seeds; null where the tasks of either are not known. */
  tasks: Bounds | null;
}

const RESAMPLES = 2000;

/** `a - b`, paired by seed; null where no seed is shared. */
export function pairedBySeed(a: BySeed, b: BySeed): Interval | null {
  const differences = [...a].flatMap(([seed, value]) =>
    b.has(seed) ? [value - b.get(seed)!] : [],
  );
  return differences.length > 0 ? interval95(differences) : null;
}

/** `a - b` task by task, `[seeds][tasks]`; a seed or a task that only one of them has is left out. */
export function pairedByTask(a: TasksBySeed, b: TasksBySeed): number[][] {
  return [...a].flatMap(([seed, tasks]) => {
    const other = b.get(seed);
    if (!other) return [];
    const shared = [...tasks].flatMap(([task, value]) =>
      other.has(task) ? [value - other.get(task)!] : [],
    );
    return shared.length > 0 ? [shared] : [];
  });
}

/** @returns null where no seed is shared */
export function difference(
  a: BySeed,
  b: BySeed,
  tasks?: readonly [TasksBySeed, TasksBySeed],
): Difference | null {
  const seeds = pairedBySeed(a, b);
  if (!seeds) return null;
  const paired = tasks ? pairedByTask(...tasks) : [];
  const random = createRandom(deriveSeed(0, 'paired bootstrap'));
  return { seeds, tasks: paired.length > 0 ? bootstrapMean(paired, random, RESAMPLES) : null };
}

export type Finding = 'more' | 'less' | 'none shown' | 'unknown';

/**
 * What may be said of a difference: that it is one only where every interval that is known leaves 0 out.
 * `unknown`: no interval is known, as with a single run whose tasks were not kept.
 */
export function finding({ seeds: { mean, half }, tasks }: Difference): Finding {
  const bounds: Bounds[] = [
    ...(half === null ? [] : [{ low: mean - half, high: mean + half }]),
    ...(tasks ? [tasks] : []),
  ];
  if (bounds.length === 0) return 'unknown';
  if (bounds.every(({ low }) => low > 0)) return 'more';
  if (bounds.every(({ high }) => high < 0)) return 'less';
  return 'none shown';
}

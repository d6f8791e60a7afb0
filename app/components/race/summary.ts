/** Several runs summed up: medians, and how often each system was better. */
import { median } from 'd3-array';
import type { RaceRun } from '../../protocol/race';
import type { SystemId } from './systems';

/** Median milliseconds of a run, and its two halves. */
export interface Timing {
  total: number;
  adapt: number;
  score: number;
}

export function timingOf({ adaptMs, scoreMs }: RaceRun): Timing {
  const adapt = median(adaptMs) ?? 0;
  const score = median(scoreMs) ?? 0;
  return { total: median(adaptMs.map((ms, k) => ms + scoreMs[k])) ?? 0, adapt, score };
}

export type Runs = Partial<Record<SystemId, RaceRun>>;

/** Adapting and scoring apart, of CMML and of another: the numbers behind what the race claims. */
export interface Claim {
  cmml: Timing;
  other: Timing;
  /** How many times as long the other takes to adapt. */
  ratio: number;
}

/** null until both have run, or where CMML took no time that the clock could tell. */
export function claimOf(runs: Runs, against: SystemId): Claim | null {
  const [own, theirs] = [runs.cmml, runs[against]];
  if (!own || !theirs) return null;
  const [cmml, other] = [timingOf(own), timingOf(theirs)];
  return cmml.adapt > 0 ? { cmml, other, ratio: other.adapt / cmml.adapt } : null;
}

/** One held-out task after everybody has run. */
export interface HeldOutRow {
  /** Scenario index, or user. */
  task: number;
  runs: Runs;
}

export function qualities(rows: readonly HeldOutRow[], id: SystemId): number[] {
  return rows.flatMap(({ runs }) => runs[id]?.quality?.value ?? []);
}

/** How much better `a` is than `b` on a task; positive is better, whatever the metric. */
export function advantage({ runs }: HeldOutRow, a: SystemId, b: SystemId): number | null {
  const [first, second] = [runs[a]?.quality, runs[b]?.quality];
  if (!first || !second) return null;
  const difference = first.value - second.value;
  return first.metric === 'mae' ? -difference : difference;
}

export interface Duel {
  wins: number;
  losses: number;
  ties: number;
  /** Tasks that `a` lost, the worst first. */
  lost: { task: number; by: number }[];
}

export function duel(rows: readonly HeldOutRow[], a: SystemId, b: SystemId): Duel {
  const results = rows.flatMap((row) => {
    const by = advantage(row, a, b);
    return by === null ? [] : [{ task: row.task, by }];
  });
  return {
    wins: results.filter(({ by }) => by > 0).length,
    losses: results.filter(({ by }) => by < 0).length,
    ties: results.filter(({ by }) => by === 0).length,
    lost: results
      .filter(({ by }) => by < 0)
      .sort((x, y) => x.by - y.by)
      .map(({ task, by }) => ({ task, by: -by })),
  };
}

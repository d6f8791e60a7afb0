/** Means and paired differences of systems on the families of tasks (`docs/two-tastes.md`, 'Metrics'). */
import { createRandom, deriveSeed } from '../../data/random';
import { bootstrapMean, type Bounds } from '../../statistics/bootstrap';
import { mean } from '../../statistics/mean';
import { interval95, type Interval } from '../../statistics/interval';
import { finding, pairedByTask, type Finding, type TasksBySeed } from '../../statistics/paired';
import type { FamilyRow } from './families';

/** One system under one seed. */
export interface FamilyResult {
  system: string;
  seed: number;
  episodes: readonly FamilyRow[];
}

/** What is read of an episode; `few` is all sizes of that family together. */
export const FAMILY_METRICS = [
  { id: 'ordinary', families: ['ordinary'], metric: 'recall' },
  { id: 'two-tastes', families: ['two-tastes'], metric: 'recall' },
  { id: 'two-tastes/worse', families: ['two-tastes'], metric: 'worse' },
  { id: 'two-tastes/inside', families: ['two-tastes'], metric: 'inside' },
  { id: 'two-tastes/smaller', families: ['two-tastes'], metric: 'smaller' },
  { id: 'but-not', families: ['but-not'], metric: 'recall' },
  { id: 'few', families: ['few-1', 'few-2', 'few-4', 'few-8'], metric: 'recall' },
] as const;

export type FamilyMetric = (typeof FAMILY_METRICS)[number]['id'];

export interface FamilyDifference {
  /** Over the means of the seeds. */
  seeds: Interval;
  /** Hierarchical bootstrap: seeds, then their episodes. */
  episodes: Bounds;
  finding: Finding;
}

export interface FamilySummary {
  system: string;
  /** Seeds that were run; differences are over those that the reference has too. */
  seeds: number[];
  mean: Record<FamilyMetric, number>;
  /** Less the reference's; none for the reference. */
  difference?: Record<FamilyMetric, FamilyDifference>;
}

const RESAMPLES = 10_000;

/** @param references the system that each is compared with, by system */
export function summarise(
  results: readonly FamilyResult[],
  references: ReadonlyMap<string, string>,
): FamilySummary[] {
  const systems = [...new Set(results.map(({ system }) => system))];
  return systems.map((system) => {
    const own = results.filter((result) => result.system === system);
    const reference = references.get(system);
    const others = results.filter((result) => result.system === reference);
    const of = <T>(make: (metric: (typeof FAMILY_METRICS)[number]) => T) =>
      Object.fromEntries(FAMILY_METRICS.map((metric) => [metric.id, make(metric)])) as Record<
        FamilyMetric,
        T
      >;
    return {
      system,
      seeds: own.map(({ seed }) => seed).sort((a, b) => a - b),
      mean: of((metric) => mean([...valuesOf(own, metric).values()].map((tasks) => mean([...tasks.values()])))), // prettier-ignore
      ...(others.length > 0 && {
        difference: of((metric) => differenceOf(valuesOf(own, metric), valuesOf(others, metric))),
      }),
    };
  });
}

function differenceOf(own: TasksBySeed, others: TasksBySeed): FamilyDifference {
  const paired = pairedByTask(own, others);
  const random = createRandom(deriveSeed(0, 'families bootstrap'));
  const seeds = interval95(paired.map(mean));
  const episodes = bootstrapMean(paired, random, RESAMPLES);
  return { seeds, episodes, finding: finding({ seeds, tasks: episodes }) };
}

/** Values of one metric by seed and episode. */
function valuesOf(
  results: readonly FamilyResult[],
  { families, metric }: (typeof FAMILY_METRICS)[number],
): TasksBySeed {
  return new Map(
    results.map(({ seed, episodes }) => [
      seed,
      new Map(
        episodes
          .filter(({ family }) => (families as readonly string[]).includes(family))
          .map((row) => [`${row.family} ${row.id}`, row[metric]]),
      ),
    ]),
  );
}

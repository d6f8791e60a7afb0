/** What systems reach on two domains as one, by domain, and how much they differ (the paper's Tables 7 and 8). */
import { interval95, type Interval } from '../../statistics/interval';
import { mean } from '../../statistics/mean';
import { difference, finding, type Difference, type Finding } from '../../statistics/paired';
import type { TasksBySeed } from '../../statistics/paired';

/** Recall@20 of one held-out scenario. */
export interface DomainTask {
  id: string;
  domain: string;
  recall: number;
}

/** One system under one seed. */
export interface DomainResult {
  system: string;
  seed: number;
  steps: number;
  tasks: readonly DomainTask[];
}

/** Where tasks are counted: all together, or those of one domain. */
export const ALL = 'all';
export type All = typeof ALL;

export interface DomainMean {
  system: string;
  steps: number;
  /** Recall@20 by place (`ALL` and each domain), over seeds. */
  recall: Record<string, Interval>;
}

export interface DomainDifference extends Difference {
  system: string;
  less: string;
  domain: string;
  finding: Finding;
}

/** `ALL`, then the domains in the order in which tasks name them. */
export const placesOf = (results: readonly DomainResult[]): string[] => [
  ALL,
  ...new Set(results.flatMap(({ tasks }) => tasks.map(({ domain }) => domain))),
];

/** Values of a system's tasks in one place, by seed and task; a seed without a task there is left out. */
function valuesOf(results: readonly DomainResult[], system: string, place: string): TasksBySeed {
  return new Map(
    results
      .filter((result) => result.system === system)
      .flatMap(({ seed, tasks }) => {
        const own = tasks.filter(({ domain }) => place === ALL || domain === place);
        return own.length > 0
          ? [[seed, new Map(own.map(({ id, recall }) => [id, recall]))] as const]
          : [];
      }),
  );
}

const bySeed = (values: TasksBySeed): Map<number, number> =>
  new Map([...values].map(([seed, tasks]) => [seed, mean([...tasks.values()])]));

/** In the order of the first result of each system. */
export function domainMeans(results: readonly DomainResult[]): DomainMean[] {
  const places = placesOf(results);
  return [...new Set(results.map(({ system }) => system))].map((system) => ({
    system,
    steps: results.find((result) => result.system === system)!.steps,
    recall: Object.fromEntries(
      places.flatMap((place) => {
        const values = [...bySeed(valuesOf(results, system, place)).values()];
        return values.length > 0 ? [[place, interval95(values)] as const] : [];
      }),
    ),
  }));
}

/** `system - less` of each pair, in every place; a pair that shares no seed is left out. */
export function domainDifferences(
  results: readonly DomainResult[],
  pairs: readonly (readonly [system: string, less: string])[],
): DomainDifference[] {
  return pairs.flatMap(([system, less]) =>
    placesOf(results).flatMap((domain) => {
      const [own, other] = [system, less].map((id) => valuesOf(results, id, domain));
      const found = difference(bySeed(own), bySeed(other), [own, other]);
      return found ? [{ system, less, domain, ...found, finding: finding(found) }] : [];
    }),
  );
}

/** How well the encoder keeps the domains apart, where several data sets are tasks of one model. */
import type { Scenario } from '../../../src/data/types';
import { neighbourShares } from '../../../src/model/evaluation/clusters';

export interface DomainPurity {
  /**
   * Share of the five nearest of a support set that are of its domain: mean over each domain's support
   * sets, then over domains, so that a small one counts as much as a large one.
   */
  share: number;
  /** What it would be if domains were dealt out at random. */
  chance: number;
}

/** All pairs are compared: so many support sets take some 50 ms. */
const MOST = 800;

/**
 * @param rows contexts (or mean features), `[n, dim]`, not their places on the map
 * @param scenario index of each row's scenario
 * @returns null with fewer than two domains
 */
export function domainPurity(
  rows: Float32Array,
  scenario: ArrayLike<number>,
  scenarios: readonly Pick<Scenario, 'domain'>[],
): DomainPurity | null {
  const n = scenario.length;
  const domains = new Set(scenarios.flatMap(({ domain }) => domain ?? []));
  if (domains.size < 2 || n < 2) return null;
  const dim = rows.length / n;
  const every = Math.ceil(n / MOST);
  const chosen = Array.from({ length: Math.ceil(n / every) }, (_, k) => k * every);
  const labels = chosen.map((k) => scenarios[scenario[k]].domain);
  const shares = neighbourShares(
    chosen.map((k) => rows.subarray(k * dim, (k + 1) * dim)),
    labels,
  );
  const distinct = [...new Set(labels)];
  const own = distinct.map((label) => shares.filter((_, k) => labels[k] === label));
  return {
    share: mean(own.map(mean)),
    chance: mean(own.map(({ length }) => (length - 1) / (chosen.length - 1))),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the map's colours tell: families of genres, or domains where several data sets are one. */
import type { Family, Scenario } from '../../../src/data/types';
import { FAMILIES } from './families';

export interface Colouring {
  /** The scenarios, each with the family whose colour and shape it has. */
  scenarios: readonly Scenario[];
  families: readonly Family[];
  /** Names of domains by the family they borrow; null where families are families. */
  names: Partial<Record<Family, string>> | null;
}

/** The families that domains borrow colour and shape from, most different first. */
const LENT: readonly Family[] = ['suspense', 'horror', 'war', 'romance', 'other'];

export function colouring(scenarios: readonly Scenario[]): Colouring {
  const domains = [...new Set(scenarios.flatMap(({ domain }) => domain ?? []))];
  if (domains.length < 2) return { scenarios, families: FAMILIES, names: null };
  const lent = new Map(domains.map((name, n) => [name, LENT[Math.min(n, LENT.length - 1)]]));
  const names: Partial<Record<Family, string>> = {};
  for (const [name, family] of lent) {
    names[family] = names[family] ? `${names[family]}, ${name}` : name;
  }
  return {
    scenarios: scenarios.map((scenario) => ({
      ...scenario,
      family: lent.get(scenario.domain ?? '') ?? 'other',
    })),
    families: LENT.filter((family) => names[family]),
    names,
  };
}

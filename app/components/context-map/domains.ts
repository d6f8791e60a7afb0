/**
 * What the map's colours tell: families of genres; domains where several data sets are one; or
 * scenarios where they are few and of no family.
 */
import type { Family, Scenario } from '../../../src/data/types';
import { FAMILIES } from './families';

export interface Colouring {
  /** The scenarios, each with the family whose colour and shape it has. */
  scenarios: readonly Scenario[];
  families: readonly Family[];
  /** Names by the family they borrow; null where families are families. */
  names: Partial<Record<Family, string>> | null;
}

/** The families that others borrow colour and shape from, most different first. */
const BORROWED: readonly Family[] = ['suspense', 'horror', 'war', 'romance', 'other'];

/** So many scenarios without families can have a colour each. */
const FEW = BORROWED.length;

export function colouring(scenarios: readonly Scenario[]): Colouring {
  const domains = new Set(scenarios.flatMap(({ domain }) => domain ?? []));
  if (domains.size > 1) return colourBy(scenarios, ({ domain }) => domain ?? '');
  const families = FAMILIES.filter((one) => scenarios.some(({ family }) => family === one));
  if (families.some((family) => family !== 'other')) return { scenarios, families, names: null };
  if (scenarios.length <= FEW) return colourBy(scenarios, ({ name }) => name);
  return { scenarios, families: [], names: null };
}

/** A family's colour and shape for each group of scenarios; those beyond the last share it. */
function colourBy(
  scenarios: readonly Scenario[],
  groupOf: (scenario: Scenario) => string,
): Colouring {
  const groups = [...new Set(scenarios.map(groupOf))];
  const familyOf = new Map(
    groups.map((name, n) => [name, BORROWED[Math.min(n, BORROWED.length - 1)]]),
  );
  const names: Partial<Record<Family, string>> = {};
  for (const [name, family] of familyOf) {
    names[family] = names[family] ? `${names[family]}, ${name}` : name;
  }
  return {
    scenarios: scenarios.map((one) => ({ ...one, family: familyOf.get(groupOf(one))! })),
    families: BORROWED.filter((family) => names[family]),
    names,
  };
}

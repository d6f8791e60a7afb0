/** One training task of a family: a theme drawn among tastes, and a support set and query of it. */
import { choice } from '../random';
import type { Random } from '../random';
import { jaccard } from '../tasks/conjunctions';
import { sampleNegative } from '../tasks/negatives';
import type { RatedItems } from '../tasks/negatives';
import type { Positives } from '../tasks/pools';
import { GENRES } from '../types';
import type { Dataset, Pair, Task } from '../types';
import { drawPairs, halfOfUsers, pairsOf, supportOf, type SupportSizes } from './support';
import { FAR, oneTaste, thisButNot, twoTastes, type Theme } from './themes';

export const FAMILIES = ['ordinary', 'two-tastes', 'but-not', 'few'] as const;
export type TaskFamily = (typeof FAMILIES)[number];

/** What themes are drawn among. */
export interface Tastes {
  /** The data's own scenarios, and conjunctions; one of them may be empty. */
  groups: Positives[][];
  items: Map<Positives, Uint32Array>;
}

export function tastesOf(
  { scenarios }: Pick<Dataset, 'scenarios'>,
  all: readonly Positives[],
): Tastes {
  const ids = new Set(scenarios.map(({ id }) => id));
  const groups = [all.filter(({ id }) => ids.has(id)), all.filter(({ id }) => !ids.has(id))];
  return {
    groups: groups.filter((group) => group.length > 0),
    items: new Map(all.map((taste) => [taste, Uint32Array.from(new Set(taste.item))])),
  };
}

/** Null where the draw gives none: draw again. */
export function drawTheme(
  random: Random,
  dataset: Pick<Dataset, 'movies'>,
  { groups, items }: Tastes,
  family: TaskFamily,
): Theme | null {
  const taste = () => choice(random, choice(random, groups));
  const a = taste();
  if (family === 'but-not') return thisButNot(dataset, a, random.integer(GENRES.length));
  if (family !== 'two-tastes') return oneTaste(a);
  const b = taste();
  const apart = jaccard(new Set(items.get(a)), items.get(b)!) <= FAR;
  return apart ? twoTastes(a, b) : null;
}

/** Support of one half of the people, query of the other; no film of the support set's likes is asked about. */
export function sampleTask(
  random: Random,
  theme: Theme,
  sizes: SupportSizes,
  query: number,
  rated: RatedItems,
  items: number,
): Task | null {
  const giving = halfOfUsers(random, theme);
  const support = supportOf(random, theme, giving, sizes, rated, items);
  if (!support) return null;
  const taken = new Set(support.map(({ item }) => item));
  const pools = theme.likes.map((taste) =>
    pairsOf(taste, 1, (user, item) => !giving.has(user) && !taken.has(item)),
  );
  if (pools.some((pool) => pool.length === 0)) return null;
  const each = Math.floor(query / pools.length);
  const positives = pools.flatMap((pool) => drawPairs(random, pool, each));
  const negative = ({ user }: Pair, k: number): Pair => {
    // Every other negative is of what the theme is against.
    const item =
      theme.against && k % 2 === 0
        ? choice(random, theme.against.item)
        : sampleNegative(random, rated, user, items);
    return { user, item, label: 0 };
  };
  return { id: theme.id, support, query: [...positives, ...positives.map(negative)] };
}

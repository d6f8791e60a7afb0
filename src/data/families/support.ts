/** The support set of a theme: likes of each taste, and dislikes. */
import { sampleWithoutReplacement, shuffle } from '../random';
import type { Random } from '../random';
import { sampleNegative } from '../tasks/negatives';
import type { RatedItems } from '../tasks/negatives';
import type { Positives } from '../tasks/pools';
import type { Pair } from '../types';
import type { Theme } from './themes';

export interface SupportSizes {
  /** Likes of all tastes together, as many of each. */
  likes: number;
  dislikes: number;
}

/** Half of the people of a theme: they give the support set, the others are asked about. */
export function halfOfUsers(random: Random, { likes }: Theme): ReadonlySet<number> {
  const users = shuffle(random, [...new Set(likes.flatMap(({ user }) => Array.from(user)))]);
  return new Set(users.slice(0, Math.floor(users.length / 2)));
}

/** Pairs of a pool that may be drawn. */
export const pairsOf = (
  { user, item }: Positives,
  label: number,
  keep: (user: number, item: number) => boolean,
): Pair[] =>
  Array.from(user, (u, k): Pair => ({ user: u, item: item[k], label })).filter((pair) =>
    keep(pair.user, pair.item),
  );

/** `count` of them: all different where there are enough, else each about equally often. */
export function drawPairs(random: Random, from: readonly Pair[], count: number): Pair[] {
  const drawn: Pair[] = [];
  while (drawn.length < count) {
    drawn.push(...sampleWithoutReplacement(random, from, count - drawn.length));
  }
  return drawn;
}

/**
 * Likes of the `giving` half in each taste, with dislikes of the theme, or, where it has none, films that the same
 * people did not rate. Null where that half has no pair of a part.
 *
 * @param rated who rated what, for dislikes; @param items the first so many are candidates for them
 */
export function supportOf(
  random: Random,
  { likes, against }: Theme,
  giving: ReadonlySet<number>,
  sizes: SupportSizes,
  rated: RatedItems,
  items: number,
): Pair[] | null {
  const pools = likes.map((taste) => pairsOf(taste, 1, (user) => giving.has(user)));
  const disliked = against && pairsOf(against, 0, (user) => giving.has(user));
  if (pools.some((pool) => pool.length === 0) || disliked?.length === 0) return null;
  const each = Math.max(1, Math.floor(sizes.likes / likes.length));
  const liked = shuffle(
    random,
    pools.flatMap((pool) => drawPairs(random, pool, each)),
  );
  const dislikes = disliked
    ? drawPairs(random, disliked, sizes.dislikes)
    : liked.slice(0, sizes.dislikes).map(({ user }): Pair => ({
        user,
        item: sampleNegative(random, rated, user, items),
        label: 0,
      }));
  return shuffle(random, [...liked, ...dislikes]);
}

/** Items that a user has nothing to do with, as far as somebody knows, from the whole catalogue. */
import { choice } from '../random';
import type { Random } from '../random';
import { SPLIT } from '../types';
import type { Dataset, Pair, Ratings } from '../types';

/** Answers whether a user rated an item: such an item is never a negative. */
export interface RatedItems {
  has(user: number, item: number): boolean;
  /** Rated items of a user, ascending. */
  of(user: number): Uint32Array;
}

/**
 * What the training side of the ranking setting knows of who rated what: background and meta-training. Negatives
 * avoid this and no more: drawn around held-out ratings too, they would tell where those are not.
 */
export function trainingRatings({
  ratings,
  users,
}: Pick<Dataset, 'ratings' | 'users'>): RatedItems {
  const { user, item, split } = ratings;
  const known = Array.from(user.keys()).filter(
    (k) => split[k] === SPLIT.background || split[k] === SPLIT.metaTrain,
  );
  return ratedItems(
    {
      user: Uint32Array.from(known, (k) => user[k]),
      item: Uint32Array.from(known, (k) => item[k]),
    },
    users,
  );
}

/** Items of pairs, by user. */
export function itemsByUser(
  pairs: Iterable<Pick<Pair, 'user' | 'item'>>,
): Map<number, Set<number>> {
  const items = new Map<number, Set<number>>();
  for (const { user, item } of pairs) items.set(user, (items.get(user) ?? new Set()).add(item));
  return items;
}

/** `rated`, and by user these items too: what a support set says of its givers. */
export function withItems(
  rated: RatedItems,
  own: ReadonlyMap<number, ReadonlySet<number>>,
): RatedItems {
  const more = new Map(
    [...own].map(([user, items]) => [
      user,
      Uint32Array.from(new Set([...rated.of(user), ...items])).sort(),
    ]),
  );
  return {
    has: (user, item) => rated.has(user, item) || (own.get(user)?.has(item) ?? false),
    of: (user) => more.get(user) ?? rated.of(user),
  };
}

/** `ratings` are sorted by user, then item, so a look-up is a binary search. */
export function ratedItems(ratings: Pick<Ratings, 'user' | 'item'>, users: number): RatedItems {
  const start = new Uint32Array(users + 1);
  for (const user of ratings.user) start[user + 1]++;
  for (let u = 0; u < users; u++) start[u + 1] += start[u];
  return {
    has(user, item) {
      let low = start[user];
      let high = start[user + 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ratings.item[middle] < item) low = middle + 1;
        else high = middle;
      }
      return low < start[user + 1] && ratings.item[low] === item;
    },
    of: (user) => ratings.item.subarray(start[user], start[user + 1]),
  };
}

/** What negatives are drawn from: so many items from the first on, or these. */
export type Catalogue = number | Uint32Array;

/** Whether the catalogue has an item that the user never rated. */
export function hasNegative(rated: RatedItems, user: number, items: Catalogue): boolean {
  if (typeof items !== 'number') return items.some((item) => !rated.has(user, item));
  const own = rated.of(user);
  // Ascending and different, so the user rated all of `0..items-1` only if they come first.
  return own.length < items || own[items - 1] !== items - 1;
}

/**
 * An item of the catalogue that the user never rated.
 * @throws RangeError when the user rated all of them (`hasNegative`).
 */
export function sampleNegative(
  random: Random,
  rated: RatedItems,
  user: number,
  items: Catalogue,
): number {
  if (!hasNegative(rated, user, items)) throw new RangeError(`user ${user} rated every item`);
  for (;;) {
    const item = typeof items === 'number' ? random.integer(items) : choice(random, items);
    if (!rated.has(user, item)) return item;
  }
}

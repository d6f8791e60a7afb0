/** Items that a user has nothing to do with, from the whole catalogue. */
import type { Random } from '../random';
import type { Ratings } from '../types';

/** Answers whether a user rated an item, in any split: such an item is never a negative. */
export interface RatedItems {
  has(user: number, item: number): boolean;
  /** Rated items of a user, ascending. */
  of(user: number): Uint32Array;
}

/** `ratings` are sorted by user, then item, so a look-up is a binary search. */
export function ratedItems(ratings: Ratings, users: number): RatedItems {
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

/** Whether there is one of the `items` first items that the user never rated. */
export function hasNegative(rated: RatedItems, user: number, items: number): boolean {
  const own = rated.of(user);
  // Ascending and different, so the user rated all of `0..items-1` only if they come first.
  return own.length < items || own[items - 1] !== items - 1;
}

/**
 * One of the `items` first items that the user never rated.
 * @throws RangeError when the user rated all of them (`hasNegative`).
 */
export function sampleNegative(
  random: Random,
  rated: RatedItems,
  user: number,
  items: number,
): number {
  if (!hasNegative(rated, user, items)) throw new RangeError(`user ${user} rated every item`);
  for (;;) {
    const item = random.integer(items);
    if (!rated.has(user, item)) return item;
  }
}

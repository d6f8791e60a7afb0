/** Which interactions a setting may train and test on; the two never overlap. */
import { SPLIT } from '../types';
import type { Dataset, Fold } from '../types';

/** Positive pairs that belong together: those of a scenario, or of one user. */
export interface Positives {
  /** Task id. */
  id: string;
  user: Uint32Array;
  item: Uint32Array;
}

function positivesWhere(
  { ratings }: Pick<Dataset, 'ratings'>,
  id: string,
  belongs: (k: number) => boolean,
): Positives {
  return pairsAt(ratings, id, Array.from(ratings.user.keys()).filter(belongs));
}

/** Chosen rows of a table of users and items. */
const pairsAt = (
  { user, item }: Pick<Positives, 'user' | 'item'>,
  id: string,
  rows: readonly number[],
): Positives => ({
  id,
  user: Uint32Array.from(rows, (k) => user[k]),
  item: Uint32Array.from(rows, (k) => item[k]),
});

/** Ranking setting: the interactions of the split, of every user. */
export function rankingPool(dataset: Pick<Dataset, 'ratings'>, fold: Fold): Positives {
  const { split } = dataset.ratings;
  return positivesWhere(dataset, fold, (k) => split[k] === SPLIT[fold]);
}

/**
 * Anonymous setting: what the fold's users did outside the background. A meta-test user is someone
 * whom no task of meta-training has seen.
 */
export function anonymousPool(dataset: Pick<Dataset, 'ratings' | 'raters'>, fold: Fold): Positives {
  const { split, user } = dataset.ratings;
  return positivesWhere(
    dataset,
    fold,
    (k) => split[k] !== SPLIT.background && dataset.raters.fold[user[k]] === SPLIT[fold],
  );
}

/** The part of a pool that is of some users. */
export function restrictToUsers(pool: Positives, belongs: (user: number) => boolean): Positives {
  return pairsAt(
    pool,
    pool.id,
    Array.from(pool.user.keys()).filter((k) => belongs(pool.user[k])),
  );
}

/** The part of a pool that lies in a set of items. */
export function restrictToItems(pool: Positives, id: string, items: Iterable<number>): Positives {
  // A table, not a set: this runs over the whole pool for each of some 600 tasks.
  const wanted = new Uint8Array(1 + pool.item.reduce((most, item) => Math.max(most, item), 0));
  for (const item of items) wanted[item] = 1;
  const rows: number[] = [];
  for (let k = 0; k < pool.item.length; k++) if (wanted[pool.item[k]]) rows.push(k);
  return pairsAt(pool, id, rows);
}

/** A pool user by user, ascending; ids are `user:12`. */
export function groupByUser(pool: Positives): Positives[] {
  const rows = new Map<number, number[]>();
  pool.user.forEach((user, k) => {
    const own = rows.get(user);
    if (own) own.push(k);
    else rows.set(user, [k]);
  });
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([user, own]) => ({
      id: `user:${user}`,
      user: Uint32Array.from(own, () => user),
      item: Uint32Array.from(own, (k) => pool.item[k]),
    }));
}

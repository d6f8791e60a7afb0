/** User tasks of the rating setting (the paper's user-specific cold start). */
import { choice, sampleWithoutReplacement } from '../random';
import type { Random } from '../random';
import { MIN_RATINGS } from '../build';
import { SPLIT } from '../types';
import type { Dataset, Fold, Pair, Task } from '../types';
import type { TaskSampler } from './sampler';

/** The ratings of one user. */
export interface UserRatings {
  user: number;
  item: Uint32Array;
  /** 0.5..5 */
  stars: Float32Array;
}

/** Query ratings of a user task. */
export const RATING_QUERY = 10;

/** Longest history used, query included. */
export const MAX_RATINGS = 100;

/** The fold's users with their ratings, by user index. */
export function ratersOf(
  { ratings, raters, users }: Pick<Dataset, 'ratings' | 'raters' | 'users'>,
  fold: Fold,
): UserRatings[] {
  const rows: number[][] = Array.from({ length: users }, () => []);
  ratings.user.forEach((user, k) => rows[user].push(k));
  return rows
    .map((own, user) => ({
      user,
      item: Uint32Array.from(own, (k) => ratings.item[k]),
      stars: Float32Array.from(own, (k) => ratings.halfStars[k] / 2),
    }))
    .filter(({ user, item }) => raters.fold[user] === SPLIT[fold] && item.length >= MIN_RATINGS);
}

/**
 * A rating task (equation 5): 10 query ratings, and as support all others up to a history of 100,
 * or `support` of them.
 */
export function sampleRatingTask(random: Random, rater: UserRatings, support?: number): Task {
  const { user, item, stars } = rater;
  const wanted = support === undefined ? MAX_RATINGS : support + RATING_QUERY;
  const chosen = sampleWithoutReplacement(random, Array.from(item.keys()), wanted);
  const pair = (k: number): Pair => ({ user, item: item[k], label: stars[k] });
  return {
    id: `user:${user}`,
    query: chosen.slice(0, RATING_QUERY).map(pair),
    support: chosen.slice(RATING_QUERY).map(pair),
  };
}

/**
 * Meta-training users at random; their support sets differ in size.
 * @throws RangeError when nobody rated enough
 */
export function ratingSampler(dataset: Dataset): TaskSampler {
  const raters = ratersOf(dataset, 'metaTrain');
  if (raters.length === 0) {
    throw new RangeError(`no user has the ${MIN_RATINGS} ratings that a task takes`);
  }
  return {
    batch: (random, count) =>
      Array.from({ length: count }, () => sampleRatingTask(random, choice(random, raters))),
  };
}

/** One ranking episode from a set of positive pairs: support, query, and negatives for both. */
import { sampleWithoutReplacement, shuffle } from '../random';
import type { Random } from '../random';
import type { Pair, Task } from '../types';
import { sampleNegative } from './negatives';
import type { Catalogue, RatedItems } from './negatives';
import type { Positives } from './pools';

export interface RankingTaskSizes {
  /** Positive support pairs. */
  support: number;
  /** Negative support pairs, of the positives' users in turn; or none. */
  supportNegatives: number;
  /** Positive query pairs; each gets its own negative. */
  query: number;
}

/** `users`: nobody is in both support and query. `pairs`: for a task of a single user. */
export type Deal = 'users' | 'pairs';

/** Positions of the positives that may be in the support and in the query. */
function deal(random: Random, positives: Positives, by: Deal, support: number) {
  const { user } = positives;
  if (by === 'pairs') {
    const all = sampleWithoutReplacement(random, Array.from(user.keys()), user.length);
    return { support: all.slice(0, support), query: all.slice(support) };
  }
  const users = shuffle(random, [...new Set(user)]);
  const giving = new Set(users.slice(0, Math.floor(users.length / 2)));
  const halves: { support: number[]; query: number[] } = { support: [], query: [] };
  user.forEach((u, k) => (giving.has(u) ? halves.support : halves.query).push(k));
  return halves;
}

/** `count` positions: all different where there are enough, else each about equally often. */
export function drawPositions(
  random: Random,
  positions: readonly number[],
  count: number,
): number[] {
  const drawn: number[] = [];
  while (drawn.length < count) {
    drawn.push(...sampleWithoutReplacement(random, positions, count - drawn.length));
  }
  return drawn;
}

/**
 * A ranking task (equation 4). No pair is in both support and query, and no negative is an item
 * that its user rated as far as `rated` knows.
 *
 * The support set is in random order with its labels, because a recurrent encoder reads the order;
 * the query is its positives, then their negatives in the same order.
 *
 * @throws RangeError when there are too few positives to have both support and query.
 */
export function sampleRankingTask(
  random: Random,
  positives: Positives,
  rated: RatedItems,
  items: Catalogue,
  sizes: RankingTaskSizes,
  by: Deal,
): Task {
  const dealt = deal(random, positives, by, sizes.support);
  if (dealt.support.length === 0 || dealt.query.length === 0) {
    throw new RangeError(`${positives.id} has too few positives for a task`);
  }
  const positive = (k: number): Pair => ({
    user: positives.user[k],
    item: positives.item[k],
    label: 1,
  });
  const negative = ({ user }: Pair): Pair => ({
    user,
    item: sampleNegative(random, rated, user, items),
    label: 0,
  });
  const liked = drawPositions(random, dealt.support, sizes.support).map(positive);
  const disliked = Array.from({ length: sizes.supportNegatives }, (_, k) =>
    negative(liked[k % liked.length]),
  );
  const query = drawPositions(random, dealt.query, sizes.query).map(positive);
  return {
    id: positives.id,
    support: shuffle(random, [...liked, ...disliked]),
    query: [...query, ...query.map(negative)],
  };
}

/** The same task of nobody known: for a model without a user part, or a held-out user. */
export function withoutUsers(task: Task): Task {
  const anonymous = (pair: Pair): Pair => ({ ...pair, user: -1 });
  return { id: task.id, support: task.support.map(anonymous), query: task.query.map(anonymous) };
}

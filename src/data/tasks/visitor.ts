/**
 * Tasks for a visitor whom no embedding has seen (`design/data.md`, 'The visitor'): half of them
 * are users' own likes, half are scenarios, and no pair has a user.
 */
import { choice } from '../random';
import type { Random } from '../random';
import type { Dataset, Task } from '../types';
import { ratedItems } from './negatives';
import { groupByUser, visitorPool } from './pools';
import { sampleRankingTask, withoutUsers } from './ranking-task';
import type { RankingTaskSizes } from './ranking-task';
import type { TaskSampler } from './sampler';
import { trainingScenarios } from './scenario';

export interface VisitorTaskOptions {
  /** Support sizes `K`, one of which is drawn for each batch. */
  supportSizes: readonly number[];
  /** Chance that a batch's support sets have negatives, as many as positives. */
  negatives: number;
  /** Query positives, each with its negative. */
  query: number;
  /** Share of user tasks; the others are scenario tasks. */
  userShare: number;
  augment: number;
  seed: number;
}

export const VISITOR_TASK_DEFAULTS: VisitorTaskOptions = {
  supportSizes: [3, 5, 8, 10, 20],
  // A visitor starts with likes alone, and may add dislikes: both kinds are trained.
  negatives: 0.5,
  query: 24,
  userShare: 0.5,
  augment: 0,
  seed: 0,
};

/** A user task leaves at least so many likes for the query. */
const MIN_QUERY = 5;

export function visitorSampler(
  dataset: Dataset,
  options: Partial<VisitorTaskOptions> = {},
): TaskSampler {
  const { supportSizes, negatives, query, userShare, augment, seed } = {
    ...VISITOR_TASK_DEFAULTS,
    ...options,
  };
  const pool = visitorPool(dataset, 'metaTrain');
  const scenarios = trainingScenarios(dataset, pool, { augment, seed });
  const users = groupByUser(pool);
  const usersFor = new Map(
    supportSizes.map((k) => [k, users.filter((u) => u.item.length >= k + MIN_QUERY)]),
  );
  const rated = ratedItems(dataset.ratings, dataset.users);

  const task = (random: Random, sizes: RankingTaskSizes): Task => {
    const isUser = random.uniform() < userShare;
    const positives = choice(random, isUser ? (usersFor.get(sizes.support) ?? users) : scenarios);
    const deal = isUser ? 'pairs' : 'users';
    const items = dataset.movies.count;
    return withoutUsers(sampleRankingTask(random, positives, rated, items, sizes, deal));
  };

  return {
    batch(random, count) {
      const support = choice(random, supportSizes);
      const supportNegatives = random.uniform() < negatives ? support : 0;
      const sizes = { support, supportNegatives, query };
      return Array.from({ length: count }, () => task(random, sizes));
    },
  };
}

/**
 * Tasks for a person whom no embedding has seen (`docs/data.md`, 'Anonymous tasks'): half of them
 * are users' own likes, half are scenarios, and no pair has a user.
 */
import { choice } from '../random';
import type { Random } from '../random';
import type { Dataset, Task } from '../types';
import { drawTheme, sampleTask, tastesOf } from '../families/tasks';
import { hasNegative, ratedItems } from './negatives';
import { groupByUser, restrictToUsers, anonymousPool } from './pools';
import { sampleRankingTask, withoutUsers } from './ranking-task';
import type { RankingTaskSizes } from './ranking-task';
import type { TaskSampler } from './sampler';
import { trainingScenarios } from './scenario';

export interface AnonymousTaskOptions {
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
  /**
   * Share of scenario tasks that are of two tastes far apart or, with dislikes, of 'this but not that': what
   * attention by candidate is for, and one vector cannot learn.
   */
  mixed: number;
}

export const ANONYMOUS_TASK_DEFAULTS: AnonymousTaskOptions = {
  supportSizes: [3, 5, 8, 10, 20],
  // A person starts with likes alone, and may add dislikes: both kinds are trained.
  negatives: 0.5,
  query: 24,
  userShare: 0.5,
  augment: 0,
  seed: 0,
  mixed: 0,
};

/** So many draws without a mixed theme, and the task is an ordinary one. */
const MIXED_TRIES = 100;

/** A user task leaves at least so many likes for the query. */
const MIN_QUERY = 5;

/** @throws RangeError when the data have neither a scenario nor a user to draw tasks from. */
export function anonymousSampler(
  dataset: Dataset,
  options: Partial<AnonymousTaskOptions> = {},
): TaskSampler {
  const { supportSizes, negatives, query, userShare, augment, seed, mixed } = {
    ...ANONYMOUS_TASK_DEFAULTS,
    ...options,
  };
  const items = dataset.movies.count;
  const rated = ratedItems(dataset.ratings, dataset.users);
  const pool = restrictToUsers(anonymousPool(dataset, 'metaTrain'), (u) =>
    hasNegative(rated, u, items),
  );
  const scenarios = trainingScenarios(dataset, pool, { augment, seed });
  const users = groupByUser(pool);
  const usersFor = new Map(
    supportSizes.map((k) => [k, users.filter((u) => u.item.length >= k + MIN_QUERY)]),
  );
  // Where people rated little, the larger support sets leave no user: scenarios take their place.
  const usable = supportSizes.filter((k) => scenarios.length > 0 || usersFor.get(k)!.length > 0);
  if (usable.length === 0) {
    throw new RangeError(
      `no user has the ${Math.min(...supportSizes) + MIN_QUERY} likes outside the background that a task takes, and there is no scenario`,
    );
  }

  const tastes = tastesOf(dataset, scenarios);
  const mixedTask = (random: Random, sizes: RankingTaskSizes): Task | null => {
    const against = sizes.supportNegatives > 0 && random.uniform() < 0.5;
    const family = against ? 'but-not' : 'two-tastes';
    const own = { likes: sizes.support, dislikes: sizes.supportNegatives };
    for (let tries = 0; tries < MIXED_TRIES; tries++) {
      const theme = drawTheme(random, dataset, tastes, family);
      const drawn = theme && sampleTask(random, theme, own, query, rated, items);
      if (drawn) return drawn;
    }
    return null;
  };
  const task = (random: Random, sizes: RankingTaskSizes): Task => {
    const able = usersFor.get(sizes.support)!;
    const wanted = random.uniform() < userShare;
    const isUser = scenarios.length === 0 || (wanted && able.length > 0);
    const positives = choice(random, isUser ? able : scenarios);
    if (!isUser && mixed > 0 && random.uniform() < mixed) {
      const task = mixedTask(random, sizes);
      if (task) return withoutUsers(task);
    }
    const deal = isUser ? 'pairs' : 'users';
    return withoutUsers(sampleRankingTask(random, positives, rated, items, sizes, deal));
  };

  return {
    batch(random, count) {
      const support = choice(random, usable);
      const supportNegatives = random.uniform() < negatives ? support : 0;
      const sizes = { support, supportNegatives, query };
      return Array.from({ length: count }, () => task(random, sizes));
    },
  };
}

/** Training tasks of all families in one mix (`docs/two-tastes.md`). Each meta-batch is of one family. */
import { choice } from '../random';
import type { Random } from '../random';
import { hasNegative, ratedItems, trainingRatings } from '../tasks/negatives';
import type { RatedItems } from '../tasks/negatives';
import { rankingPool, restrictToUsers, anonymousPool } from '../tasks/pools';
import { withoutUsers } from '../tasks/ranking-task';
import type { TaskSampler } from '../tasks/sampler';
import { negativeItems, trainingScenarios } from '../tasks/scenario';
import { SPLIT } from '../types';
import type { Dataset, Task } from '../types';
import type { SupportSizes } from './support';
import { drawTheme, FAMILIES, sampleTask, tastesOf, type TaskFamily } from './tasks';
import type { Theme } from './themes';

export { FAMILIES, type TaskFamily };

/** Numbers of likes of the family `few`. */
export const FEW = [1, 2, 4, 8] as const;

/** Sizes of support sets; those of `few` are drawn. */
export const SUPPORT_SIZES: Record<Exclude<TaskFamily, 'few'>, SupportSizes> = {
  ordinary: { likes: 32, dislikes: 32 },
  'two-tastes': { likes: 32, dislikes: 32 },
  'but-not': { likes: 16, dislikes: 16 },
};

export interface FamilySamplerOptions {
  /** People whom nobody knows: no user in any pair. */
  anonymous: boolean;
  /** Shares of the families among meta-batches; they sum to 1. */
  mix: Record<TaskFamily, number>;
  /**
   * Sizes of support sets: as declared for what is measured, or as a visitor's are, from 4 likes on and half of the
   * time without dislikes.
   */
  sizes: 'declared' | 'small';
  /** Query positives, each with its negative. */
  query: number;
  /** Conjunction tasks beside the data's own scenarios, half of all tastes are of them. */
  augment: number;
  /** Tasks in a row of one theme, each with a support set of its own. */
  draws: number;
  seed: number;
}

export const FAMILY_TASKS: FamilySamplerOptions = {
  anonymous: false,
  mix: { ordinary: 0.5, 'two-tastes': 0.25, 'but-not': 0.125, few: 0.125 },
  sizes: 'declared',
  query: 32,
  augment: 500,
  draws: 4,
  seed: 0,
};

/** Likes of small support sets. */
const SMALL = [4, 8, 16, 32] as const;

const sizesOf = (random: Random, family: TaskFamily): SupportSizes =>
  family === 'few' ? { likes: choice(random, FEW), dislikes: 0 } : SUPPORT_SIZES[family];

function smallSizes(random: Random, family: TaskFamily): SupportSizes {
  if (family === 'few') return sizesOf(random, family);
  const likes = choice(random, SMALL);
  const without = family !== 'but-not' && random.uniform() < 0.5;
  return { likes, dislikes: without ? 0 : likes };
}

/** So many themes in a row that cannot be made mean that the data have none. */
const PATIENCE = 10_000;

/** @throws RangeError when the data have no task of a family in the mix. */
export function familySampler(
  dataset: Dataset,
  given: Partial<FamilySamplerOptions> = {},
): TaskSampler {
  const options = { ...FAMILY_TASKS, ...given };
  const { anonymous, augment, seed, draws } = options;
  const items = negativeItems(dataset);
  const rated = knownRatings(dataset, anonymous);
  const whole = anonymous ? anonymousPool(dataset, 'metaTrain') : rankingPool(dataset, 'metaTrain');
  const pool = restrictToUsers(whole, (user) => hasNegative(rated, user, items));
  const tastes = tastesOf(dataset, trainingScenarios(dataset, pool, { augment, seed }));

  const task = (random: Random, theme: Theme, sizes: SupportSizes): Task | null => {
    const drawn = sampleTask(random, theme, sizes, options.query, rated, items);
    return drawn && anonymous ? withoutUsers(drawn) : drawn;
  };
  const group = (random: Random, family: TaskFamily, sizes: SupportSizes, size: number): Task[] => {
    for (let tries = 0; tries < PATIENCE; tries++) {
      const theme = drawTheme(random, dataset, tastes, family);
      const tasks = theme && Array.from({ length: size }, () => task(random, theme, sizes));
      if (tasks && tasks.every((one) => one !== null)) return tasks;
    }
    throw new RangeError(`the data have no task of the family '${family}'`);
  };

  return {
    batch(random, count) {
      const family = drawFamily(random, options.mix);
      const sizes =
        options.sizes === 'small' ? smallSizes(random, family) : sizesOf(random, family);
      const tasks: Task[] = [];
      while (tasks.length < count) {
        tasks.push(...group(random, family, sizes, Math.min(draws, count - tasks.length)));
      }
      return tasks;
    },
  };
}

/** What the training side knows: a negative is a film outside of it, whatever is held out. */
function knownRatings(dataset: Dataset, anonymous: boolean): RatedItems {
  if (!anonymous) return trainingRatings(dataset);
  const { ratings, raters, users } = dataset;
  const rows = Array.from(ratings.user.keys()).filter(
    (k) => raters.fold[ratings.user[k]] !== SPLIT.metaTest,
  );
  const column = (values: Uint32Array) => Uint32Array.from(rows, (k) => values[k]);
  return ratedItems({ user: column(ratings.user), item: column(ratings.item) }, users);
}

function drawFamily(random: Random, mix: Record<TaskFamily, number>): TaskFamily {
  let left = random.uniform();
  for (const family of FAMILIES) {
    left -= mix[family];
    if (left < 0) return family;
  }
  return 'ordinary';
}

/** Scenario tasks of the ranking setting (the paper's scenario-specific cold start). */
import { choice } from '../random';
import type { Random } from '../random';
import type { Dataset, Fold, Task } from '../types';
import { conjunctionPositives } from './conjunctions';
import { hasNegative, trainingRatings } from './negatives';
import type { Catalogue, RatedItems } from './negatives';
import { rankingPool, restrictToItems, restrictToUsers } from './pools';
import type { Positives } from './pools';
import { sampleRankingTask } from './ranking-task';
import type { RankingTaskSizes } from './ranking-task';
import type { TaskSampler } from './sampler';

export interface ScenarioTaskOptions {
  sizes: RankingTaskSizes;
  /** How many conjunction tasks to add to meta-training (`conjunctions.ts`); 0 for none. */
  augment: number;
  /** Draws the conjunctions. */
  seed: number;
  /** Tasks in a row that are of one scenario, each with a support set of its own. */
  draws: number;
  /**
   * Chance that a task is of one of the data's own scenarios where conjunctions are added to them;
   * unless told, scenarios and conjunctions are all alike.
   */
  ownShare?: number;
  /** Negatives come from the scenario itself, as the paper has them, instead of the mixed catalogue. */
  negativesInside?: boolean;
}

/**
 * The mixed catalogue: the most rated movies, which are the first. Candidates and negatives of the
 * ranking setting come from it. Negatives from all 9,066, most of them rated once or twice, are told
 * apart by popularity alone and teach little about the support set. (Support negatives of one kind
 * in training and of another in evaluation cost 12 points of Recall@20: the encoder reads them.)
 */
export const MIXED_CATALOGUE = 2000;

export const mixedCatalogue = ({ movies }: Pick<Dataset, 'movies'>): number =>
  Math.min(MIXED_CATALOGUE, movies.count);

/** The first so many movies give support and query negatives, in training and evaluation alike. */
export const negativeItems = ({ movies, negatives }: Pick<Dataset, 'movies' | 'negatives'>) =>
  Math.min(negatives ?? MIXED_CATALOGUE, movies.count);

/** `docs/data.md`, 'Scenario tasks': 32 + 32 support pairs, 32 + 32 query pairs. */
export const SCENARIO_TASK_DEFAULTS: ScenarioTaskOptions = {
  sizes: { support: 32, supportNegatives: 32, query: 32 },
  augment: 0,
  seed: 0,
  draws: 1,
};

/** The positives of each scenario of a fold, within a pool of interactions. */
export function scenarioPositives(
  dataset: Pick<Dataset, 'scenarios'>,
  pool: Positives,
  fold: Fold,
): Positives[] {
  return dataset.scenarios
    .filter((scenario) => scenario.fold === fold)
    .map((scenario) => restrictToItems(pool, scenario.id, scenario.items));
}

/** Scenarios and, where asked for, conjunctions of meta-training, within a pool. */
export function trainingScenarios(
  dataset: Pick<Dataset, 'scenarios' | 'movies'>,
  pool: Positives,
  { augment, seed }: Pick<ScenarioTaskOptions, 'augment' | 'seed'>,
): Positives[] {
  return [
    ...scenarioPositives(dataset, pool, 'metaTrain'),
    ...conjunctionPositives(dataset, pool, augment, seed),
  ].filter((positives) => new Set(positives.user).size >= 2);
}

/** The pairs of users of whom the catalogue has a movie left that they never rated. */
export function withNegativesLeft(
  positives: Positives,
  rated: RatedItems,
  items: Catalogue,
): Positives {
  const able = new Set([...new Set(positives.user)].filter((u) => hasNegative(rated, u, items)));
  return restrictToUsers(positives, (user) => able.has(user));
}

/** @throws RangeError when no scenario has likes of two people. */
export function scenarioSampler(
  dataset: Dataset,
  options: Partial<ScenarioTaskOptions> = {},
): TaskSampler {
  const { sizes, augment, seed, draws, ownShare, negativesInside } = {
    ...SCENARIO_TASK_DEFAULTS,
    ...options,
  };
  const items = negativeItems(dataset);
  const rated = trainingRatings(dataset);
  const inside = new Map(negativesInside ? dataset.scenarios.map((s) => [s.id, s.items]) : []);
  const pool = restrictToUsers(rankingPool(dataset, 'metaTrain'), (u) =>
    hasNegative(rated, u, items),
  );
  const scenarios = trainingScenarios(dataset, pool, { augment, seed }).map((scenario) =>
    inside.has(scenario.id)
      ? withNegativesLeft(scenario, rated, inside.get(scenario.id)!)
      : scenario,
  );
  if (scenarios.length === 0) throw new RangeError('no scenario has the likes that a task takes');
  const ids = new Set(dataset.scenarios.map(({ id }) => id));
  const own = scenarios.filter(({ id }) => ids.has(id));
  const extra = scenarios.filter(({ id }) => !ids.has(id));
  const drawScenario = (random: Random): Positives => {
    if (ownShare === undefined || own.length === 0 || extra.length === 0) {
      return choice(random, scenarios);
    }
    return choice(random, random.uniform() < ownShare ? own : extra);
  };
  const task = (random: Random, scenario: Positives): Task =>
    sampleRankingTask(random, scenario, rated, inside.get(scenario.id) ?? items, sizes, 'users');
  return {
    batch(random, count) {
      const tasks: Task[] = [];
      while (tasks.length < count) {
        const scenario = drawScenario(random);
        for (let k = 0; k < draws && tasks.length < count; k++) tasks.push(task(random, scenario));
      }
      return tasks;
    },
  };
}

/** What the race is run on: a support set, candidates, and what is known to be right about them. */
import { METRICS } from '../../../src/kinds';
import {
  createRandom,
  deriveSeed,
  sampleWithoutReplacement,
  shuffle,
} from '../../../src/data/random';
import { groupByUser, restrictToItems, anonymousPool } from '../../../src/data/tasks/pools';
import type { Positives } from '../../../src/data/tasks/pools';
import { withoutUsers } from '../../../src/data/tasks/ranking-task';
import { ratersOf, sampleRatingTask } from '../../../src/data/tasks/rating';
import { SPLIT, type Dataset, type Pair, type Task } from '../../../src/data/types';
import type { ValidationDataset } from '../../../src/data/validation';
import { pool, recalls, type RankedUser } from '../../../src/model/evaluation/ranking';
import { meanAbsoluteError } from '../../../src/model/metrics';
import { WorkerFailure } from '../../protocol/failure';
import type { RaceTask, RaceRun } from '../../protocol/race';
import type { PageSetting } from '../../protocol/vocabulary';

/** Movies in a held-out support set, as many as the page starts with. */
const LIKES = 8;
const SEED = 0;
/** `recalls` gives Recall@10, @20 and @50. */
const RECALL_20 = 1;

/** Tasks to predict, all at once, and what the predictions are worth. */
interface HeldOutQuery {
  tasks: Task[];
  /** @param predictions `[tasks][query]`, in stars or as scores */
  grade(predictions: Float32Array[]): RaceRun['quality'];
}

export interface PreparedTask {
  /** The support set that is adapted to, and what is scored under the clock. */
  timed: Task;
  /** null: there is nothing to compare with. */
  heldOutQuery: HeldOutQuery | null;
}

export interface RaceTaskSource {
  /** Scenario index, or user, of each held-out task. */
  heldOut: number[];
  prepare(task: RaceTask): PreparedTask;
}

const asPair = (item: number, label = 0): Pair => ({ user: -1, item, label });

/** Tasks of the validation fold: meta-test is the lab's alone. */
export function raceTasks(dataset: ValidationDataset, setting: PageSetting): RaceTaskSource {
  return setting === 'scenario' ? scenarioTasks(dataset) : userTasks(dataset);
}

function scenarioTasks(dataset: ValidationDataset): RaceTaskSource {
  const likes = anonymousPool(dataset, 'validation');
  const background = backgroundItems(dataset);
  const items = pool(dataset);
  const query = Array.from(items, (item) => asPair(item));
  const likesOf = (scenario: number) => {
    const { id, items: own } = dataset.scenarios[scenario];
    return restrictToItems(likes, id, own);
  };
  const heldOut = [...dataset.scenarios.keys()].filter(
    (scenario) => dataset.scenarios[scenario].fold === 'validation',
  );

  /** Ranks the pool for every one of `users`; what the support set names is no candidate. */
  const prepare = (support: Pair[], users: Positives[]): PreparedTask => {
    const given = new Set(support.map(({ item }) => item));
    const ranked = users
      .map(({ user, item }): RankedUser => ({
        user: -1,
        positives: Array.from(item).filter((i) => i < items.length && !given.has(i)),
        excluded: new Set([...background[user[0]], ...given]),
      }))
      .filter(({ positives }) => positives.length > 0);
    const timed = { id: 'race', support, query };
    const grade = ([scores]: Float32Array[]): RaceRun['quality'] => {
      const ties = createRandom(deriveSeed(SEED, 'ties'));
      const found = ranked.map((user) => recalls(scores, items, user, ties)[RECALL_20]);
      return { metric: METRICS.scenario, value: mean(found) };
    };
    return { timed, heldOutQuery: ranked.length > 0 ? { tasks: [timed], grade } : null };
  };

  return {
    heldOut,
    prepare(task) {
      if (task.kind === 'current') {
        const { scenario, support } = task;
        const users = scenario === null ? [] : groupByUser(likesOf(scenario));
        return prepare(
          support.map(({ item, label }) => asPair(item, label)),
          users,
        );
      }
      const scenario = held(heldOut, task.index);
      const random = createRandom(deriveSeed(SEED, `race ${scenario}`));
      const users = shuffle(random, groupByUser(likesOf(scenario)));
      const giving = users.splice(0, Math.floor(users.length / 2));
      const given = [...new Set(giving.flatMap(({ item }) => Array.from(item)))];
      const support = sampleWithoutReplacement(random, given, LIKES);
      return prepare(
        support.map((item) => asPair(item, 1)),
        users,
      );
    },
  };
}

function userTasks(dataset: ValidationDataset): RaceTaskSource {
  const raters = ratersOf(dataset, 'validation');
  const candidates = Array.from(pool(dataset), (item) => asPair(item));
  const prepare = (support: Pair[], tasks: Task[]): PreparedTask => {
    const grade = (predictions: Float32Array[]): RaceRun['quality'] => {
      const errors = tasks.map(({ query }, t) =>
        meanAbsoluteError(
          predictions[t].map((stars) => Math.min(5, Math.max(0.5, stars))),
          query.map(({ label }) => label),
        ),
      );
      return { metric: METRICS.user, value: mean(errors) };
    };
    return {
      timed: { id: 'race', support, query: candidates },
      heldOutQuery: tasks.length > 0 ? { tasks, grade } : null,
    };
  };

  return {
    heldOut: raters.map(({ user }) => user),
    prepare(asked) {
      if (asked.kind === 'current') {
        const support = asked.support.map(({ item, label }) => asPair(item, label));
        return prepare(support, leaveOneOut(support));
      }
      const user = held(raters, asked.index);
      const random = createRandom(deriveSeed(SEED, `race ${user.user}`));
      // What is graded names its user, whom the features then leave out: as unknown as a visitor.
      const task = sampleRatingTask(random, user);
      return prepare(withoutUsers(task).support, [task]);
    },
  };
}

/** Each of a visitor's ratings is predicted from all the others. */
function leaveOneOut(support: Pair[]): Task[] {
  if (support.length < 2) return [];
  return support.map((pair, k) => ({
    id: `without ${k}`,
    support: support.filter((_, other) => other !== k),
    query: [pair],
  }));
}

function backgroundItems({ ratings, users }: Dataset): Set<number>[] {
  const items = Array.from({ length: users }, () => new Set<number>());
  ratings.user.forEach((user, k) => {
    if (ratings.split[k] === SPLIT.background) items[user].add(ratings.item[k]);
  });
  return items;
}

function held<T>(tasks: readonly T[], index: number): T {
  if (!(index in tasks)) throw new WorkerFailure('bad-request', `no held-out task ${index}`);
  return tasks[index];
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

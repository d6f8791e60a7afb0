/**
 * Makes a system of a rival: trained by the loop, schedule, features and tasks of its setting, like
 * CMML, then adapted to each support set it is asked about.
 */
import * as tf from '@tensorflow/tfjs-core';

import { createRandom, deriveSeed, sampleWithoutReplacement } from '../../data/random';
import type { Random } from '../../data/random';
import { scenarioSampler } from '../../data/tasks/scenario';
import { visitorSampler } from '../../data/tasks/visitor';
import type { Dataset, Pair, Task } from '../../data/types';
import { toBatch } from '../batch';
import type { Batch } from '../batch';
import type { ParameterSet } from '../parameterSet';
import { EXTRA_TASKS, scenarioTasks, scheduleOf, settingData } from '../recipes';
import type { SettingData } from '../recipes';
import type { Recommender, System, TrainingRoom } from '../systems';
import { train } from '../training/run';
import type { Objective, Setting } from '../types';
import { rivalLearner } from './learner';
import { sharedWeights } from './network';
import type { Rival } from './rival';

/** What a rival is built from. */
export interface RivalShape {
  setting: Setting;
  objective: Objective;
  pairDim: number;
}

export interface RivalSystemOptions {
  id: string;
  name: string;
  settings: readonly Setting[];
  build: (shape: RivalShape) => Rival;
}

/** Pairs scored in one pass: 16 users and 2,000 movies of 92 columns are 12 MB. */
const PAIRS_A_PASS = 32_000;

export function rivalSystem({ id, name, settings, build }: RivalSystemOptions): System {
  return {
    id,
    name,
    settings,
    trained: true,
    async train(room) {
      const data = rivalData(room);
      const { setting } = room;
      const rival = build({ setting, objective: objectiveOf(setting), pairDim: data.pairDim });
      const schedule = scheduleOf(setting, room.treatment);
      const parameters = await train(rivalLearner(rival), data, schedule, room);
      return rivalRecommender(rival, parameters, data, room);
    },
  };
}

export const objectiveOf = (setting: Setting): Objective =>
  setting === 'rating' ? 'rating' : 'ranking';

/**
 * The setting's features and tasks. A visitor's likes alone have no ranking loss to descend, so
 * every support set of a rival comes with negatives. Several draws of a scenario in a meta-batch
 * serve CMML's route regulariser only: a rival gets as many scenarios instead.
 */
export function rivalData({ dataset, setting, treatment, seed }: TrainingRoom): SettingData {
  const data = settingData(dataset, setting, treatment, seed);
  if (setting === 'rating') return data;
  const augment = treatment === 'full' ? EXTRA_TASKS : 0;
  const sampler =
    setting === 'ranking'
      ? scenarioSampler(dataset, scenarioTasks(treatment, seed))
      : visitorSampler(dataset, { augment, seed, negatives: 1 });
  return { ...data, sampler };
}

export function rivalRecommender(
  rival: Rival,
  parameters: ParameterSet,
  { pack }: Pick<SettingData, 'pack'>,
  { dataset, setting, seed }: Pick<TrainingRoom, 'dataset' | 'setting' | 'seed'>,
): Recommender {
  const random = createRandom(deriveSeed(seed, 'support negatives'));
  return {
    async score(support, users, items) {
      const given = setting === 'visitor' ? withNegatives(support, dataset, random) : [...support];
      const usersAPass = Math.max(1, Math.floor(PAIRS_A_PASS / items.length));
      const scores = new Float32Array(users.length * items.length);
      for (let first = 0; first < users.length; first += usersAPass) {
        const some = Array.from(users).slice(first, first + usersAPass);
        const task = taskOf(given, some, items);
        scores.set(await scoreTask(rival, parameters, pack, task), first * items.length);
      }
      return scores;
    },
    dispose: () => parameters.dispose(),
  };
}

/** Scores of a task's query pairs, after adaptation to its support set; stars in rating. */
async function scoreTask(
  rival: Rival,
  parameters: ParameterSet,
  pack: SettingData['pack'],
  task: Task,
): Promise<Float32Array> {
  const batch = toBatch(pack([task]));
  const scores = tf.tidy(() => {
    const weights = sharedWeights(rival.specs, parameters);
    const adapted = rival.adapt(weights, batch.support);
    return asShown(rival.score(adapted, batch.query.pairs), batch);
  });
  tf.dispose(batch);
  const values = await scores.data<'float32'>();
  scores.dispose();
  return values;
}

/** With residual targets the base comes back on top. */
const asShown = (scores: tf.Tensor2D, { base }: Batch): tf.Tensor2D =>
  base ? tf.add(scores, base) : scores;

/** Every user with every item, row-major; labels are unknown. */
function taskOf(support: Pair[], users: readonly number[], items: Uint32Array): Task {
  const query = users.flatMap((user) =>
    Array.from(items, (item): Pair => ({ user, item, label: 0 })),
  );
  return { id: 'asked', support, query };
}

/** As many negatives as likes, drawn from the rest of the catalogue; dislikes count as some. */
export function withNegatives(
  support: readonly Pair[],
  { movies }: Pick<Dataset, 'movies'>,
  random: Random,
): Pair[] {
  const given = new Set(support.map(({ item }) => item));
  const wanted = support.filter(({ label }) => label === 1).length * 2 - support.length;
  const others = Array.from({ length: movies.count }, (_, i) => i).filter((i) => !given.has(i));
  const negatives = sampleWithoutReplacement(random, others, Math.max(0, wanted));
  return [...support, ...negatives.map((item): Pair => ({ user: -1, item, label: 0 }))];
}

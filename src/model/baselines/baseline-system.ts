/**
 * Makes a system of a baseline: trained by the loop, schedule, features and tasks of its setting, like
 * CMML, then adapted to each support set it is asked about.
 */
import * as tf from '@tensorflow/tfjs-core';

import { createRandom, deriveSeed, sampleWithoutReplacement } from '../../data/random';
import type { Random } from '../../data/random';
import type { Dataset, Pair, Task } from '../../data/types';
import { toBatch } from '../batch';
import type { Batch } from '../batch';
import type { ParameterSet } from '../parameter-set';
import { baselineWithTable } from '../item-table';
import { protocolOf } from '../protocols';
import type { SettingData } from '../recipes';
import type { Recommender, System, TrainingRoom } from '../systems';
import { train } from '../training/run';
import type { Objective, Setting } from '../types';
import { baselineLearner } from './learner';
import { sharedWeights } from './network';
import type { Weights } from './network';
import type { Baseline } from './baseline';

/** What a baseline is built from. */
export interface BaselineShape {
  setting: Setting;
  objective: Objective;
  pairDim: number;
}

export interface BaselineSystemOptions {
  id: string;
  name: string;
  settings: readonly Setting[];
  build: (shape: BaselineShape) => Baseline;
}

/** Pairs scored in one pass: 16 users and 2,000 movies of 92 columns are 12 MB. */
const PAIRS_A_PASS = 32_000;

export function baselineSystem({ id, name, settings, build }: BaselineSystemOptions): System {
  return {
    id,
    name,
    settings,
    trained: true,
    async train(room) {
      const data = baselineData(room);
      const { setting } = room;
      const baseline = baselineWithTable(
        build({ setting, objective: objectiveOf(setting), pairDim: data.pairDim }),
        data.table,
      );
      const schedule = protocolOf(room).schedule(setting, room.treatment);
      const parameters = await train(baselineLearner(baseline), data, schedule, room);
      return baselineRecommender(baseline, parameters, data, room);
    },
  };
}

export const objectiveOf = (setting: Setting): Objective =>
  setting === 'rating' ? 'rating' : 'ranking';

/** The protocol's features and tasks. */
export const baselineData = (room: TrainingRoom): SettingData =>
  protocolOf(room).data(room.dataset, room, false);

export function baselineRecommender(
  baseline: Baseline,
  parameters: ParameterSet,
  { pack }: Pick<SettingData, 'pack'>,
  { dataset, setting, seed }: Pick<TrainingRoom, 'dataset' | 'setting' | 'seed'>,
): Recommender {
  const random = createRandom(deriveSeed(seed, 'support negatives'));
  /** Row by row of users, a few at a time. */
  const inPasses = async (
    support: readonly Pair[],
    users: ArrayLike<number>,
    items: Uint32Array,
    read: ReadTask,
  ): Promise<Float32Array> => {
    const given = setting === 'anonymous' ? withNegatives(support, dataset, random) : [...support];
    const usersAPass = Math.max(1, Math.floor(PAIRS_A_PASS / items.length));
    const values = new Float32Array(users.length * items.length);
    for (let first = 0; first < users.length; first += usersAPass) {
      const some = Array.from(users).slice(first, first + usersAPass);
      const task = taskOf(given, some, items);
      values.set(await readTask(baseline, parameters, pack, task, read), first * items.length);
    }
    return values;
  };
  return {
    score: (support, users, items) =>
      inPasses(support, users, items, (adapted, batch) =>
        asShown(baseline.score(adapted, batch.query.pairs), batch),
      ),
    ...(baseline.spread && {
      spread: (support, users, items, draws) => {
        const drawing = createRandom(deriveSeed(seed, 'spread'));
        return inPasses(support, users, items, (adapted, { query }) =>
          baseline.spread!(adapted, query.pairs, draws, drawing),
        );
      },
    }),
    dispose: () => parameters.dispose(),
  };
}

/** What is read of a task's query pairs, `[1, N]`, once its support set was seen. */
type ReadTask = (adapted: Weights, batch: Batch) => tf.Tensor2D;

async function readTask(
  baseline: Baseline,
  parameters: ParameterSet,
  pack: SettingData['pack'],
  task: Task,
  read: ReadTask,
): Promise<Float32Array> {
  const batch = toBatch(pack([task]));
  const result = tf.tidy(() =>
    read(baseline.adapt(sharedWeights(baseline.specs, parameters), batch.support), batch),
  );
  tf.dispose(batch);
  const values = await result.data<'float32'>();
  result.dispose();
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

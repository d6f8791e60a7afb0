/**
 * How each setting is trained (`docs/data.md`): features, tasks, model and optimiser. Baselines take
 * the same features and tasks, so that a comparison is one of models.
 */
import { packTasks, rankingFeatures, anonymousFeatures, type PairFeatures } from '../data/features';
import { FULL_TREATMENT, packRatingTasks, PLAIN_TREATMENT, STATISTICS } from '../data/rating-batch';
import { ratingFeatures } from '../data/rating-features';
import { ratingSampler } from '../data/tasks/rating';
import type { TaskSampler } from '../data/tasks/sampler';
import { scenarioSampler } from '../data/tasks/scenario';
import type { ScenarioTaskOptions } from '../data/tasks/scenario';
import { anonymousSampler } from '../data/tasks/anonymous';
import type { Dataset, ItemSide, Task } from '../data/types';
import type { PackedTasks } from './batch';
import type { ItemTable } from './item-table';
import { preset, type Parts } from './presets';
import type { CmmlTraining } from './training/cmml-learner';
import type { TrainerOptions } from './training/trainer';
import type { PresetName } from '../kinds';
import type { HybridKind, ModelConfig, Setting, Treatment } from './types';

/** How a setting reads pairs. */
export interface SettingFeatures {
  /** `D` */
  pairDim: number;
  pack: (tasks: readonly Task[]) => PackedTasks;
  /** Packed pairs begin with an item's index, whose vector is learned (`item-table.ts`). */
  table?: ItemTable;
}

/** What a setting gives to every system. */
export interface SettingData extends SettingFeatures {
  sampler: TaskSampler;
}

/** Conjunction tasks that the full treatment adds to meta-training. */
export const EXTRA_TASKS = 500;

/** Share of the data's own scenarios among the tasks where extra ones are added (ranking). */
const OWN_SHARE = 0.5;

/**
 * Support sets of each scenario in a meta-batch under the full treatment of ranking: what its routes
 * have in common is the scenario's, and the route regulariser asks for that alone. Two are too few to
 * tell the scenario from the draw.
 */
const ROUTE_DRAWS = 4;

/** The scenario tasks of the ranking setting, for every system. @param seed draws the extra tasks */
export const scenarioTasks = (treatment: Treatment, seed: number): Partial<ScenarioTaskOptions> =>
  treatment === 'full' ? { augment: EXTRA_TASKS, seed, ownShare: OWN_SHARE } : { seed };

/** Of the anonymous setting's scenario tasks, where candidates attend: half ask for what attention can and a vector cannot. */
const mixedShare = (hybrid: HybridKind): number => (hybrid === 'attention' ? 0.5 : 0);

/**
 * Features and tasks of a setting.
 * @param seed draws the extra tasks of the full treatment
 * @param hybrid with `attention` anonymous tasks are a mix (`docs/two-tastes.md`)
 */
export function settingData(
  dataset: Dataset,
  setting: Setting,
  treatment: Treatment = 'plain',
  seed = 0,
  hybrid: HybridKind = 'dot',
): SettingData {
  const full = treatment === 'full';
  if (setting === 'rating') {
    const features = ratingFeatures(dataset);
    const options = full ? FULL_TREATMENT : PLAIN_TREATMENT;
    return {
      pairDim: features.pairDim,
      pack: (tasks) => packRatingTasks(features, tasks, options),
      sampler: whenNeeded(() => ratingSampler(dataset)),
    };
  }
  const features =
    setting === 'ranking' ? packing(rankingFeatures(dataset)) : anonymousData(dataset);
  return {
    ...features,
    sampler: whenNeeded(() =>
      setting === 'ranking'
        ? scenarioSampler(dataset, {
            ...scenarioTasks(treatment, seed),
            draws: full ? ROUTE_DRAWS : 1,
          })
        : anonymousSampler(dataset, {
            augment: full ? EXTRA_TASKS : 0,
            seed,
            mixed: mixedShare(hybrid),
          }),
    ),
  };
}

/** What the anonymous setting reads: items alone, as the model knows no user. */
export const anonymousData = (items: ItemSide): SettingFeatures =>
  packing(anonymousFeatures(items));

const packing = (features: PairFeatures): SettingFeatures => ({
  pairDim: features.pairDim,
  pack: (tasks) => packTasks(features, tasks),
});

/** A sampler made at its first batch: drawing extra tasks takes a second, and few need them. */
function whenNeeded(make: () => TaskSampler): TaskSampler {
  let sampler: TaskSampler | undefined;
  return { batch: (random, count) => (sampler ??= make()).batch(random, count) };
}

/** `preset` is `small` unless told. */
export type VariantParts = Omit<Parts, 'task'> & { preset?: PresetName };

/**
 * The configuration of CMML in a setting; `full` adds what wins (`docs/data.md`, 'Treatments'), but nothing to a model of
 * the paper's sizes, which is as the paper has it.
 */
export function configOf(
  setting: Setting,
  parts: VariantParts,
  pairDim: number,
  treatment: Treatment = 'plain',
): ModelConfig {
  const task = setting === 'rating' ? 'rating' : 'ranking';
  const sized = preset(parts.preset ?? 'small', { task, ...parts }, pairDim);
  // Without modulation the context reaches the backbone at its input, or not at all.
  const config: ModelConfig = parts.modulation === 'none' ? { ...sized, inputs: 'product' } : sized;
  if (treatment === 'plain' || parts.preset === 'paper') return config;
  if (setting === 'ranking') {
    // All adaptation goes through the modulation, where there is one.
    return { inputs: 'context', ...config, consensus: true };
  }
  if (setting === 'anonymous') return { ...config, inputs: 'product' };
  return {
    ...config,
    layers: 2,
    sizes: { ...config.sizes, trunk: 16, width: 16, moduleWidth: 8, embedding: 32 },
    statistics: STATISTICS,
    rounds: 10,
    dropout: 0.2,
  };
}

/** What CMML's loss adds under the full treatment. */
export function cmmlTrainingOf(setting: Setting, treatment: Treatment): CmmlTraining {
  if (treatment === 'plain') return {};
  if (setting === 'rating') {
    // Twice the slope at half the weight: in order just the same, but scores are not driven apart.
    return { huber: 0.5, pairwise: 0.25, pairwiseSlope: 2, featureNoise: 0.3 };
  }
  return setting === 'ranking'
    ? { routeRegulariser: 0.04, draws: ROUTE_DRAWS }
    : { routeRegulariser: 0.02 };
}

export type Schedule = Pick<
  TrainerOptions,
  'learningRate' | 'tasksPerStep' | 'weightDecay' | 'clip'
> & { steps: number };

/** Optimiser and length of training; the learning rate falls linearly to 0 over `steps`. */
export function scheduleOf(setting: Setting, treatment: Treatment = 'plain'): Schedule {
  const ranking = { weightDecay: 1e-5, clip: 0.25, tasksPerStep: 8 };
  if (setting === 'ranking') {
    // More tasks a step under full treatment: there are six times as many to learn from.
    const tasksPerStep = treatment === 'full' ? 16 : ranking.tasksPerStep;
    return { ...ranking, tasksPerStep, learningRate: 2e-3, steps: 4000 };
  }
  if (setting === 'anonymous') return { ...ranking, learningRate: 1e-3, steps: 5000 };
  return treatment === 'full'
    ? { learningRate: 1e-3, weightDecay: 1e-4, tasksPerStep: 32, steps: 1500 }
    : { learningRate: 1e-3, weightDecay: 1e-5, tasksPerStep: 8, steps: 3000 };
}

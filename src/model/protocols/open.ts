/**
 * The protocol of this page (`docs/data.md`): a mixed catalogue, genres and decades beside the factors, support movies
 * never ranked or counted, negatives around what training knows.
 */
import { RANKING_SUPPORT, SETTINGS, TREATMENTS } from '../../kinds';
import { scenarioSampler } from '../../data/tasks/scenario';
import { anonymousSampler } from '../../data/tasks/anonymous';
import { evaluateRanking } from '../evaluation/ranking';
import { evaluateRating } from '../evaluation/rating';
import { evaluateAnonymous } from '../evaluation/anonymous';
import {
  cmmlTrainingOf,
  configOf,
  EXTRA_TASKS,
  scenarioTasks,
  scheduleOf,
  settingData,
} from '../recipes';
import type { Protocol } from './protocol';

const SUPPORT = { ranking: RANKING_SUPPORT.open, anonymous: 5, rating: 90 } as const;

export const open: Protocol = {
  id: 'open',
  says: "this page's: mixed catalogue, genres and decades as features, support movies neither ranked nor counted",
  settings: SETTINGS,
  treatments: TREATMENTS,
  encoder: 'mean',
  wrongSupport: (setting) => setting === 'ranking',
  support: (setting) => SUPPORT[setting],
  fold: (dataset) => dataset,
  data(dataset, { setting, treatment, seed, hybrid }, forCmml) {
    const data = settingData(dataset, setting, treatment, seed, hybrid);
    if (forCmml || setting === 'rating') return data;
    // Likes alone have no ranking loss to descend, so every support set of a baseline comes with
    // negatives. Several draws of a scenario in a meta-batch serve CMML's route regulariser only.
    const augment = treatment === 'full' ? EXTRA_TASKS : 0;
    const sampler =
      setting === 'ranking'
        ? scenarioSampler(dataset, scenarioTasks(treatment, seed))
        : anonymousSampler(dataset, { augment, seed, negatives: 1 });
    return { ...data, sampler };
  },
  schedule: scheduleOf,
  config: ({ setting, treatment }, parts, pairDim) => configOf(setting, parts, pairDim, treatment),
  training: cmmlTrainingOf,
  measure(dataset, recommender, { setting, seed, ...protocol }, onProgress) {
    if (setting === 'anonymous') return evaluateAnonymous(dataset, recommender, seed, onProgress);
    if (setting === 'rating') return evaluateRating(dataset, recommender, seed, onProgress);
    return evaluateRanking(dataset, recommender, { seed, ...protocol }, onProgress);
  },
};

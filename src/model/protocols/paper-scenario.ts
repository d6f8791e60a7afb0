/**
 * The paper's scenario-specific cold start (Sections 4.1 and 7.2 and the authors' configuration): Tables 2, 4, 5, 6 and 9.
 * Matrix-factorisation features only, negatives and candidates inside the scenario, the paper's sizes and optimiser.
 *
 * What is ours, because the data is: factors of 32 and 32 columns of the background (the paper: 128 in all), and a user's
 * background and meta-training movies are no candidates, since the factors have seen them.
 */
import { RANKING_SUPPORT } from '../../kinds';
import { packTasks, pairFeatures } from '../../data/features';
import { SCENARIO_TASK_DEFAULTS, scenarioSampler } from '../../data/tasks/scenario';
import type { RankingTaskSizes } from '../../data/tasks/ranking-task';
import { evaluatePaperScenario } from '../evaluation/paper-scenario';
import { preset } from '../presets';
import type { Protocol } from './protocol';

/** Where a scenario has fewer pairs, half of them are for the support and are repeated. */
export const PAPER_SIZES: RankingTaskSizes = {
  support: RANKING_SUPPORT['paper-scenario'],
  supportNegatives: 128,
  query: 128,
};

/** One task a step for 100,000 steps in the paper; a row says how many it took. */
const SCHEDULE = { learningRate: 1e-4, weightDecay: 1e-5, tasksPerStep: 1, steps: 10_000 };

export const paperScenario: Protocol = {
  id: 'paper-scenario',
  says: "the paper's scenario-specific cold start: factors alone, candidates and negatives inside the scenario, the paper's sizes",
  settings: ['ranking'],
  treatments: ['plain'],
  encoder: 'gru',
  wrongSupport: () => true,
  support: () => PAPER_SIZES.support,
  fold: (dataset) => dataset,
  data(dataset, { seed }) {
    const { factors, movies } = dataset;
    const features = pairFeatures(factors.user, factors.dim, factors.item, movies.count);
    const options = { ...SCENARIO_TASK_DEFAULTS, sizes: PAPER_SIZES, seed, negativesInside: true };
    return {
      pairDim: features.pairDim,
      pack: (tasks) => packTasks(features, tasks),
      sampler: scenarioSampler(dataset, options),
    };
  },
  schedule: () => SCHEDULE,
  config: (_, parts, pairDim) => ({
    ...preset('paper', { task: 'ranking', ...parts }, pairDim),
    // The control that is no system of the paper: without modulation the context reaches the backbone at its input.
    ...(parts.modulation === 'none' && { inputs: 'product' as const }),
  }),
  training: () => ({}),
  measure: (dataset, recommender, { seed, support, users, wrongSupport }, onProgress) => {
    const sizes = { ...PAPER_SIZES, support, supportNegatives: 2 * support };
    return evaluatePaperScenario(
      dataset,
      recommender,
      { seed, sizes, users, wrongSupport },
      onProgress,
    );
  },
};

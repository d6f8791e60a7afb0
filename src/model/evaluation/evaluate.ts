/** One system under one seed: train, then every protocol of the setting. */
import type { Dataset } from '../../data/types';
import type { CmmlRecommender } from '../cmml-system';
import type { Recommender, System, TrainingRoom } from '../systems';
import type { Setting, Treatment } from '../types';
import { measureForeignModulation } from './foreign-modulation';
import { measurePictures } from './pictures';
import { evaluateRanking } from './ranking';
import { evaluateRating } from './rating';
import type { MetricRow, Progress, ResultRow } from './rows';
import { evaluateVisitor } from './visitor';

export interface EvaluationPlan {
  setting: Setting;
  seed: number;
  steps: number;
  treatment: Treatment;
  /** Ranking: support sizes to evaluate with; training has its own. */
  supports: readonly number[];
  /** Ranking: evaluates with another scenario's support set too. */
  wrongSupport: boolean;
  /** Ranking: users ranked a scenario; all when absent. */
  users?: number;
  /** Also measures what the pictures show (CMML, not of ratings). */
  pictures?: boolean;
}

export interface EvaluationWatch {
  onTraining?: TrainingRoom['onProgress'];
  onEvaluation?: Progress;
}

type Protocol = { support: number; wrongSupport: boolean };

/** In the visitor and rating settings the protocol fixes the support size: 5 and up to 90. */
function protocolsOf({ setting, supports, wrongSupport }: EvaluationPlan): Protocol[] {
  if (setting === 'visitor') return [{ support: 5, wrongSupport: false }];
  if (setting === 'rating') return [{ support: 90, wrongSupport: false }];
  const right = supports.map((support) => ({ support, wrongSupport: false }));
  const wrong = supports.map((support) => ({ support, wrongSupport: true }));
  return wrongSupport ? [...right, ...wrong] : right;
}

export interface Evaluation {
  rows: ResultRow[];
  /** Figures of the pictures, where they were asked for. */
  pictures?: MetricRow;
}

/**
 * @throws RangeError when pictures are asked of a system without a context, or in the rating setting
 */
export async function evaluateSystem(
  dataset: Dataset,
  system: System,
  plan: EvaluationPlan,
  watch: EvaluationWatch = {},
): Promise<Evaluation> {
  const { setting, seed, treatment, users } = plan;
  const steps = system.trained ? plan.steps : 0;
  const onProgress = watch.onTraining;
  const recommender = await system.train({ dataset, setting, seed, steps, treatment, onProgress });
  const protocols = protocolsOf(plan);
  const measure = (protocol: Protocol, progress: Progress): Promise<MetricRow> => {
    if (setting === 'visitor') return evaluateVisitor(dataset, recommender, seed, progress);
    if (setting === 'rating') return evaluateRating(dataset, recommender, seed, progress);
    return evaluateRanking(dataset, recommender, { seed, users, ...protocol }, progress);
  };
  const rows: ResultRow[] = [];
  for (const protocol of protocols) {
    const progress = (done: number) =>
      watch.onEvaluation?.((rows.length + done) / protocols.length);
    const metrics = await measure(protocol, progress);
    rows.push({ setting, system: system.id, seed, steps, treatment, ...protocol, ...metrics });
  }
  const pictures = plan.pictures
    ? await evaluatePictures(dataset, system, recommender, plan, watch.onEvaluation)
    : undefined;
  recommender.dispose?.();
  return { rows, pictures };
}

/** Support sets of the pictures: as trained in the ranking setting, ten likes of a visitor. */
const PICTURE_SUPPORT = { ranking: 32, visitor: 10 } as const;

async function evaluatePictures(
  dataset: Dataset,
  { id }: System,
  recommender: Recommender,
  { setting, seed, users }: EvaluationPlan,
  onProgress?: Progress,
): Promise<MetricRow> {
  if (setting === 'rating') {
    throw new RangeError('the pictures are of scenarios: no rating setting');
  }
  if (!('inspect' in recommender)) throw new RangeError(`${id} has no context to draw`);
  const cmml = recommender as CmmlRecommender;
  const support = PICTURE_SUPPORT[setting];
  const drawn = await measurePictures(dataset, cmml, setting, support, seed, onProgress);
  if (setting === 'visitor' || cmml.config.modulation === 'none') return drawn;
  const protocol = { seed, support, users };
  return {
    ...drawn,
    ...(await measureForeignModulation(dataset, cmml, protocol, onProgress)),
  };
}

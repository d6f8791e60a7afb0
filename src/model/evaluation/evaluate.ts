/** One system under one seed: train, then every protocol of the setting. */
import type { Dataset } from '../../data/types';
import type { CmmlRecommender } from '../cmml-system';
import { PROTOCOLS } from '../protocols';
import type { Recommender, System, TrainingRoom } from '../systems';
import type { ProtocolId, Setting, Treatment } from '../types';
import { measureForeignModulation } from './foreign-modulation';
import { measurePictures } from './pictures';
import type { MetricRow, Progress, ResultRow, TaskMetrics } from './rows';

export interface EvaluationPlan {
  /** `open` unless told. */
  protocol?: ProtocolId;
  setting: Setting;
  seed: number;
  steps: number;
  treatment: Treatment;
  /** Ranking: support sizes to evaluate with; training has its own, which is taken where none is told. */
  supports?: readonly number[];
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

type Supports = { support: number; wrongSupport: boolean };

/** Support sizes, right and, where asked for, wrong; where the protocol fixes the size, that alone. */
function supportsOf({
  protocol = 'open',
  setting,
  supports,
  wrongSupport,
}: EvaluationPlan): Supports[] {
  const { support: usual, wrongSupport: canBeWrong } = PROTOCOLS[protocol];
  const sizes = (setting === 'ranking' && supports) || [usual(setting)];
  const right = sizes.map((support) => ({ support, wrongSupport: false }));
  const wrong = sizes.map((support) => ({ support, wrongSupport: true }));
  return wrongSupport && canBeWrong(setting) ? [...right, ...wrong] : right;
}

export interface Evaluation {
  rows: ResultRow[];
  /** Metrics of each row's single tasks, in the order of the rows. */
  tasks: TaskMetrics[];
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
  const { setting, seed, treatment, users, protocol = 'open' } = plan;
  const { fold, measure } = PROTOCOLS[protocol];
  const folded = fold(dataset, plan);
  const steps = system.trained ? plan.steps : 0;
  const onProgress = watch.onTraining;
  const recommender = await system.train({
    ...{ dataset: folded, setting, seed, steps, treatment, protocol, onProgress },
  });
  const supports = supportsOf(plan);
  const rows: ResultRow[] = [];
  const tasks: TaskMetrics[] = [];
  for (const given of supports) {
    const progress = (done: number) => watch.onEvaluation?.((rows.length + done) / supports.length);
    const measured = await measure(
      folded,
      recommender,
      { setting, seed, users, ...given },
      progress,
    );
    const what = { protocol, setting, system: system.id, seed, steps, treatment };
    const { found } = recommender;
    rows.push({ ...what, ...given, ...measured.metrics, ...(found !== undefined && { found }) });
    tasks.push(measured.tasks);
  }
  const pictures = plan.pictures
    ? await evaluatePictures(dataset, system, recommender, plan, watch.onEvaluation)
    : undefined;
  recommender.dispose?.();
  return { rows, tasks, pictures };
}

/** Support sets of the pictures: as trained in the ranking setting, ten likes of somebody unknown. */
const PICTURE_SUPPORT = { ranking: 32, anonymous: 10 } as const;

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
  if (setting === 'anonymous' || cmml.config.modulation === 'none') return drawn;
  const protocol = { seed, support, users };
  return {
    ...drawn,
    ...(await measureForeignModulation(dataset, cmml, protocol, onProgress)),
  };
}

/**
 * The systems behind one face: adapt to support sets, score their queries, and count the passes.
 * All of them run on the same backend, with the same tensors' library, in the same worker.
 */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom, deriveSeed } from '../../../src/data/random';
import type { Dataset, Task } from '../../../src/data/types';
import { buildBaseline, type BaselineDescription } from '../../../src/model/baselines/checkpoint';
import { withNegatives } from '../../../src/model/baselines/baseline-system';
import type { Baseline } from '../../../src/model/baselines/baseline';
import { s2meta } from '../../../src/model/baselines/s2meta';
import { decisionSizes } from '../../../src/model/baselines/families';
import { toBatch, type Batch } from '../../../src/model/batch';
import { encode, parameterSpecs, predict } from '../../../src/model/cmml';
import { ParameterSet } from '../../../src/model/parameter-set';
import { take } from '../model/reads';
import type { ModelSetup } from '../model/model-setup';
import type { LoadedBaseline } from './baselines';

/** Tensors that scoring reads after adaptation. */
export type Adapted = tf.NamedTensorMap;

/** A system on one batch of tasks. */
export interface RaceRecommender {
  /** Puts tasks on the device; dispose the batch with `tf.dispose`. */
  load(tasks: readonly Task[]): Batch;
  /** Inside `tf.tidy`. The result may share tensors with the recommender. */
  adapt(batch: Batch, watch?: (loss: tf.Tensor1D) => void): Adapted;
  /** Inside `tf.tidy`: `[B, Q]`, with the base that residual models predict on top of. */
  score(adapted: Adapted, batch: Batch): tf.Tensor2D;
  /** Forward passes over the support set besides those of inner steps. */
  encoderPasses: number;
  /** Tensors that are the recommender's own, not to be disposed with what it adapted. */
  shared: ReadonlySet<tf.Tensor>;
  dispose(): void;
}

const SEED = 0;

/** @param steps inner steps of MeLU or s2Meta, instead of those in training */
export function baselineRecommender(
  dataset: Dataset,
  { checkpoint, data, weights }: LoadedBaseline,
  steps?: number,
): RaceRecommender {
  const { description } = checkpoint;
  const baseline = buildBaseline(description);
  const adapt = adaptation(description, baseline, steps);
  const isRanking = description.objective === 'ranking';
  return {
    load: (tasks) => toBatch(data.pack(isRanking ? tasks.map(addNegatives(dataset)) : tasks)),
    adapt: (batch, watch) => adapt(weights, batch.support, watch && ((_, loss) => watch(loss))),
    score: (adapted, { query, base }) => {
      const scores = baseline.score(adapted, query.pairs);
      return base ? tf.add(scores, base) : scores;
    },
    encoderPasses: 0,
    shared: new Set(Object.values(weights)),
    dispose: () => undefined,
  };
}

function adaptation(
  description: BaselineDescription,
  baseline: Baseline,
  steps?: number,
): Baseline['adapt'] {
  if (steps === undefined) return baseline.adapt;
  if (description.kind !== 's2meta') return buildBaseline(description, steps).adapt;
  const { adaptCounted } = s2metaOf(description);
  return (weights, support, watch) => adaptCounted(weights, support, watch, steps).weights;
}

const s2metaOf = ({ objective, pairDim, steps, rate }: BaselineDescription) =>
  s2meta(decisionSizes(pairDim), { objective, maxSteps: steps, rate });

/**
 * Inner steps of s2Meta on a task: its updates, and one more look at the gradient to stop. Found
 * beforehand, so that the clock runs over those steps alone.
 */
export async function s2metaSteps(
  dataset: Dataset,
  loaded: LoadedBaseline,
  task: Task,
): Promise<number> {
  const { description } = loaded.checkpoint;
  const batch = baselineRecommender(dataset, loaded).load([task]);
  const { adaptCounted } = s2metaOf(description);
  const updates = tf.tidy(() => adaptCounted(loaded.weights, batch.support).updates);
  tf.dispose(batch);
  const [count] = await take(updates, 'updates');
  return Math.min(description.steps, count + 1);
}

/** Likes alone give a ranking loss nothing to descend. */
const addNegatives = (dataset: Dataset) => (task: Task) => ({
  ...task,
  support: withNegatives(task.support, dataset, createRandom(deriveSeed(SEED, task.id))),
});

export function cmmlRecommender({ config, data, flat }: ModelSetup): RaceRecommender {
  const parameters = new ParameterSet(parameterSpecs(config), flat);
  return {
    load: (tasks) => toBatch(data.pack(tasks)),
    adapt: ({ support }) => ({ context: encode(config, parameters, support) }),
    score: ({ context }, { support, query, statistics, base }) => {
      const { scores } = predict(config, parameters, context as tf.Tensor2D, query.pairs, {
        statistics,
        support,
        layers: false,
      });
      return base ? tf.add(scores, base) : scores;
    },
    encoderPasses: 1,
    shared: new Set(),
    dispose: () => parameters.dispose(),
  };
}

/**
 * The entrants behind one face: adapt to support sets, score their queries, and count the passes.
 * All of them run on the same backend, with the same tensors' library, in the same worker.
 */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom, deriveSeed } from '../../../src/data/random';
import type { Dataset, Task } from '../../../src/data/types';
import { buildRival, type RivalDescription } from '../../../src/model/baselines/checkpoint';
import { withNegatives } from '../../../src/model/baselines/rival-system';
import type { Rival } from '../../../src/model/baselines/rival';
import { s2meta } from '../../../src/model/baselines/s2meta';
import { decisionSizes } from '../../../src/model/baselines/families';
import { toBatch, type Batch } from '../../../src/model/batch';
import { encode, parameterSpecs, predict } from '../../../src/model/cmml';
import { ParameterSet } from '../../../src/model/parameterSet';
import { take } from '../model/reads';
import type { Blueprint } from '../model/blueprint';
import type { LoadedRival } from './rivals';

/** Tensors that scoring reads after adaptation. */
export type Adapted = tf.NamedTensorMap;

/** An entrant on one batch of tasks. */
export interface Runner {
  /** Puts tasks on the device; dispose the batch with `tf.dispose`. */
  load(tasks: readonly Task[]): Batch;
  /** Inside `tf.tidy`. The result may share tensors with the runner. */
  adapt(batch: Batch, watch?: (loss: tf.Tensor1D) => void): Adapted;
  /** Inside `tf.tidy`: `[B, Q]`, with the base that residual models predict on top of. */
  score(adapted: Adapted, batch: Batch): tf.Tensor2D;
  /** Forward passes over the support set besides those of inner steps. */
  encoderPasses: number;
  /** Tensors that are the runner's own, not to be disposed with what it adapted. */
  shared: ReadonlySet<tf.Tensor>;
  dispose(): void;
}

const SEED = 0;

/** @param steps inner steps of MeLU or s2Meta, instead of those in training */
export function rivalRunner(
  dataset: Dataset,
  { checkpoint, data, weights }: LoadedRival,
  steps?: number,
): Runner {
  const { description } = checkpoint;
  const rival = buildRival(description);
  const adapt = adaptation(description, rival, steps);
  const isRanking = description.objective === 'ranking';
  return {
    load: (tasks) => toBatch(data.pack(isRanking ? tasks.map(addNegatives(dataset)) : tasks)),
    adapt: (batch, watch) => adapt(weights, batch.support, watch && ((_, loss) => watch(loss))),
    score: (adapted, { query, base }) => {
      const scores = rival.score(adapted, query.pairs);
      return base ? tf.add(scores, base) : scores;
    },
    encoderPasses: 0,
    shared: new Set(Object.values(weights)),
    dispose: () => undefined,
  };
}

function adaptation(description: RivalDescription, rival: Rival, steps?: number): Rival['adapt'] {
  if (steps === undefined) return rival.adapt;
  if (description.kind !== 's2meta') return buildRival(description, steps).adapt;
  const { adaptCounted } = s2metaOf(description);
  return (weights, support, watch) => adaptCounted(weights, support, watch, steps).weights;
}

const s2metaOf = ({ objective, pairDim, steps, rate }: RivalDescription) =>
  s2meta(decisionSizes(pairDim), { objective, maxSteps: steps, rate });

/**
 * Inner steps of s2Meta on a task: its updates, and one more look at the gradient to stop. Found
 * beforehand, so that the clock runs over those steps alone.
 */
export async function s2metaSteps(
  dataset: Dataset,
  loaded: LoadedRival,
  task: Task,
): Promise<number> {
  const { description } = loaded.checkpoint;
  const batch = rivalRunner(dataset, loaded).load([task]);
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

export function cmmlRunner({ config, data, flat }: Blueprint): Runner {
  const parameters = new ParameterSet(parameterSpecs(config), flat);
  return {
    load: (tasks) => toBatch(data.pack(tasks)),
    adapt: ({ support }) => ({ context: encode(config, parameters, support) }),
    score: ({ context }, { query, statistics, base }) => {
      const { scores } = predict(config, parameters, context as tf.Tensor2D, query.pairs, {
        statistics,
        layers: false,
      });
      return base ? tf.add(scores, base) : scores;
    },
    encoderPasses: 1,
    shared: new Set(),
    dispose: () => parameters.dispose(),
  };
}

/** Runs a system over a task under the clock: warm-up, repeats, memory, quality. */
import * as tf from '@tensorflow/tfjs-core';
import type { Task } from '../../../src/data/types';
import type { JobContext } from '../host/host';
import { computed, take } from '../model/reads';
import type { RaceRun } from '../../protocol/race';
import type { BackendName } from '../../protocol/vocabulary';
import { clockStep, timed } from './clock';
import type { PreparedTask } from './tasks';
import type { Adapted, RaceRecommender } from './recommender';

/** Runs before the clock counts: kernels are compiled and caches filled. */
const WARM_UP = 2;

/** @param examined what answers the held-out query: `recommender`, unless that is cut short for one task */
export async function measure(
  recommender: RaceRecommender,
  { timed: task, heldOutQuery }: PreparedTask,
  repeats: number,
  { yieldToMessages }: JobContext,
  examined: RaceRecommender = recommender,
): Promise<RaceRun> {
  const batch = recommender.load([task]);
  try {
    const supportLoss = await lossCurve(recommender, batch);
    const { adaptBytes, scoreBytes } = await peaks(recommender, batch);
    const step = clockStep();
    const adaptMs: number[] = [];
    const scoreMs: number[] = [];
    for (let repeat = -WARM_UP; repeat < repeats; repeat++) {
      const { adapt, score } = await lap(recommender, batch, step);
      if (repeat >= 0) {
        adaptMs.push(adapt);
        scoreMs.push(score);
      }
      await yieldToMessages();
    }
    const predictions = heldOutQuery && (await predict(examined, heldOutQuery.tasks));
    return {
      adaptMs,
      scoreMs,
      forwardPasses: recommender.encoderPasses + supportLoss.length,
      backwardPasses: supportLoss.length,
      adaptBytes,
      scoreBytes,
      candidates: task.query.length,
      quality: predictions && heldOutQuery.grade(predictions),
      supportLoss,
      backend: tf.getBackend() as BackendName,
    };
  } finally {
    tf.dispose(batch);
  }
}

/** Mean ms of adapting and of scoring; each run of either ends when the device has finished. */
async function lap(
  recommender: RaceRecommender,
  batch: ReturnType<RaceRecommender['load']>,
  step: number,
) {
  const made: Adapted[] = [];
  const adapt = await timed(async () => {
    const adapted = tf.tidy(() => recommender.adapt(batch));
    made.push(adapted);
    await finished(adapted);
  }, step);
  const score = await timed(async () => {
    await take(
      tf.tidy(() => recommender.score(made[0], batch)),
      'race',
    );
  }, step);
  for (const adapted of made) release(adapted, recommender);
  return { adapt, score };
}

/** Waits for the device by reading the smallest of the tensors. */
async function finished(adapted: Adapted): Promise<void> {
  const [smallest] = Object.values(adapted).sort((a, b) => a.size - b.size);
  await computed(smallest, 'race');
}

function release(adapted: Adapted, { shared }: RaceRecommender): void {
  tf.dispose(Object.values(adapted).filter((tensor) => !shared.has(tensor)));
}

/** Support loss before each inner step; empty for who takes none. */
async function lossCurve(
  recommender: RaceRecommender,
  batch: ReturnType<RaceRecommender['load']>,
): Promise<number[]> {
  const losses: tf.Tensor[] = [];
  const adapted = tf.tidy(() =>
    recommender.adapt(batch, (loss) => losses.push(tf.keep(tf.clone(loss)))),
  );
  release(adapted, recommender);
  const values: number[] = [];
  for (const loss of losses) values.push((await take(loss, 'loss'))[0]);
  return values;
}

async function peaks(recommender: RaceRecommender, batch: ReturnType<RaceRecommender['load']>) {
  const adapting = await peakOf(() => tf.tidy(() => recommender.adapt(batch)));
  const scoring = await peakOf(() => tf.tidy(() => recommender.score(adapting.result, batch)));
  scoring.result.dispose();
  release(adapting.result, recommender);
  return { adaptBytes: adapting.bytes, scoreBytes: scoring.bytes };
}

/** Bytes of tensors at the worst moment of `run`, beyond those before it. */
export async function peakOf<T extends tf.TensorContainer>(
  run: () => T,
): Promise<{ bytes: number; result: T }> {
  const before = tf.memory().numBytes;
  const { peakBytes, result } = await tf.profile(run);
  // Without a kernel there is no moment to look at, and the peak is a number below any.
  return { bytes: Math.max(0, peakBytes - before), result: result as T };
}

/** Predictions of each task's query, `[tasks][query]`; all tasks adapt side by side. */
async function predict(
  recommender: RaceRecommender,
  tasks: readonly Task[],
): Promise<Float32Array[]> {
  const batch = recommender.load(tasks);
  const scores = tf.tidy(() => recommender.score(recommender.adapt(batch), batch));
  const [, size] = scores.shape;
  const values = await take(scores, 'race');
  tf.dispose(batch);
  return tasks.map((_, t) => values.slice(t * size, (t + 1) * size));
}

/** The answer to an edit: one forward pass over the support set and the whole catalogue. */
import * as tf from '@tensorflow/tfjs-core';
import { rankByScore } from '../../../src/model/metrics';
import type { JobContext } from '../host/host';
import { WorkerFailure } from '../../protocol/failure';
import { hasOverrides } from '../model/overrides';
import { take } from '../model/reads';
import type { Adaptation, AdaptQuestion } from '../../protocol/adapter';
import type { BackendName, Interventions, SupportItem } from '../../protocol/vocabulary';
import { UNRANKED } from '../../protocol/unranked';
import type { AdapterModel, Encoded } from './adapter-model';

/** Where a context lies on the map, once there is one. */
export type Place = (
  context: Float32Array,
  support: readonly SupportItem[],
) => Promise<[number, number] | null>;

/** Answers over the whole catalogue; with `first` also, sooner, over the likeliest candidates. */
export async function adapt(
  model: AdapterModel,
  question: AdaptQuestion,
  place: Place,
  { yieldToMessages, first }: JobContext<Adaptation>,
): Promise<Adaptation> {
  const { support, select, interventions } = question;
  const begun = performance.now();
  model.check([...support.map(({ item }) => item), ...(select === null ? [] : [select])]);
  const encoded = encodeOrOverride(model, [support], interventions);
  const base = model.reading.base(support);
  const answer = async (scores: Float32Array, order: Uint32Array): Promise<Adaptation> => {
    const context = await take(tf.clone(encoded.context), 'context');
    return {
      point: await place(context, support),
      context,
      scores,
      order: withUnranked(order, model.items),
      complete: order.length === model.items,
      intervened: hasOverrides(interventions),
      cost: {
        forwardPasses: 1,
        gradientSteps: 0,
        ms: performance.now() - begun,
        backend: tf.getBackend() as BackendName,
      },
      steps: model.steps,
    };
  };
  try {
    if (question.first) {
      const items = model.likeliest(support, select);
      const scores = await scoreSome(model, encoded, interventions, items, base);
      const order = items.sort((a, b) => scores[b] - scores[a] || a - b);
      first(await answer(scores, order));
      await yieldToMessages();
    }
    const scores = await scoreAll(model, encoded, interventions, yieldToMessages);
    base?.forEach((value, item) => (scores[item] += value));
    const order = rankByScore(scores);
    if (!question.channel) model.lastOrder = order.slice();
    return await answer(scores, order);
  } finally {
    tf.dispose(encoded);
  }
}

function withUnranked(order: Uint32Array, items: number): Uint32Array {
  if (order.length === items) return order;
  const whole = new Uint32Array(items).fill(UNRANKED);
  whole.set(order);
  return whole;
}

/** The contexts of support sets, or for each the one that the visitor put in its place. */
export function encodeOrOverride(
  model: AdapterModel,
  supports: readonly (readonly SupportItem[])[],
  interventions: Interventions | undefined,
): Encoded {
  const encoded = model.encode(supports);
  const override = interventions?.context;
  if (!override) return encoded;
  const size = encoded.context.shape[1];
  if (override.length !== size) {
    tf.dispose(encoded);
    throw new WorkerFailure('bad-request', `a context has ${size} values, not ${override.length}`);
  }
  encoded.context.dispose();
  const context = tf.tidy(() => tf.tile(tf.tensor2d(override, [1, size]), [supports.length, 1]));
  return { ...encoded, context };
}

/** Scores by item index, NaN for all but `items`. */
async function scoreSome(
  model: AdapterModel,
  encoded: Encoded,
  interventions: Interventions | undefined,
  items: Uint32Array,
  base: Float32Array | null,
): Promise<Float32Array> {
  const some = await take(
    tf.tidy(() => model.predict(encoded, model.pick(items), interventions).scores),
    'first scores',
  );
  const scores = new Float32Array(model.items).fill(NaN);
  items.forEach((item, k) => (scores[item] = some[k] + (base?.[item] ?? 0)));
  return scores;
}

/** Scores `[items]` without their base, in slices. */
export async function scoreAll(
  model: AdapterModel,
  encoded: Encoded,
  interventions: Interventions | undefined,
  yieldToMessages: JobContext['yieldToMessages'],
): Promise<Float32Array> {
  const scores = new Float32Array(model.items);
  let from = 0;
  for (const rows of model.rows()) {
    if (from > 0) await yieldToMessages();
    const slice = tf.tidy(() => model.predict(encoded, rows, interventions).scores);
    scores.set(await take(slice, 'scores'), from);
    from += slice.size;
  }
  return scores;
}

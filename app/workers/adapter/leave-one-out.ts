/** What the ranking would be without each support movie (batched over the movies left out). */
import * as tf from '@tensorflow/tfjs-core';
import type { JobContext } from '../host/host';
import { take } from '../model/reads';
import type { LeaveOneOut } from '../../protocol/adapter';
import type { Interventions, SupportItem } from '../../protocol/vocabulary';
import { encodeOrOverride, type Place } from './adapt';
import type { AdapterModel, Encoded } from './adapter-model';

/** Pairs scored before messages are let in. */
const CHUNK_PAIRS = 1536;

/** Ranks are counted among so many: the best of the last ranking, and the items asked about. */
const POOL = 1000;

/**
 * All contexts come from one batch (the whole support set and every one-smaller one), and the pool
 * is scored under all of them together. What the visitor overrides stays so.
 */
export async function leaveOneOut(
  model: AdapterModel,
  support: readonly SupportItem[],
  items: readonly number[],
  { yieldToMessages }: JobContext,
  interventions?: Interventions,
  place: Place = () => Promise.resolve(null),
): Promise<LeaveOneOut> {
  const asked = [...new Set(items)];
  const sets = [support, ...support.map((_, k) => support.filter((_, other) => other !== k))];
  model.check([...asked, ...support.map(({ item }) => item)]);
  const first = model.lastOrder ?? Uint32Array.from({ length: model.items }, (_, i) => i);
  const pool = Uint32Array.from(new Set([...asked, ...first.subarray(0, POOL)]));
  const encoded = encodeOrOverride(model, sets, interventions);
  try {
    const scores = await scorePool(model, encoded, pool, yieldToMessages, interventions);
    scores.forEach((row, t) => addBase(row, pool, model.reading.base(sets[t])));
    const ranks = scores.map((row) => ranksOf(row, asked.length));
    const values = await take(tf.clone(encoded.context), 'contexts');
    const size = values.length / sets.length;
    const points = [];
    for (let t = 1; t < sets.length; t++) {
      points.push(await place(values.slice(t * size, (t + 1) * size), sets[t]));
    }
    return {
      points,
      contextShift: shifts(values, sets.length),
      items: Uint32Array.from(asked),
      rankChange: Int32Array.from(
        ranks.slice(1).flatMap((without) => without.map((rank, i) => rank - ranks[0][i])),
      ),
    };
  } finally {
    tf.dispose(encoded);
  }
}

/** Scores `[contexts][pool]`. */
async function scorePool(
  model: AdapterModel,
  encoded: Encoded,
  pool: Uint32Array,
  yieldToMessages: JobContext['yieldToMessages'],
  interventions: Interventions | undefined,
): Promise<Float32Array[]> {
  const [tasks] = encoded.context.shape;
  const rows = Array.from({ length: tasks }, () => new Float32Array(pool.length));
  const step = Math.max(1, Math.floor(CHUNK_PAIRS / tasks));
  for (let from = 0; from < pool.length; from += step) {
    const items = pool.subarray(from, from + step);
    const chunk = await take(
      tf.tidy(() => model.predict(encoded, model.pick(items), interventions).scores),
      'leave-one-out',
    );
    rows.forEach((row, t) =>
      row.set(chunk.subarray(t * items.length, (t + 1) * items.length), from),
    );
    await yieldToMessages();
  }
  return rows;
}

function addBase(row: Float32Array, pool: Uint32Array, base: Float32Array | null): void {
  if (base) pool.forEach((item, k) => (row[k] += base[item]));
}

/** For each of the first `count` scores, how many of all are higher. */
export function ranksOf(scores: Float32Array, count: number): number[] {
  return Array.from(scores.subarray(0, count), (own, k) => {
    let better = 0;
    for (let i = 0; i < scores.length; i++) {
      if (scores[i] > own || (scores[i] === own && i < k)) better++;
    }
    return better;
  });
}

/** Distance of each later row of `contexts [n, P]` from the first. */
function shifts(contexts: Float32Array, n: number): Float32Array {
  const size = contexts.length / n;
  return Float32Array.from({ length: n - 1 }, (_, k) => {
    let sum = 0;
    for (let d = 0; d < size; d++) sum += (contexts[(k + 1) * size + d] - contexts[d]) ** 2;
    return Math.sqrt(sum);
  });
}

/** What the ranking would be without each support movie (batched over the movies left out). */
import * as tf from '@tensorflow/tfjs-core';
import type { JobContext } from '../host/host';
import { take } from '../model/reads';
import type { LeaveOneOut, SupportItem } from '../protocol';
import type { AdapterModel, Encoded } from './adapter-model';

/** Pairs scored between two breaths. */
const CHUNK_PAIRS = 9216;

/**
 * All contexts come from one batch (the whole support set and every one-smaller one), and the
 * catalogue is scored under all of them together. Ranks count from 0 over the whole catalogue.
 */
export async function leaveOneOut(
  model: AdapterModel,
  support: readonly SupportItem[],
  items: readonly number[],
  { breathe }: JobContext,
): Promise<LeaveOneOut> {
  const sets = [support, ...support.map((_, k) => support.filter((_, other) => other !== k))];
  model.check([...items, ...support.map(({ item }) => item)]);
  const encoded = model.encode(sets);
  try {
    const scores = await scoreAll(model, encoded, breathe);
    scores.forEach((row, t) => model.reading.base(sets[t])?.forEach((b, i) => (row[i] += b)));
    const ranks = scores.map((row) => ranksOf(row, items));
    const values = await take(tf.clone(encoded.context), 'contexts');
    return {
      contextShift: shifts(values, sets.length),
      items: Uint32Array.from(items),
      rankChange: Int32Array.from(
        ranks.slice(1).flatMap((without) => without.map((rank, i) => rank - ranks[0][i])),
      ),
    };
  } finally {
    tf.dispose(encoded);
  }
}

/** Scores `[contexts][items]`. */
async function scoreAll(
  model: AdapterModel,
  encoded: Encoded,
  breathe: JobContext['breathe'],
): Promise<Float32Array[]> {
  const [tasks] = encoded.context.shape;
  const rows = Array.from({ length: tasks }, () => new Float32Array(model.items));
  const step = Math.max(1, Math.floor(CHUNK_PAIRS / tasks));
  for (let from = 0; from < model.items; from += step) {
    const count = Math.min(step, model.items - from);
    const chunk = await take(
      tf.tidy(() => model.predict(encoded, model.rows(from, count)).scores),
      'leave-one-out',
    );
    rows.forEach((row, t) => row.set(chunk.subarray(t * count, (t + 1) * count), from));
    await breathe();
  }
  return rows;
}

/** How many items score higher than each of `items`. */
export function ranksOf(scores: Float32Array, items: readonly number[]): number[] {
  return items.map((item) => {
    let better = 0;
    for (let i = 0; i < scores.length; i++) {
      if (scores[i] > scores[item] || (scores[i] === scores[item] && i < item)) better++;
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

/** Recall@N, NDCG@K and mean absolute error, on plain arrays. */
import type { Random } from '../data/random';

/**
 * Indices by descending score. Equal scores keep their order, or stand in random order when `random`
 * is given: a constant scorer must not profit from how candidates happen to be listed.
 */
export function rankByScore(scores: ArrayLike<number>, random?: Random): Uint32Array {
  const tieBreak = random ? Float64Array.from({ length: scores.length }, () => random.uniform()) : null; // prettier-ignore
  if (scores instanceof Float32Array) return rankFloats(scores, tieBreak);
  return Uint32Array.from({ length: scores.length }, (_, i) => i).sort(
    (a, b) => scores[b] - scores[a] || (tieBreak ? tieBreak[a] - tieBreak[b] : a - b),
  );
}

const POSITIONS = 2 ** 21;

/**
 * `rankByScore` for many floats: bit pattern and position side by side in one exact double, so that
 * the engine sorts plain numbers instead of calling a comparator for each pair. NaN comes last.
 */
function rankFloats(scores: Float32Array, tieBreak: Float64Array | null): Uint32Array {
  if (scores.length > POSITIONS) throw new RangeError(`more than ${POSITIONS} scores`);
  // `+ 0` makes one zero of the two.
  const bits = new Int32Array(Float32Array.from(scores, (score) => score + 0).buffer);
  const keys = new Float64Array(bits.length);
  for (let i = 0; i < bits.length; i++) {
    // Bit patterns of negative floats grow the other way.
    const ascending = bits[i] < 0 ? bits[i] ^ 0x7fffffff : bits[i];
    const descending = Number.isNaN(scores[i]) ? 2 ** 31 : -ascending;
    keys[i] = descending * POSITIONS + i;
  }
  keys.sort();
  const order = Uint32Array.from(keys, (key) => key - Math.floor(key / POSITIONS) * POSITIONS);
  if (tieBreak) shuffleTies(order, scores, tieBreak);
  return order;
}

/** Puts runs of equal scores in the order of `tieBreak`, in place. */
function shuffleTies(order: Uint32Array, scores: Float32Array, tieBreak: Float64Array): void {
  for (let from = 0, to = 1; from < order.length; from = to++) {
    while (to < order.length && scores[order[to]] === scores[order[from]]) to++;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => tieBreak[a] - tieBreak[b]);
  }
}

/**
 * Share of `positives` (indices into `scores`) among the `n` best scores of one user.
 * @returns 0..1; `NaN` without positives
 */
export function recallAtN(
  scores: ArrayLike<number>,
  positives: ArrayLike<number>,
  n: number,
  random?: Random,
): number {
  if (positives.length === 0) return Number.NaN;
  const wanted = new Set(Array.from(positives));
  const found = rankByScore(scores, random)
    .subarray(0, n)
    .filter((index) => wanted.has(index)).length;
  return found / positives.length;
}

/**
 * NDCG@K with gain `2^rating - 1` and discount `log2(rank + 1)`.
 * @returns 0..1; `NaN` without ratings
 */
export function ndcgAtK(
  predictions: ArrayLike<number>,
  ratings: ArrayLike<number>,
  k: number,
  random?: Random,
): number {
  if (ratings.length === 0) return Number.NaN;
  return (
    discountedGain(ratings, rankByScore(predictions, random), k) /
    discountedGain(ratings, rankByScore(ratings), k)
  );
}

function discountedGain(ratings: ArrayLike<number>, order: Uint32Array, k: number): number {
  let gain = 0;
  for (let i = 0; i < Math.min(k, order.length); i++) {
    gain += (2 ** ratings[order[i]] - 1) / Math.log2(i + 2);
  }
  return gain;
}

/** Mean absolute error; `NaN` without ratings. */
export function meanAbsoluteError(
  predictions: ArrayLike<number>,
  ratings: ArrayLike<number>,
): number {
  if (ratings.length === 0) return Number.NaN;
  let total = 0;
  for (let i = 0; i < ratings.length; i++) total += Math.abs(predictions[i] - ratings[i]);
  return total / ratings.length;
}

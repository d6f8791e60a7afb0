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

/** `rankByScore` for many floats: bit patterns are sorted byte by byte, so that nothing is compared. NaN comes last. */
function rankFloats(scores: Float32Array, tieBreak: Float64Array | null): Uint32Array {
  const values = new Float32Array(scores.length);
  // `+ 0` makes one zero of the two.
  for (let i = 0; i < values.length; i++) values[i] = scores[i] + 0;
  const keys = new Uint32Array(values.buffer);
  for (let i = 0; i < keys.length; i++) {
    // Bit patterns of negative floats grow as the floats fall; so do the keys of all.
    if (keys[i] < 0x80000000) keys[i] = ~(keys[i] | 0x80000000);
    if (Number.isNaN(scores[i])) keys[i] = 0xffffffff;
  }
  const order = byKey(keys);
  if (tieBreak) shuffleTies(order, scores, tieBreak);
  return order;
}

/** Positions by ascending key, equal ones in order: a radix sort, least byte first. */
function byKey(keys: Uint32Array): Uint32Array {
  const { length } = keys;
  let order = new Uint32Array(length);
  let next = new Uint32Array(length);
  const ends = new Uint32Array(257);
  for (let i = 0; i < length; i++) order[i] = i;
  for (let shift = 0; shift < 32; shift += 8) {
    ends.fill(0);
    for (let i = 0; i < length; i++) ends[((keys[i] >>> shift) & 255) + 1]++;
    for (let byte = 0; byte < 256; byte++) ends[byte + 1] += ends[byte];
    for (let i = 0; i < length; i++) {
      const at = order[i];
      next[ends[(keys[at] >>> shift) & 255]++] = at;
    }
    [order, next] = [next, order];
  }
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

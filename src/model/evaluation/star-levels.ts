/**
 * Which level of stars somebody would give, by a predicted score. People answer in levels, most of
 * them in few (many never give half a star, some give nearly always 4), and the answer that is least
 * far off on average is a median: it lies on a level, and it leans to the levels that this person
 * uses. A score between two levels is off from both.
 *
 * A decision, not a model: it reads what every system reads, the support ratings, and is the same for
 * all of them (`docs/what-was-tried.md`, 'Levels of stars').
 */
import { SHRINKAGE } from '../../data/biases';

/** Levels in half stars, 0.5 to 5. */
export const LEVELS = 10;

/** Deviation of given stars around a score, beside what the levels tell, in stars. */
const DEVIATION = 0.5;

/** Counts of ratings by level `[LEVELS]`. @param stars 0.5..5 */
export function countLevels(stars: Iterable<number>): Float64Array {
  const counts = new Float64Array(LEVELS);
  for (const each of stars) counts[Math.round(2 * each) - 1]++;
  return counts;
}

/**
 * Stars for a score: the median of `(n_l + 5 g_l) exp(-(l - score)^2 / (2 sigma^2))` over levels `l`,
 * where this person gave level `l` `n_l` times and people give it with frequency `g_l`.
 *
 * @param score in stars; outside of 0.5..5 it counts as the nearer end
 * @param own `n` `[LEVELS]`, counted in the support set
 * @param everybody `[LEVELS]` counts that `g` is the share of
 * @returns 0.5..5 in halves; a level that somebody has used
 */
export function starsFor(score: number, own: Float64Array, everybody: Float64Array): number {
  const all = everybody.reduce((sum, count) => sum + count, 0);
  const inside = Math.min(5, Math.max(0.5, score));
  const weights = own.map((count, level) => {
    const distance = ((level + 1) / 2 - inside) / DEVIATION;
    return (count + (SHRINKAGE * everybody[level]) / all) * Math.exp((-distance * distance) / 2);
  });
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  let below = 0;
  return (weights.findIndex((weight) => (below += weight) >= half) + 1) / 2;
}

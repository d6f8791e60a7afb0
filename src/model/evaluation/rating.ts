/** Rating protocol: each held-out user once, 10 query ratings, the others (up to 90) as support. */
import { createRandom, deriveSeed } from '../../data/random';
import { ratersOf, sampleRatingTask } from '../../data/tasks/rating';
import type { Dataset, Pair } from '../../data/types';
import { knownInteractions } from '../baselines/known-interactions';
import { meanAbsoluteError, ndcgAtK } from '../metrics';
import type { Recommender } from '../systems';
import { measured } from './rows';
import type { Measured, Progress } from './rows';
import { countLevels, starsFor } from './star-levels';

const NDCG_AT = 3;

/** Draws behind a spread. */
const DRAWS = 32;

/**
 * Errors of the half of a user's queries whose score is surest, and of the other half; of a single query, twice its own.
 * @param spread of each score
 */
export function errorsBySureness(
  predicted: readonly number[],
  stars: readonly number[],
  spread: ArrayLike<number>,
): [surest: number, others: number] {
  const order = [...stars.keys()].sort((a, b) => spread[a] - spread[b]);
  const half = Math.ceil(order.length / 2);
  const errorOf = (which: readonly number[]) => {
    const of = (values: readonly number[]) => which.map((k) => values[k]);
    return meanAbsoluteError(of(predicted), of(stars));
  };
  const others = order.length > 1 ? order.slice(half) : order;
  return [errorOf(order.slice(0, half)), errorOf(others)];
}

/**
 * Averaged over users: `mae` of the scores, clipped to 0.5..5, and `mae@levels` of the levels that
 * they stand for (`star-levels.ts`), in stars; `ndcg@3` of the scores. Of a system that says how unsure it is also `mae`
 * of the half of each user's queries that it is surest of, of the other half, and the mean `spread`.
 */
export async function evaluateRating(
  dataset: Dataset,
  recommender: Recommender,
  seed: number,
  onProgress?: Progress,
): Promise<Measured> {
  const random = createRandom(deriveSeed(seed, 'rating evaluation'));
  const raters = ratersOf(dataset, 'metaTest');
  const everybody = countLevels(knownInteractions(dataset, 'rating').stars);
  const rows: number[][] = [];
  for (const rater of raters) {
    const { support, query } = sampleRatingTask(random, rater);
    const items = Uint32Array.from(query, (pair) => pair.item);
    const stars = query.map((pair) => pair.label);
    const predicted = Array.from(await recommender.score(support, [rater.user], items));
    const clipped = predicted.map((p) => Math.min(5, Math.max(0.5, p)));
    const own = countLevels(support.map(({ label }) => label));
    const levels = predicted.map((p) => starsFor(p, own, everybody));
    rows.push([
      meanAbsoluteError(clipped, stars),
      ndcgAtK(predicted, stars, NDCG_AT, random),
      meanAbsoluteError(levels, stars),
      ...(await sureness(recommender, support, rater.user, items, clipped, stars)),
    ]);
    onProgress?.(rows.length / raters.length);
  }
  const ids = raters.map(({ user }) => `user:${user}`);
  const ndcg = `ndcg@${NDCG_AT}`;
  if (recommender.ordersOnly) return measured(ids, [ndcg], rows.map((row) => [row[1]])); // prettier-ignore
  const ofSureness = recommender.spread ? ['mae@surest', 'mae@others', 'spread'] : [];
  return measured(ids, ['mae', ndcg, 'mae@levels', ...ofSureness], rows);
}

async function sureness(
  recommender: Recommender,
  support: readonly Pair[],
  user: number,
  items: Uint32Array,
  predicted: readonly number[],
  stars: readonly number[],
): Promise<number[]> {
  if (!recommender.spread) return [];
  const spread = await recommender.spread(support, [user], items, DRAWS);
  const mean = spread.reduce((sum, value) => sum + value, 0) / spread.length;
  return [...errorsBySureness(predicted, stars, spread), mean];
}

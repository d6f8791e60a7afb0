/** Rating protocol: each held-out user once, 10 query ratings, the others (up to 90) as support. */
import { createRandom, deriveSeed } from '../../data/random';
import { ratersOf, sampleRatingTask } from '../../data/tasks/rating';
import type { Dataset } from '../../data/types';
import { knownInteractions } from '../baselines/known-interactions';
import { meanAbsoluteError, ndcgAtK } from '../metrics';
import type { Recommender } from '../systems';
import { measured } from './rows';
import type { Measured, Progress } from './rows';
import { countLevels, starsFor } from './star-levels';

const NDCG_AT = 3;

/**
 * Averaged over users: `mae` of the scores, clipped to 0.5..5, and `mae@levels` of the levels that
 * they stand for (`star-levels.ts`), in stars; `ndcg@3` of the scores.
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
    ]);
    onProgress?.(rows.length / raters.length);
  }
  const ids = raters.map(({ user }) => `user:${user}`);
  const ndcg = `ndcg@${NDCG_AT}`;
  if (recommender.ordersOnly) return measured(ids, [ndcg], rows.map((row) => [row[1]])); // prettier-ignore
  return measured(ids, ['mae', ndcg, 'mae@levels'], rows);
}

/** Rating protocol: each held-out user once, 10 query ratings, the others (up to 90) as support. */
import { createRandom, deriveSeed } from '../../data/random';
import { ratersOf, sampleRatingTask } from '../../data/tasks/rating';
import type { Dataset } from '../../data/types';
import { meanAbsoluteError, ndcgAtK } from '../metrics';
import type { Recommender } from '../systems';
import { meanColumns } from './ranking';
import type { MetricRow, Progress } from './rows';

const NDCG_AT = 3;

/** `mae` in stars and `ndcg@3`, averaged over users; predictions are clipped to 0.5..5 for `mae`. */
export async function evaluateRating(
  dataset: Dataset,
  recommender: Recommender,
  seed: number,
  onProgress?: Progress,
): Promise<MetricRow> {
  const random = createRandom(deriveSeed(seed, 'rating evaluation'));
  const raters = ratersOf(dataset, 'metaTest');
  const rows: number[][] = [];
  for (const rater of raters) {
    const { support, query } = sampleRatingTask(random, rater);
    const items = Uint32Array.from(query, (pair) => pair.item);
    const stars = query.map((pair) => pair.label);
    const predicted = Array.from(await recommender.score(support, [rater.user], items));
    const clipped = predicted.map((p) => Math.min(5, Math.max(0.5, p)));
    rows.push([meanAbsoluteError(clipped, stars), ndcgAtK(predicted, stars, NDCG_AT, random)]);
    onProgress?.(rows.length / raters.length);
  }
  const [mae, ndcg] = meanColumns(rows);
  return recommender.ordersOnly
    ? { [`ndcg@${NDCG_AT}`]: ndcg }
    : { mae, [`ndcg@${NDCG_AT}`]: ndcg };
}

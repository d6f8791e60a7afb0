/** From a trained model and a support set to a list of items: one forward pass, no gradient step. */
import type { Pair } from '../data/types';
import { rankByScore } from './metrics';
import type { Recommender } from './systems';

export interface Recommendation {
  item: number;
  /** Higher is better; stars in the rating setting. */
  score: number;
}

export interface RecommendOptions {
  /** Items asked for, by index; fewer come back when there are fewer. */
  count?: number;
  /** Whom for: an index, or -1 (unless told) for somebody the model has never seen. */
  user?: number;
}

/**
 * The best of `candidates` after seeing `support`, best first, without what is in `support`.
 *
 * @param support labelled pairs: 1 liked and 0 not, or stars in the rating setting
 */
export async function recommend(
  recommender: Recommender,
  support: readonly Pair[],
  candidates: ArrayLike<number>,
  { count = 10, user = -1 }: RecommendOptions = {},
): Promise<Recommendation[]> {
  const seen = new Set(support.map(({ item }) => item));
  const items = Uint32Array.from(candidates).filter((item) => !seen.has(item));
  const scores = await recommender.score(support, [user], items);
  return Array.from(rankByScore(scores).subarray(0, count), (at) => ({
    item: items[at],
    score: scores[at],
  }));
}

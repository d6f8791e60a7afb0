/**
 * ItemPop: candidates by how often they were liked in the support set, ties by global popularity.
 */
import { SETTINGS } from '../../kinds';
import type { Pair } from '../../data/types';
import type { Recommender, System } from '../systems';
import { itemCounts, sameForAll } from './popularity';

/** Liked pairs of a support set: label 1, or at least 4 stars in the rating setting. */
export const likedItems = (support: readonly Pair[], atLeast = 1): number[] =>
  support.filter((pair) => pair.label >= atLeast).map((pair) => pair.item);

/** `count in the support set + popularity / (1 + the largest)`: popularity never outweighs a count. */
export function itemPopScore(support: readonly number[], counts: Float32Array): Float32Array {
  const largest = counts.reduce((a, b) => Math.max(a, b), 0);
  const scores = counts.map((count) => count / (1 + largest));
  for (const item of support) scores[item] += 1;
  return scores;
}

export const itemPop: System = {
  id: 'itempop',
  name: 'ItemPop',
  settings: SETTINGS,
  trained: false,
  async train(room): Promise<Recommender> {
    const counts = itemCounts(room);
    const atLeast = room.setting === 'rating' ? 4 : 1;
    return {
      ordersOnly: true,
      async score(support, users, items) {
        const scores = itemPopScore(likedItems(support, atLeast), counts);
        return sameForAll(users, items, (item) => scores[item]);
      },
    };
  },
};

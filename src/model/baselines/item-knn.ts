/** Item-item neighbours: a candidate scores the sum of its cosines with the liked support items. */
import { sparseRows } from '../../data/factorise/sparse';
import type { SparseRows } from '../../data/factorise/sparse';
import type { Recommender, System } from '../systems';
import { likedItems } from './item-pop';
import { knownInteractions } from './known-interactions';
import { sameForAll } from './popularity';

/** Added to the norms, so that a pair of items seen once together is no perfect match. */
const SHRINKAGE = 10;

/**
 * Similarity of one item with all others: users of both over the geometric mean of their user
 * counts plus `shrinkage`; 0 with itself.
 */
export function itemSimilarities(
  item: number,
  byItem: SparseRows,
  byUser: SparseRows,
  shrinkage = SHRINKAGE,
): Float32Array {
  const shared = new Float32Array(byItem.rows);
  for (let k = byItem.start[item]; k < byItem.start[item + 1]; k++) {
    const user = byItem.column[k];
    for (let j = byUser.start[user]; j < byUser.start[user + 1]; j++) shared[byUser.column[j]]++;
  }
  const own = byItem.start[item + 1] - byItem.start[item];
  return shared.map((count, other) => {
    if (other === item || count === 0) return 0;
    const others = byItem.start[other + 1] - byItem.start[other];
    return count / (Math.sqrt(own * others) + shrinkage);
  });
}

export const itemKnn: System = {
  id: 'item-knn',
  name: 'Item-item neighbours',
  settings: ['ranking', 'anonymous'],
  trained: false,
  async train({ dataset, setting }): Promise<Recommender> {
    const { user, item } = knownInteractions(dataset, setting);
    const byItem = sparseRows(dataset.movies.count, item, user);
    const byUser = sparseRows(dataset.users, user, item);
    const cache = new Map<number, Float32Array>();
    const similarities = (liked: number) => {
      const row = cache.get(liked) ?? itemSimilarities(liked, byItem, byUser);
      cache.set(liked, row);
      return row;
    };
    return {
      async score(support, users, items) {
        const scores = new Float32Array(dataset.movies.count);
        for (const liked of likedItems(support)) {
          similarities(liked).forEach((value, other) => (scores[other] += value));
        }
        return sameForAll(users, items, (i) => scores[i]);
      },
    };
  },
};

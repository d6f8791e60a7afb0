/** Matrix-factorisation fold-in: the factors that explain the liked support items, times the item's. */
import { IMPLICIT_DEFAULTS, foldIn, itemGram } from '../../data/factorise/implicit';
import type { Recommender, System } from '../systems';
import { likedItems } from './item-pop';
import { sameForAll } from './popularity';

export const mfFoldIn: System = {
  id: 'mf-fold-in',
  name: 'MF fold-in',
  settings: ['ranking', 'anonymous'],
  trained: false,
  async train({ dataset }): Promise<Recommender> {
    const { dim, item } = dataset.factors;
    const gram = itemGram(item, dim, IMPLICIT_DEFAULTS.reg);
    return {
      async score(support, users, items) {
        const options = { dim, alpha: IMPLICIT_DEFAULTS.alpha };
        const newcomer = foldIn(likedItems(support), item, gram, options);
        const scoreOf = (i: number) =>
          newcomer.reduce((sum, value, j) => sum + value * item[i * dim + j], 0);
        return sameForAll(users, items, scoreOf);
      },
    };
  },
};

/** Ratings from biases alone: mean, or mean + shrunken user residual + item bias. */
import { itemBiases, shrunken, userBias } from '../../data/biases';
import type { Recommender, System } from '../systems';
import { knownInteractions } from './known-interactions';
import { sameForAll } from './popularity';

export const bias: System = {
  id: 'bias',
  name: 'Item + user bias',
  settings: ['rating'],
  trained: false,
  async train({ dataset, setting }): Promise<Recommender> {
    const known = knownInteractions(dataset, setting);
    const biases = itemBiases(known, dataset.movies.count);
    const itemBias = (i: number) => shrunken(biases.sum[i], biases.count[i]);
    return {
      async score(support, users, items) {
        const user = userBias(support.map((p) => p.label - biases.mean - itemBias(p.item)));
        return sameForAll(users, items, (i) => biases.mean + user + itemBias(i));
      },
    };
  },
};

export const userMean: System = {
  id: 'user-mean',
  name: 'User mean',
  settings: ['rating'],
  trained: false,
  async train({ dataset, setting }): Promise<Recommender> {
    const { mean } = itemBiases(knownInteractions(dataset, setting), dataset.movies.count);
    return {
      async score(support, users, items) {
        const own = support.reduce((sum, p) => sum + p.label, 0) / support.length;
        return sameForAll(users, items, () => (support.length > 0 ? own : mean));
      },
    };
  },
};

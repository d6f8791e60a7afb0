/**
 * The data's own matrix factorisation as a ranking: what is known of a user from the background, with or
 * without what the support set says of the task.
 */
import { IMPLICIT_DEFAULTS, foldIn, itemGram } from '../../data/factorise/implicit';
import type { Factors } from '../../data/types';
import type { Recommender, System } from '../systems';
import { genreAffinity } from './genre-centroid';
import { likedItems } from './item-pop';

const product = (user: ArrayLike<number>, from: number, { dim, item }: Factors, i: number) => {
  let sum = 0;
  for (let j = 0; j < dim; j++) sum += user[from + j] * item[i * dim + j];
  return sum;
};

/** ALS for known users: `e_u . e_i`. Takes no notice of the support set. */
export const als: System = {
  id: 'als',
  name: 'ALS for known users',
  settings: ['ranking'],
  trained: false,
  async train({ dataset: { factors } }): Promise<Recommender> {
    return {
      async score(_, users, items) {
        return Float32Array.from({ length: users.length * items.length }, (__, k) => {
          const user = users[Math.floor(k / items.length)];
          return product(factors.user, user * factors.dim, factors, items[k % items.length]);
        });
      },
    };
  },
};

/** How much the genre profile counts beside the factors, chosen on rehearsals (`docs/baselines.md`). */
const SHARPNESS: Record<'ranking' | 'anonymous', number> = { ranking: 12, anonymous: 4 };

/**
 * Genre profile x ALS: `exp(s cos(genre profile)) max(0, e_u . e_i)`, where `e_u` are a known user's factors, or
 * else those that explain the liked items.
 */
export const genreAls: System = {
  id: 'genre-als',
  name: 'Genre profile x ALS',
  settings: ['ranking', 'anonymous'],
  trained: false,
  async train({ dataset: { factors, movies }, setting }): Promise<Recommender> {
    const sharpness = SHARPNESS[setting === 'anonymous' ? 'anonymous' : 'ranking'];
    const gram = itemGram(factors.item, factors.dim, IMPLICIT_DEFAULTS.reg);
    const options = { dim: factors.dim, alpha: IMPLICIT_DEFAULTS.alpha };
    return {
      async score(support, users, items) {
        const liked = likedItems(support);
        const affinity = Float64Array.from(items, genreAffinity(movies, liked, sharpness));
        const newcomer = foldIn(liked, factors.item, gram, options);
        const scores = new Float32Array(users.length * items.length);
        Array.from(users).forEach((user, u) => {
          const [own, from] = user < 0 ? [newcomer, 0] : [factors.user, user * factors.dim];
          items.forEach((item, k) => {
            const preference = Math.max(0, product(own, from, factors, item));
            scores[u * items.length + k] = affinity[k] * preference;
          });
        });
        return scores;
      },
    };
  },
};

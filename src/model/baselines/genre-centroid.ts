/**
 * A baseline that learns nothing: `exp(4 cos(genre profile)) x log popularity`, where
 * the profile is the mean of the liked support movies' genre and decade columns.
 */
import { ATTRIBUTES, writeAttributes } from '../../data/features';
import type { Movies } from '../../data/types';
import type { Recommender, System } from '../systems';
import { likedItems } from './item-pop';
import { itemCounts, sameForAll } from './popularity';

const SHARPNESS = 4;

function cosine(a: Float32Array, b: Float32Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let j = 0; j < a.length; j++) {
    ab += a[j] * b[j];
    aa += a[j] * a[j];
    bb += b[j] * b[j];
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

function attributes(movies: Movies, item: number): Float32Array {
  const row = new Float32Array(ATTRIBUTES);
  writeAttributes(movies, item, row, 0);
  return row;
}

/** `exp(sharpness cos(genre profile))` of one item under the liked ones. */
export function genreAffinity(
  movies: Movies,
  liked: readonly number[],
  sharpness = SHARPNESS,
): (item: number) => number {
  const profile = new Float32Array(ATTRIBUTES);
  for (const item of liked) attributes(movies, item).forEach((v, j) => (profile[j] += v));
  return (item) => Math.exp(sharpness * cosine(profile, attributes(movies, item)));
}

export const genreCentroid: System = {
  id: 'genre-centroid',
  name: 'Genre centroid x popularity',
  settings: ['ranking', 'anonymous'],
  trained: false,
  async train(room): Promise<Recommender> {
    const counts = itemCounts(room);
    return {
      async score(support, users, items) {
        const affinity = genreAffinity(room.dataset.movies, likedItems(support));
        return sameForAll(users, items, (i) => affinity(i) * Math.log1p(counts[i]));
      },
    };
  },
};

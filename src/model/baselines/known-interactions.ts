/** What a reference without gradients may learn from: everything but held-out interactions. */
import type { Dataset } from '../../data/types';
import { SPLIT } from '../../data/types';
import type { Setting } from '../types';

export interface KnownInteractions {
  user: Uint32Array;
  item: Uint32Array;
  /** 0.5..5 */
  stars: Float32Array;
}

/**
 * Ranking: background and meta-training interactions. Anonymous: background, and what meta-training
 * users did. Rating: ratings of meta-training users.
 */
export function knownInteractions(dataset: Dataset, setting: Setting): KnownInteractions {
  const { user, item, halfStars, split } = dataset.ratings;
  const trains = (k: number) => dataset.raters.fold[user[k]] === SPLIT.metaTrain;
  const known = {
    ranking: (k: number) => split[k] !== SPLIT.metaTest,
    anonymous: (k: number) => split[k] === SPLIT.background || trains(k),
    rating: trains,
  }[setting];
  const rows = Array.from(user.keys()).filter(known);
  return {
    user: Uint32Array.from(rows, (k) => user[k]),
    item: Uint32Array.from(rows, (k) => item[k]),
    stars: Float32Array.from(rows, (k) => halfStars[k] / 2),
  };
}

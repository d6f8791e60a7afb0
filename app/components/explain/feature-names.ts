/** What the dimensions of a movie's vector stand for (`src/data/features.ts`). */
import { DECADES, GENRES } from '../../../src/data/types';
import type { PageSetting } from '../../protocol/vocabulary';

export type Feature =
  | { kind: 'factor'; number: number }
  | { kind: 'genre'; name: string }
  | { kind: 'decade'; year: number }
  | { kind: 'average' }
  | { kind: 'popularity' };

/** After the factors: genres and decades; rating models end with item average and log count. */
const DESCRIBED = GENRES.length + DECADES.length;
const STATISTICS: Record<PageSetting, readonly Feature[]> = {
  scenario: [],
  user: [{ kind: 'average' }, { kind: 'popularity' }],
};

/** The feature at dimension `d` of a vector of `size` numbers. */
export function featureAt(d: number, size: number, setting: PageSetting): Feature {
  const statistics = STATISTICS[setting];
  const factors = size - DESCRIBED - statistics.length;
  const genre = d - factors;
  if (genre < 0) return { kind: 'factor', number: d + 1 };
  if (genre < GENRES.length) return { kind: 'genre', name: GENRES[genre] };
  if (genre < DESCRIBED) return { kind: 'decade', year: DECADES[genre - GENRES.length] };
  return statistics[genre - DESCRIBED];
}

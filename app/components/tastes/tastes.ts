/** Two tastes: which films they are of, and how many of a list. */
import { MIXED_CATALOGUE } from '../../../src/data/tasks/scenario';
import type { Scenario } from '../../../src/data/types';
import type { TasteLists } from '../../protocol/tastes';
import type { SupportItem } from '../../protocol/vocabulary';
import type { Catalogue } from '../../store/catalogue';

/** Films of each taste that a press likes, and recommendations that are shown. */
export const FILMS = 4;
export const LIST = 20;

/** Scenarios far from each other: few films are of both. */
const PAIRS = [
  ['horror', 'comedy+romance'],
  ['war', 'animation'],
  ['western', 'sci-fi'],
] as const;

export interface Pair {
  a: Scenario;
  b: Scenario;
}

/** The pairs that this catalogue has. */
export const pairsOf = ({ scenarioOfId }: Pick<Catalogue, 'scenarioOfId'>): Pair[] =>
  PAIRS.flatMap(([first, second]) => {
    const [a, b] = [scenarioOfId.get(first), scenarioOfId.get(second)];
    return a && b ? [{ a, b }] : [];
  });

export type Taste = 'a' | 'b' | 'both' | 'neither';

export type TasteOf = (item: number) => Taste;

export function tasteOf({ itemsOf }: Pick<Catalogue, 'itemsOf'>, { a, b }: Pair): TasteOf {
  const [ofA, ofB] = [itemsOf(a), itemsOf(b)];
  return (item) =>
    ofA.has(item) ? (ofB.has(item) ? 'both' : 'a') : ofB.has(item) ? 'b' : 'neither';
}

/** One film of another taste is in many a support set by chance. */
export const BY_CHANCE = 1;

/** The first pair of which the support set has more films of each taste than `chance`; null: it has none. */
export const pairHeld = (
  catalogue: Pick<Catalogue, 'itemsOf'>,
  pairs: readonly Pair[],
  support: readonly SupportItem[],
  chance: number,
): Pair | null =>
  pairs.find((pair) => {
    const tastes = support.map(({ item }) => tasteOf(catalogue, pair)(item));
    const has = (own: Taste) => tastes.filter((taste) => taste === own).length > chance;
    return has('a') && has('b');
  }) ?? null;

/**
 * Likes of the purest films of each taste that are not of the other: those with no further genre, the most rated
 * first. (The best known of all are liked by everybody, and tell nothing of a taste.)
 */
export function likesOf(
  catalogue: Pick<Catalogue, 'itemsOf' | 'movies'>,
  { a, b }: Pair,
): SupportItem[] {
  const genresOf = (item: number) => bits(catalogue.movies.genres[item]);
  const of = (own: Scenario, other: Scenario) =>
    Array.from(own.items)
      .filter((item) => item < MIXED_CATALOGUE && !catalogue.itemsOf(other).has(item))
      .sort((x, y) => genresOf(x) - genresOf(y) || x - y)
      .slice(0, FILMS);
  return [...of(a, b), ...of(b, a)].map((item) => ({ item, label: 1 }));
}

/** How many bits of a mask are set. */
function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left; left &= left - 1) count++;
  return count;
}

export interface Shares {
  a: number;
  b: number;
}

/** How many of a list are of each taste; one of both counts for both. */
export function sharesOf(items: ArrayLike<number>, taste: TasteOf): Shares {
  const tastes = Array.from(items, taste);
  const of = (own: Taste) => tastes.filter((each) => each === own || each === 'both').length;
  return { a: of('a'), b: of('b') };
}

export interface WeightedFilm {
  /** Position in the support set. */
  film: number;
  weight: number;
}

/** The films that recommendation `row` stands on, the heaviest first. */
export function likesBehind({ likes }: TasteLists, films: number, row: number): WeightedFilm[] {
  return Array.from({ length: films }, (_, film) => ({ film, weight: likes[row * films + film] }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight || x.film - y.film);
}

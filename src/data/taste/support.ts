/**
 * One person's films as support sets: stars, and likes above the person's own median. Some rated
 * films are kept back, so that the model can be asked about films it was not told of.
 */
import { createRandom, deriveSeed, shuffle } from '../random';
import type { Film } from './match';

export interface Pair {
  item: number;
  label: number;
}

export interface Taste {
  /** Stars 0.5..5, at most `most`. */
  stars: Pair[];
  /** 1 at or above the own median, 0 below, at most `most`. */
  likes: Pair[];
  /** Rated films that are in neither. */
  heldOut: Pair[];
  /** The own median, in stars. */
  median: number;
  /** Films without a rating that were taken as liked. */
  unrated: number;
}

/** A film that is liked and has no rating, in stars. */
export const LIKED_STARS = 4.5;
const LOWEST = 0.5;
/** Every so many rated films one is kept back, from so many on. */
const KEPT_SHARE = 0.25;
const FEWEST_TO_KEEP = 8;
const MOST_KEPT = 20;
const SEED = 7;

/** @param most pairs of a support set */
export function tasteOf(found: readonly { film: Film; item: number }[], most: number): Taste {
  const order = shuffle(createRandom(deriveSeed(SEED, 'own taste')), [...found]);
  const rated = order.filter(({ film }) => film.stars !== null);
  const liked = order.filter(({ film }) => film.stars === null && film.liked);
  const keep = rated.length < FEWEST_TO_KEEP ? 0 : Math.min(MOST_KEPT, Math.round(rated.length * KEPT_SHARE)); // prettier-ignore
  const starsOf = ({ film }: { film: Film }): number => Math.max(LOWEST, film.stars ?? LIKED_STARS);
  const sorted = rated.map(starsOf).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? LIKED_STARS;
  const told = [...rated.slice(keep), ...liked].slice(0, most);
  // Among people who give fives alone, what is only liked is liked all the same.
  const isLike = (entry: { film: Film }): boolean =>
    entry.film.stars === null || starsOf(entry) >= median;
  return {
    stars: told.map((entry) => ({ item: entry.item, label: starsOf(entry) })),
    likes: told.map((entry) => ({ item: entry.item, label: isLike(entry) ? 1 : 0 })),
    heldOut: rated.slice(0, keep).map((entry) => ({ item: entry.item, label: starsOf(entry) })),
    median,
    unrated: told.filter(({ film }) => film.stars === null).length,
  };
}

/** Mean distance in stars; `scores` by item, clipped to what stars can be. */
export function meanError(pairs: readonly Pair[], scores: ArrayLike<number>): number {
  const clipped = (value: number): number => Math.min(5, Math.max(LOWEST, value));
  const sum = pairs.reduce((total, { item, label }) => total + Math.abs(clipped(scores[item]) - label), 0); // prettier-ignore
  return sum / Math.max(pairs.length, 1);
}

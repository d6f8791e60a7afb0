/**
 * Themes: what a support set of a family speaks of (`docs/two-tastes.md`). One taste, two far from each other,
 * or one without a genre. They are made of positives, so that any pool of interactions serves.
 */
import { jaccard } from '../tasks/conjunctions';
import type { Positives } from '../tasks/pools';
import { GENRES } from '../types';
import type { Dataset, Scenario } from '../types';

/** Two tastes are far where their films' Jaccard similarity is at most this. */
export const FAR = 0.05;

/** A part of 'this but not that' needs so many films and likes. */
const ENOUGH = { films: 30, likes: 80 } as const;

export interface Theme {
  id: string;
  /** Likes of each taste, one or two. */
  likes: Positives[];
  /** What is disliked, where that is part of the theme: else dislikes are films that nobody rated. */
  against?: Positives;
}

export const oneTaste = (taste: Positives): Theme => ({ id: taste.id, likes: [taste] });

export const twoTastes = (a: Positives, b: Positives): Theme => ({
  id: `${a.id}|${b.id}`,
  likes: [a, b],
});

/** Likes of `taste` without genre `genre` (its bit), against those with it; null where either is small. */
export function thisButNot(
  { movies }: Pick<Dataset, 'movies'>,
  taste: Positives,
  genre: number,
): Theme | null {
  const has = (k: number) => ((movies.genres[taste.item[k]] >> genre) & 1) === 1;
  const name = GENRES[genre].toLowerCase();
  const likes = rowsOf(taste, `${taste.id}&not-${name}`, (k) => !has(k));
  const against = rowsOf(taste, `${taste.id}&${name}`, has);
  return isEnough(likes) && isEnough(against) ? { id: likes.id, likes: [likes], against } : null;
}

const isEnough = ({ item }: Positives): boolean =>
  item.length >= ENOUGH.likes && new Set(item).size >= ENOUGH.films;

function rowsOf({ user, item }: Positives, id: string, keep: (k: number) => boolean): Positives {
  const rows = Array.from(item.keys()).filter(keep);
  return {
    id,
    user: Uint32Array.from(rows, (k) => user[k]),
    item: Uint32Array.from(rows, (k) => item[k]),
  };
}

/** Whether two held-out scenarios are two tastes: far apart, no genre in common, not of one family. */
export function areFar(a: Scenario, b: Scenario): boolean {
  if (a.genres.some((genre) => b.genres.includes(genre))) return false;
  if (a.family === b.family && a.family !== 'other') return false;
  return jaccard(new Set(a.items), b.items) <= FAR;
}

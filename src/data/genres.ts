/** Genres as bit masks and decades as indices. */
import { DECADES, GENRES } from './types';

const BIT = new Map<string, number>(GENRES.map((name, bit) => [name, bit]));

/** `Action|Sci-Fi` to bits; names that are no genre of MovieLens are left out. */
export function parseGenres(joined: string, separator = '|'): number {
  let mask = 0;
  for (const name of joined.split(separator)) {
    const bit = BIT.get(name.trim());
    if (bit !== undefined) mask |= 1 << bit;
  }
  return mask;
}

export function genreIndices(mask: number): number[] {
  return GENRES.map((_, bit) => bit).filter((bit) => (mask >> bit) & 1);
}

export function genreNames(mask: number): string[] {
  return genreIndices(mask).map((bit) => GENRES[bit]);
}

export function genreMask(genres: readonly number[]): number {
  return genres.reduce((mask, bit) => mask | (1 << bit), 0);
}

/** Index into `DECADES`; -1 for an unknown year (0). Years before 1930 count as the 1930s. */
export function decadeIndex(year: number): number {
  if (year <= 0) return -1;
  const index = Math.floor((year - DECADES[0]) / 10);
  return Math.min(Math.max(index, 0), DECADES.length - 1);
}

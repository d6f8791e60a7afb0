/** Which films can be asked about, and what was answered so far. */
import type { SupportItem } from '../../protocol/vocabulary';

/** The first `known` films without those that are rated. */
export function candidatesOf(known: number, support: readonly SupportItem[]): number[] {
  const rated = new Set(support.map(({ item }) => item));
  return Array.from({ length: known }, (_, item) => item).filter((item) => !rated.has(item));
}

/** One turn of the game: a film was rated, or not seen. */
export interface Turn {
  item: number;
  isRated: boolean;
}

/** The first film of `order` that is neither rated nor was skipped; null: none is left. */
export function nextFilm(
  order: ArrayLike<number>,
  turns: readonly Turn[],
  support: readonly SupportItem[],
): number | null {
  const done = new Set(support.map(({ item }) => item));
  for (const { item, isRated } of turns) if (!isRated) done.add(item);
  return Array.from(order).find((item) => !done.has(item)) ?? null;
}

/** Turns that still hold: a rating that was taken away elsewhere is none any more. */
export const standing = (turns: readonly Turn[], support: readonly SupportItem[]): Turn[] => {
  const rated = new Set(support.map(({ item }) => item));
  return turns.filter(({ item, isRated }) => !isRated || rated.has(item));
};

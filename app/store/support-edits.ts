/** Edits of a support set, as pure functions: each returns a new list, in the order of adding. */
import type { SupportItem } from '../protocol/vocabulary';
import { shuffle, type Random } from '../../src/data/random';

/** More pairs than this make no better context and a crowded tray. */
export const MAX_SUPPORT = 64;

export type SupportEdit = (items: readonly SupportItem[]) => SupportItem[];

/** Adds a movie at the end, or moves one that is already there to its new label. */
export const put =
  (item: number, label: number): SupportEdit =>
  (items) =>
    items.some((pair) => pair.item === item)
      ? items.map((pair) => (pair.item === item ? { item, label } : pair))
      : [...items, { item, label }].slice(0, MAX_SUPPORT);

export const remove =
  (item: number): SupportEdit =>
  (items) =>
    items.filter((pair) => pair.item !== item);

export const clear: SupportEdit = () => [];

export const replace =
  (next: readonly SupportItem[]): SupportEdit =>
  () => [...next];

/** Another order of the same pairs: a mean does not care, a GRU does. */
export const reorder =
  (random: Random): SupportEdit =>
  (items) =>
    shuffle(random, [...items]);

export function sameSupport(a: readonly SupportItem[], b: readonly SupportItem[]): boolean {
  return (
    a.length === b.length &&
    a.every((pair, k) => pair.item === b[k].item && pair.label === b[k].label)
  );
}

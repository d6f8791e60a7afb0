/** What the ranked list shows, worked out from the state of the page. */
import {
  rankingOf,
  type AdaptationSlice,
  type Answer,
  type Reference,
} from '../../store/adaptation';
import { listed, movement, NEW, rankTable } from '../../store/ranking';

export interface RankedView {
  /** Items, best first. */
  list: Uint32Array;
  /** Rank by item, 0 when not listed. */
  ranks: Int32Array;
  /** Places gained against the reference by position; null when there is none. */
  moves: Float64Array | null;
  scores: Float32Array;
  /** Scores at which a bar is empty and full. */
  scale: { low: number; high: number };
  /** What it was adapted to: the same object as long as nobody edits. */
  support: Answer['support'];
}

export function rankedView(
  answer: Answer,
  reference: Reference | null,
  within: ReadonlySet<number> | null,
): RankedView {
  const { order, scores, support } = rankingOf(answer);
  // Places of a first answer over some movies are not known: nothing can be measured from them.
  const isKnown = answer.adaptation.complete || answer.source === 'recorded';
  const list = listed(order, support, within);
  return {
    list,
    ranks: rankTable(list, scores.length),
    moves: reference && isKnown ? movement(list, reference.ranking, support, within) : null,
    scores,
    scale: answer.scale,
    support: answer.support,
  };
}

export type Move = { kind: 'up' | 'down'; places: number } | { kind: 'same' | 'new' | 'none' };

/**
 * Places that items would move without the support movie `without` (positive: up), by item; null
 * where that was not worked out for the present answer.
 */
export function movesWithout(
  leftOut: AdaptationSlice['leftOut'],
  answer: Answer | null,
  without: number | null,
): ReadonlyMap<number, number> | null {
  if (!leftOut || leftOut.answer !== answer || without === null) return null;
  const position = leftOut.answer.support.items.findIndex((pair) => pair.item === without);
  if (position < 0) return null;
  const { items, rankChange } = leftOut.effect;
  const row = rankChange.subarray(position * items.length, (position + 1) * items.length);
  // `|| 0`: no minus zero among the places.
  return new Map(Array.from(items, (item, k) => [item, -row[k] || 0]));
}

/** A movement of so many places; null: nothing it could be measured against. */
export function moveOf(places: number | null): Move {
  if (places === null) return { kind: 'none' };
  if (places === NEW) return { kind: 'new' };
  if (places === 0) return { kind: 'same' };
  return { kind: places > 0 ? 'up' : 'down', places: Math.abs(places) };
}

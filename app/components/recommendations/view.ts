/** What the ranked list shows, worked out from the state of the page. */
import { rankingOf, type Answer, type Reference } from '../../store/adaptation';
import type { Catalogue } from '../../store/catalogue';
import { listed, movement, NEW, rankTable, UNKNOWN } from '../../store/ranking';
import type { Scope } from '../../store/selection';

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
}

/** Items of the scope, or null for all. */
export function scopeItems(
  scope: Scope,
  answer: Answer,
  catalogue: Catalogue | null,
): ReadonlySet<number> | null {
  if (scope === 'all' || answer.setting !== 'genre') return null;
  const scenario = catalogue?.scenarioOfId.get(answer.support.genre ?? '');
  return scenario && catalogue ? catalogue.itemsOf(scenario) : null;
}

export function rankedView(
  answer: Answer,
  reference: Reference | null,
  within: ReadonlySet<number> | null,
): RankedView {
  const { order, scores, support } = rankingOf(answer);
  const hidden = new Set(support);
  const list = listed(order, hidden, within).filter((item) => item !== UNKNOWN);
  return {
    list,
    ranks: rankTable(list, scores.length),
    moves: reference && movement(list, reference.ranking, hidden, within),
    scores,
    scale: answer.scale,
  };
}

/** Share of the bar that is filled, 0 to 1. */
export function barShare(score: number, { low, high }: RankedView['scale']): number {
  return high > low ? Math.min(1, Math.max(0, (score - low) / (high - low))) : 0;
}

export type Move = { kind: 'up' | 'down'; places: number } | { kind: 'same' | 'new' | 'none' };

export function moveAt(moves: Float64Array | null, position: number): Move {
  if (!moves) return { kind: 'none' };
  const places = moves[position];
  if (places === NEW) return { kind: 'new' };
  if (places === 0) return { kind: 'same' };
  return { kind: places > 0 ? 'up' : 'down', places: Math.abs(places) };
}

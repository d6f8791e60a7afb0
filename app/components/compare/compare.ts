/** What differs between two answers: pure arithmetic on what the adapter sent. */
import type { Answer } from '../../store/adaptation';
import { listed, rankTable, UNKNOWN } from '../../store/ranking';
import type { ModulationDetail } from '../../protocol/vocabulary';
import { cellRows, type CellTarget } from '../film-view/rows';
import { columns, links, moduleName } from '../route-view/routes';

/** Movies of each side that the slope chart lists. */
export const SLOPES = 12;

/** One movie on both sides; ranks count from 1, 0 where it is not ranked. */
export interface Slope {
  item: number;
  before: number;
  now: number;
}

/**
 * The first movies of either ranking with their ranks in both. Movies of either support set are left
 * out of both: a movie that was added did not fall.
 */
export function slopes(before: Answer, now: Answer, count = SLOPES): Slope[] {
  const given = new Set([...before.support.items, ...now.support.items].map(({ item }) => item));
  const listOf = ({ adaptation }: Answer) =>
    listed(adaptation.order, given, null).filter((item) => item !== UNKNOWN);
  const [lists, size] = [[before, now].map(listOf), now.adaptation.scores.length];
  const [old, current] = lists.map((list) => rankTable(list, size));
  const items = new Set(lists.flatMap((list) => [...list.subarray(0, count)]));
  return [...items]
    .map((item) => ({ item, before: old[item], now: current[item] }))
    .sort((a, b) => a.now - b.now);
}

/** How far two vectors are apart, as an angle's cosine and as a distance. */
export function apart(a: Float32Array, b: Float32Array): { cosine: number; distance: number } {
  let [dot, aa, bb, gap] = [0, 0, 0, 0];
  for (let d = 0; d < a.length; d++) {
    dot += a[d] * b[d];
    aa += a[d] * a[d];
    bb += b[d] * b[d];
    gap += (a[d] - b[d]) ** 2;
  }
  return { cosine: aa && bb ? dot / Math.sqrt(aa * bb) : NaN, distance: Math.sqrt(gap) };
}

/** A number on both sides. */
export interface Change<Place> {
  place: Place;
  before: number;
  now: number;
}

/** The largest changes first. */
export const largestChanges = <P>(changes: readonly Change<P>[], count: number): Change<P>[] =>
  [...changes]
    .sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before))
    .slice(0, count);

/** Dimension by dimension. */
export const contextChanges = (a: Float32Array, b: Float32Array): Change<number>[] =>
  Array.from(a, (before, place) => ({ place, before, now: b[place] }));

/** Where a number of a modulation stands: a unit's cell, or a route between modules. */
export type ModulationPlace =
  | { kind: 'cell'; target: CellTarget; layer: number; unit: number }
  /** `to` is null for the readout. */
  | { kind: 'route'; from: string; to: string | null };

/** Number by number; null where the two modulate in different ways. */
export function modulationChanges(
  a: ModulationDetail,
  b: ModulationDetail,
): Change<ModulationPlace>[] | null {
  if (a.kind === 'soft' && b.kind === 'soft') {
    const counts = columns(b.routes);
    const current = links(b.routes);
    const old = links(a.routes);
    if (old.length !== current.length) return null;
    return current.map(({ layer, source, target, weight }, k) => ({
      place: {
        kind: 'route',
        from: moduleName(counts, layer, source, ''),
        to: moduleName(counts, layer + 1, target, '') || null,
      },
      before: old[k].weight,
      now: weight,
    }));
  }
  const [old, current] = [cellRows(a), cellRows(b)];
  const fits = (row: (typeof old)[number], k: number) =>
    old[k]?.target === row.target && old[k].values.length === row.values.length;
  if (a.kind !== b.kind || current.length !== old.length || !current.every(fits)) return null;
  return current.flatMap(({ target, layer, values }, k) =>
    Array.from(values, (now, unit): Change<ModulationPlace> => ({
      place: { kind: 'cell', target, layer, unit },
      before: old[k].values[unit],
      now,
    })),
  );
}

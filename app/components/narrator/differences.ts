/** What an answer changed, against the one that was told of last: plain counts, no words. */
import { decadeIndex, genreIndices } from '../../../src/data/genres';
import { DECADES, GENRES } from '../../../src/data/types';
import type { ModulationKind } from '../../../src/model/types';
import type { Interventions, PageSetting, SupportItem } from '../../protocol/vocabulary';
import type { Deed, Differences, Way } from '../../strings/narration';

/** Recommendations that are compared. */
export const FIRST = 20;
/** What leaves the context as it is, or changes the map too. */
const MOVES_NO_DOT: readonly Deed['kind'][] = ['cell', 'route', 'unmodulated', 'network'];
/** A genre or decade rose when so many more of the first films have it. */
const RISE = 2;

/** The model that answered. */
export interface Network {
  /** Its variant, as text. */
  variant: string;
  modulation: ModulationKind;
  /** Whether it has other than random weights. */
  hasLearned: boolean;
}

/** An answer, as far as the narrator looks at it. */
export interface Scene {
  setting: PageSetting;
  /** Scenario whose films these are; null for a new visitor. */
  genre: string | null;
  support: readonly SupportItem[];
  network: Network;
  interventions: Interventions | null;
  /** The first recommendations, best first. */
  first: readonly number[];
  /** Place on the context map; null where there is none. */
  point: readonly [number, number] | null;
}

/** @returns null where nothing was done that the narrator tells of */
export function deedOf(before: Scene, now: Scene): Deed | null {
  if (before.setting !== now.setting) return null;
  if (before.network.variant !== now.network.variant) {
    const { modulation, hasLearned } = now.network;
    return { kind: 'network', modulation, hasLearned };
  }
  const labels = new Map(before.support.map(({ item, label }) => [item, label]));
  const present = new Set(now.support.map(({ item }) => item));
  const added = now.support.filter(({ item }) => !labels.has(item));
  const changed = now.support.filter(({ item, label }) => (labels.get(item) ?? label) !== label);
  const removed = before.support.filter(({ item }) => !present.has(item));
  const films = added.length + changed.length + removed.length;
  if (now.genre !== null && before.genre !== now.genre) {
    return now.support.length > 0
      ? { kind: 'genre', genre: now.genre, films: now.support.length }
      : null;
  }
  // All of them liked, or all of them rated, and nothing else done: the films can be named.
  if (added.length > 1 && added.length === films && added.every(({ label }) => label > 0)) {
    return { kind: 'picked', items: added.map(({ item }) => item) };
  }
  if (films > 1) return now.support.length === 0 ? { kind: 'cleared' } : { kind: 'several', films };
  if (removed.length === 1) return { kind: 'removed', item: removed[0].item };
  const [pair] = [...added, ...changed];
  if (pair) {
    const { item, label } = pair;
    if (now.setting === 'user') return { kind: 'rated', item, stars: label };
    if (label === 0) return { kind: 'disliked', item };
    return { kind: added.length > 0 ? 'added' : 'liked', item };
  }
  if (before.interventions !== now.interventions) {
    return overrideDeed(before.interventions ?? {}, now.interventions);
  }
  const sameOrder = now.support.every(({ item }, k) => before.support[k].item === item);
  return sameOrder ? null : { kind: 'reordered' };
}

/** The newest override, the one with the widest effect first; where there is none, an override was undone. */
function overrideDeed(before: Interventions, now: Interventions | null): Deed {
  const fresh = <T>(all: readonly T[] = [], known: readonly T[] = []) =>
    all.filter((one) => !known.includes(one));
  if (now?.context && now.context !== before.context) return { kind: 'context' };
  const layers = fresh(now?.layers, before.layers).map((layer) => layer + 1);
  if (layers.length > 0) return { kind: 'unmodulated', layers };
  if (fresh(now?.routes, before.routes).length > 0) return { kind: 'route' };
  if (fresh(now?.cells, before.cells).length > 0) return { kind: 'cell' };
  return { kind: 'released', all: now === null };
}

/** The group that gained most films, if at least `RISE`; of equals the first. */
function risen(
  before: readonly number[],
  now: readonly number[],
  groups: number,
  groupsOf: (item: number) => readonly number[],
): number | null {
  const gain = new Array<number>(groups).fill(0);
  for (const item of now) for (const group of groupsOf(item)) gain[group]++;
  for (const item of before) for (const group of groupsOf(item)) gain[group]--;
  const most = Math.max(...gain);
  return most >= RISE ? gain.indexOf(most) : null;
}

/** Of each film, what the narrator needs to know. */
export interface Traits {
  year: ArrayLike<number>;
  genres: ArrayLike<number>;
}

/**
 * @param way where the point went, where the map says so
 * @returns null where there is nothing to tell
 */
export function differences(
  before: Scene,
  now: Scene,
  { year, genres }: Traits,
  way: Way | null,
): Differences | null {
  const deed = deedOf(before, now);
  if (!deed) return null;
  const [then, first] = [before.first.slice(0, FIRST), now.first.slice(0, FIRST)];
  const known = new Set(then);
  const decadeOf = (item: number) => {
    const decade = decadeIndex(year[item]);
    return decade < 0 ? [] : [decade];
  };
  return {
    deed,
    genre: risen(then, first, GENRES.length, (item) => genreIndices(genres[item])),
    decade: risen(then, first, DECADES.length, decadeOf),
    fresh: first.filter((item) => !known.has(item)).length,
    of: first.length,
    way: MOVES_NO_DOT.includes(deed.kind) ? null : way,
  };
}

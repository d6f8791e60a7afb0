/** What the narrator has to say, before it is words of a language. */

import type { ModulationKind } from '../../src/kinds';

/** What the visitor did. */
export type Deed =
  | { kind: 'added' | 'disliked' | 'removed' | 'liked'; item: number }
  | { kind: 'rated'; item: number; stars: number }
  | { kind: 'genre'; genre: string; films: number }
  | { kind: 'several'; films: number }
  /** Several came in one after another: all of them, in that order. */
  | { kind: 'picked'; items: readonly number[] }
  /** A list of the visitor's own became the support set. */
  | { kind: 'taken'; films: number }
  | { kind: 'cleared' | 'reordered' }
  /** Held: one number, one route, or the context of another task in place of the own. */
  | { kind: 'cell' | 'route' | 'context' }
  /** Layers that pass now as if there were no modulation, counted from 1. */
  | { kind: 'unmodulated'; layers: readonly number[] }
  /** Another variant answers now; `hasLearned` is false where it has random weights. */
  | { kind: 'network'; modulation: ModulationKind; hasLearned: boolean }
  /** Let go of: all that was held, or only some of it. */
  | { kind: 'released'; all: boolean };

/** Where the point went. */
export interface Way {
  /** Length as a share of the map's width. */
  share: number;
  /** Scenario whose middle is nearest now, where another one was before. */
  towards: string | null;
}

export interface Differences {
  deed: Deed;
  /** The genre and the decade of which the first films hold more than before; null: none. */
  genre: number | null;
  decade: number | null;
  /** Films among the first that were not there before, and how many were looked at. */
  fresh: number;
  of: number;
  way: Way | null;
}

/** What a sentence needs to name things. */
export interface Names {
  titleOf: (item: number) => string;
  /** Name of a scenario by its identifier. */
  genreOf: (id: string) => string;
  modulationOf: (kind: ModulationKind) => string;
  percent: (share: number) => string;
}

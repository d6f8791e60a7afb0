/** Which units of the modulated backbone a ranking hangs on: types only. */
import type { Interventions, SupportItem } from './vocabulary';

export interface UnitEffectsQuestion {
  support: SupportItem[];
  interventions?: Interventions;
}

/** What each unit does to the ranking when it alone is left unmodulated. Most influential first. */
export interface UnitEffects {
  /** By place in this list: layer and unit, both counted from 0. */
  layer: Uint16Array;
  unit: Uint16Array;
  /** By place in this list: how many of the first `first` films others would take the place of. */
  replaced: Uint16Array;
  /** By place in this list: mean over all candidates of how far a score moves, in the scores' own unit. */
  change: Float32Array;
  /** Films at the head of the ranking that are compared: 20, or all of fewer. */
  first: number;
  /** Films ranked: all of the catalogue but the support set. */
  candidates: number;
  /** Training steps of the parameters that it was computed with. */
  steps: number;
}

/** One number of one unit: which films have most of it, and which least? */
export interface UnitFilmsQuestion extends UnitEffectsQuestion {
  target: 'gamma' | 'beta' | 'gate';
  /** Both counted from 0. */
  layer: number;
  unit: number;
}

export interface UnitFilms {
  /** Largest first. Empty, as `least`, where the number is the same for every film. */
  most: FilmValue[];
  /** Smallest first. */
  least: FilmValue[];
  /** Films looked at: the likeliest 500 without the support set. */
  films: number;
}

export interface FilmValue {
  item: number;
  value: number;
}

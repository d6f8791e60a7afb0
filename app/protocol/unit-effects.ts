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

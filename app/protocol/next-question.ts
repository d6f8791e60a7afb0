/** What to ask a new visitor next: types only. */
import type { SupportItem } from './vocabulary';

export interface NextQuestion {
  /** What was rated so far. */
  support: SupportItem[];
  /** Films that may be asked about: none of the support set, and such as a visitor can know. */
  candidates: number[];
}

/** Candidates by how much an answer would teach the model, most first. */
export interface NextAnswer {
  items: Uint32Array;
  /** Places that a film of the ranking would move, mean over films and likely answers, 'not seen' among them. */
  shift: Float32Array;
  /** Share of people who have seen them, 0..1. */
  seen: Float32Array;
  /** Stars that the model predicts for them, as it ranks: they may lie outside 0.5..5. */
  predicted: Float32Array;
  /** Films whose places were compared. */
  compared: number;
}

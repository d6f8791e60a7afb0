/** What to ask a new visitor next, and by what ways of asking it was measured. */
import type { SupportItem } from './vocabulary';

/** Who chooses the films: the model, MeLU's evidence candidates, how many have rated them, or chance. */
export const METHODS = ['asked', 'evidence', 'popular', 'random'] as const;
export type Method = (typeof METHODS)[number];

/** A question is one whether or not the film has been seen; an answer is a rating. */
export const UNITS = ['questions', 'answers'] as const;
export type Unit = (typeof UNITS)[number];

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

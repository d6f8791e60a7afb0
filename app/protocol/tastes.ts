/** What two models make of one support set, side by side (the scene 'Two tastes'). */
import type { SupportItem } from './vocabulary';

export interface TasteQuestion {
  support: SupportItem[];
  /** Recommendations wanted of each. */
  count: number;
  /** Of attention: 1 as learned, 0 for uniform weights. */
  sharpness: number;
}

export interface TasteLists {
  /** Best first, without what is in the support set: of the model that reads it as one vector. */
  vector: Uint32Array;
  /** Of the model in which each candidate attends over the support pairs. */
  attention: Uint32Array;
  /** Its weights, `[recommendations, support]`: each row sums to 1, or to 0 where nothing is liked (disliked). */
  likes: Float32Array;
  dislikes: Float32Array;
  /** Both models come trained; false on data that no checkpoint is for. */
  trained: boolean;
}

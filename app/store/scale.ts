import { UNKNOWN } from './ranking';

/** Scores at which a bar is empty and full. */
export interface Scale {
  low: number;
  high: number;
}

/** From the middle of the catalogue, as far as it is known, to its best movie. */
export function scaleOf({ order, scores }: { order: Uint32Array; scores: Float32Array }): Scale {
  const end = order.indexOf(UNKNOWN);
  const known = end < 0 ? order.length : end;
  return { low: scores[order[known >> 1]], high: scores[order[0]] };
}

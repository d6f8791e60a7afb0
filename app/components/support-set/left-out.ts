/** What one support movie is for: context and ranking without it, from the batch of all of them. */
import type { AdaptationSlice, Answer } from '../../store/adaptation';

/** The first so many recommendations; of these the page says how many would go. */
const FIRST = 20;

export interface LeftOutEffect {
  /** Way of the context without the movie, in lengths of the context; null where that is zero. */
  shift: number | null;
  /** How many of the first `of` recommendations are no longer among them. */
  leaving: number;
  of: number;
}

/** The support position of the movie that is pointed at, or -1 where nothing is known of it. */
function positionOf(
  leftOut: AdaptationSlice['leftOut'],
  answer: Answer | null,
  without: number | null,
): number {
  if (!leftOut || leftOut.answer !== answer || without === null) return -1;
  return leftOut.answer.support.items.findIndex((pair) => pair.item === without);
}

/** Where on the map the visitor's point would be without the movie; null where that is not known. */
export function pointWithout(
  leftOut: AdaptationSlice['leftOut'],
  answer: Answer | null,
  without: number | null,
): [number, number] | null {
  const position = positionOf(leftOut, answer, without);
  return leftOut?.effect.points[position] ?? null;
}

/** Null where nothing was worked out for the present answer, or no support movie is pointed at. */
export function effectWithout(
  leftOut: AdaptationSlice['leftOut'],
  answer: Answer | null,
  without: number | null,
): LeftOutEffect | null {
  const position = positionOf(leftOut, answer, without);
  if (!leftOut || position < 0) return null;
  const { items, rankChange, contextShift } = leftOut.effect;
  const length = Math.hypot(...leftOut.answer.adaptation.context);
  const changes = rankChange.subarray(position * items.length, (position + 1) * items.length);
  const of = Math.min(FIRST, items.length);
  return {
    shift: length > 0 ? contextShift[position] / length : null,
    leaving: changes.subarray(0, of).filter((change, place) => place + change >= of).length,
    of,
  };
}

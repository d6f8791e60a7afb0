/**
 * Bars as long as scores are high. Their scale changes with every answer, so lengths are written into
 * the bars themselves: rows are not rendered for them, and a variable that all of the list inherited
 * would have the browser work out the style of every element in it.
 */
import { useLayoutEffect, type RefObject } from 'react';
import type { Scale } from '../../store/scale';

interface Options {
  /** The list whose children are the rows of `drawn`, in this order. */
  container: RefObject<HTMLElement | null>;
  drawn: readonly number[];
  /** By item. */
  scores: Float32Array;
  scale: Scale;
}

export function useScoreBars({ container, drawn, scores, scale: { low, high } }: Options): void {
  useLayoutEffect(() => {
    const bars = container.current?.querySelectorAll<HTMLElement>('.rank-bar i') ?? [];
    bars.forEach((bar, k) => {
      const length = Math.min(1, Math.max(0, (scores[drawn[k]] - low) / (high - low)));
      bar.style.transform = `scaleX(${length || 0})`;
    });
  });
}

/** The page's diverging scale: orange below the neutral value, purple above, pale at it. */

/** A CSS colour for `deviation` from neutral where `reach` is the deviation of full colour. */
export function diverging(deviation: number, reach: number): string {
  const share = reach > 0 ? Math.min(1, Math.abs(deviation) / reach) : 0;
  const colour = deviation < 0 ? '--neg' : '--pos';
  return `color-mix(in oklab, var(${colour}) ${(100 * share).toFixed(1)}%, var(--hair))`;
}

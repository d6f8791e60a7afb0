/** The page's diverging scale: orange below the neutral value, purple above, pale at it. */

/** How much of full colour a deviation has, 0 to 1. */
export const share = (deviation: number, reach: number): number =>
  reach > 0 ? Math.min(1, Math.abs(deviation) / reach) : 0;

/** A CSS colour for `deviation` from neutral where `reach` is the deviation of full colour. */
export function diverging(deviation: number, reach: number): string {
  const colour = deviation < 0 ? '--neg' : '--pos';
  return `color-mix(in oklab, var(${colour}) ${(100 * share(deviation, reach)).toFixed(1)}%, var(--hair))`;
}

const CORNER = 2;

/**
 * Corner radius of a cell of that size: the second cue beside colour. Square at neutral and above,
 * the rounder the further below; in whole pixels, as a browser lays out anew what changes its corners.
 */
export const cornerOf = (deviation: number, reach: number, size: number): number =>
  deviation < 0
    ? Math.round(CORNER + (size / 2 - CORNER) * Math.sqrt(share(deviation, reach)))
    : CORNER;

/**
 * Times what may be shorter than a step of the clock. Browsers round `performance.now()`, to 0.005 or 0.1 ms
 * in Chromium and to 1 ms in Firefox and WebKit: one adaptation alone would take 0 ms there.
 */

/** A measured time has at least so many steps of the clock: it is right within a tenth. */
const STEPS = 10;

/** A clock, ms. */
export type Now = () => number;

const page: Now = () => performance.now();

/** The smallest step that the clock was seen to take, ms. */
export function clockStep(now: Now = page): number {
  let smallest = Infinity;
  for (let look = 0; look < 3; look++) {
    const from = now();
    let to = now();
    while (to === from) to = now();
    smallest = Math.min(smallest, to - from);
  }
  return smallest;
}

/**
 * Mean time of one run, ms, over as many in a row as the clock needs; one where a run is long enough.
 * @param step of the clock, ms
 */
export async function timed(
  run: () => Promise<void>,
  step: number,
  now: Now = page,
): Promise<number> {
  const start = now();
  for (let runs = 1; ; runs++) {
    await run();
    const elapsed = now() - start;
    if (elapsed >= STEPS * step) return elapsed / runs;
  }
}

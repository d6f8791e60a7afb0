import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockStep, timed } from '../../../../app/workers/race/clock';

/** A clock that shows whole multiples of `step`; each look at it takes `look` ms. */
function roundedClock(step: number, look = 0.001) {
  let real = 0.37 * step;
  return {
    now: () => Math.floor((real += look) / step) * step,
    pass: (ms: number) => void (real += ms),
  };
}

it('finds the step of a clock that is rounded', () => {
  for (const step of [0.005, 0.1, 1]) {
    expect(clockStep(roundedClock(step).now)).toBeCloseTo(step, 9);
  }
});

it('times what is shorter than a step of the clock, within a tenth', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.double({ min: 0.05, max: 40, noNaN: true }),
      fc.constantFrom(0.005, 0.1, 1),
      async (cost, step) => {
        const clock = roundedClock(step);
        const mean = await timed(async () => clock.pass(cost), step, clock.now);
        // The look at the clock after each run counts, as little as that is.
        expect(Math.abs(mean - cost)).toBeLessThan(0.12 * cost + 0.002);
        expect(mean).toBeGreaterThan(0);
      },
    ),
  );
});

it('runs once what is long', async () => {
  const clock = roundedClock(1);
  let runs = 0;
  await timed(
    async () => {
      runs += 1;
      clock.pass(50);
    },
    1,
    clock.now,
  );
  expect(runs).toBe(1);
});

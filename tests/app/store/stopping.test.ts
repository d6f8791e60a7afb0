import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasStoppedRising, STOPPING } from '../../../app/store/stopping';

const RULE = { patience: 3, leastSteps: 300 };

/** A run that was measured every 100 steps from its start. */
const run = (values: readonly number[], metric = 'recall@20') =>
  values.map((value, k) => ({ step: 100 * k, tasksSeen: 800 * k, metric, value }));

describe('hasStoppedRising', () => {
  it('waits for three measurements that are no better than the best before them', () => {
    expect(hasStoppedRising(run([0.1, 0.3, 0.5, 0.4, 0.4]), RULE)).toBe(false);
    expect(hasStoppedRising(run([0.1, 0.3, 0.5, 0.4, 0.4, 0.5]), RULE)).toBe(true);
    expect(hasStoppedRising(run([0.1, 0.3, 0.5, 0.4, 0.4, 0.51]), RULE)).toBe(false);
  });

  it('takes an error that falls for better', () => {
    expect(hasStoppedRising(run([0.7, 0.69, 0.68, 0.67], 'mae'), RULE)).toBe(false);
    expect(hasStoppedRising(run([0.67, 0.68, 0.69, 0.7], 'mae'), RULE)).toBe(true);
  });

  it('never stops before its least step, nor before anything was measured', () => {
    expect(hasStoppedRising([], RULE)).toBe(false);
    expect(hasStoppedRising(run([0.5, 0.4, 0.3, 0.2]), { ...RULE, leastSteps: 301 })).toBe(false);
    expect(hasStoppedRising(run([0.5, 0.4, 0.3, 0.2]), RULE)).toBe(true);
  });

  it('never stops a run whose last measurement is its best, and always one that stays level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4 }),
        (values) => {
          expect(hasStoppedRising(run([...values, 2]), STOPPING)).toBe(false);
          const level = [
            ...values,
            ...values.slice(0, STOPPING.patience).fill(Math.max(...values)),
          ];
          expect(hasStoppedRising(run(level), STOPPING)).toBe(true);
        },
      ),
    );
  });
});

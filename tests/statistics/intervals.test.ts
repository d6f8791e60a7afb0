import { describe, expect, it } from 'vitest';
import { createRandom, normal } from '../../src/data/random';
import { bootstrapMean, quantile } from '../../src/statistics/bootstrap';
import { interval95 } from '../../src/statistics/interval';
import { centralT, tQuantile } from '../../src/statistics/student';

describe('Student’s t', () => {
  it('has the quantiles of scipy.stats.t.ppf(0.975, df)', () => {
    const known: Record<number, number> = {
      1: 12.706204736174694,
      2: 4.302652729749462,
      3: 3.1824463052837078,
      4: 2.7764451051977934,
      7: 2.364624251592784,
      30: 2.0422724563012378,
      101: 1.983731002955606,
    };
    for (const [df, t] of Object.entries(known)) {
      expect(tQuantile(0.95, Number(df))).toBeCloseTo(t, 9);
    }
    // scipy.stats.t.ppf(0.95, 4)
    expect(tQuantile(0.9, 4)).toBeCloseTo(2.1318467863266495, 10);
  });

  it('has the probabilities of 2 * scipy.stats.t.cdf(t, df) - 1', () => {
    expect(centralT(1.3, 5)).toBeCloseTo(0.749699365829323, 12);
    expect(centralT(0.7, 6)).toBeCloseTo(0.4898566190492404, 12);
  });
});

describe('interval95', () => {
  it('is that of scipy.stats.t.interval(0.95, 4, mean, sem)', () => {
    const { mean, half, n } = interval95([0.61, 0.64, 0.58, 0.67, 0.6]);
    expect(mean).toBeCloseTo(0.62, 12);
    expect(mean - half!).toBeCloseTo(0.5761005483457459, 9);
    expect(n).toBe(5);
  });

  it('has no width for a single run', () => {
    expect(interval95([5])).toEqual({ mean: 5, half: null, n: 1 });
  });

  it('holds the mean 95 times in 100 over three runs, where 1.96 standard errors hold it 81 times', () => {
    const random = createRandom(1);
    const trials = 8000;
    let [held, heldByNormal] = [0, 0];
    for (let trial = 0; trial < trials; trial++) {
      const runs = [7 + normal(random), 7 + normal(random), 7 + normal(random)];
      const { mean, half } = interval95(runs);
      if (Math.abs(mean - 7) < half!) held++;
      if (Math.abs(mean - 7) < (half! * 1.96) / tQuantile(0.95, 2)) heldByNormal++;
    }
    // Three standard errors of such a share are 0.007 and 0.013.
    expect(Math.abs(held / trials - 0.95)).toBeLessThan(0.01);
    expect(Math.abs(heldByNormal / trials - 0.811)).toBeLessThan(0.016);
  });
});

describe('bootstrapMean', () => {
  const groupsOf = (seeds: number, tasks: number, between: number, within: number, at: number) => {
    const random = createRandom(at);
    return Array.from({ length: seeds }, () => {
      const level = between * normal(random);
      return Array.from({ length: tasks }, () => level + within * normal(random));
    });
  };

  it('repeats with its seed', () => {
    const groups = groupsOf(3, 8, 1, 1, 2);
    expect(bootstrapMean(groups, createRandom(5), 200)).toEqual(
      bootstrapMean(groups, createRandom(5), 200),
    );
  });

  it('holds the mean about 95 times in 100 where all varies from task to task', () => {
    const trials = 400;
    let held = 0;
    for (let trial = 0; trial < trials; trial++) {
      const { low, high } = bootstrapMean(groupsOf(3, 30, 0, 1, 100 + trial), createRandom(trial), 300); // prettier-ignore
      if (low < 0 && high > 0) held++;
    }
    // Tasks of a seed that is drawn twice vary once: the bounds are a little wide.
    expect(held / trials).toBeGreaterThan(0.93);
  });

  it('is wider than a bootstrap of all tasks alike where seeds differ', () => {
    const groups = groupsOf(6, 40, 1, 0.2, 9);
    const nested = bootstrapMean(groups, createRandom(1), 2000);
    const alike = bootstrapMean([groups.flat()], createRandom(1), 2000);
    expect(nested.high - nested.low).toBeGreaterThan(3 * (alike.high - alike.low));
  });

  it('takes quantiles as numpy.quantile does', () => {
    expect(quantile([1, 2, 4, 8], 0.5)).toBe(3);
    // numpy.quantile([1, 2, 4, 8], 0.9)
    expect(quantile([1, 2, 4, 8], 0.9)).toBeCloseTo(6.8, 12);
  });
});

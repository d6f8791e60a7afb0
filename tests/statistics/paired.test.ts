import { describe, expect, it } from 'vitest';
import { difference, finding, pairedBySeed, pairedByTask } from '../../src/statistics/paired';

const bySeed = (...values: number[]) => new Map(values.map((value, seed) => [seed, value]));
const byTask = (...seeds: Record<string, number>[]) =>
  new Map(seeds.map((tasks, seed) => [seed, new Map(Object.entries(tasks))]));

describe('pairedBySeed', () => {
  it('is the interval of the differences, over the seeds that both have', () => {
    const { mean, half, n } = pairedBySeed(bySeed(1, 2, 4), new Map([[1, 1.5], [2, 2.5], [7, 9]]))!; // prettier-ignore
    // Differences 0.5 and 1.5: s = sqrt(0.5), t of one degree of freedom.
    expect([mean, n]).toEqual([1, 2]);
    expect(half).toBeCloseTo(12.706204736174694 * 0.5, 8);
  });

  it('sees a difference that hides in levels which go up and down together', () => {
    const levels = [0.4, 0.6, 0.5, 0.7];
    const a = bySeed(...levels.map((value, k) => value + 0.02 + 0.001 * k));
    const { mean, half } = pairedBySeed(a, bySeed(...levels))!;
    expect(mean - half!).toBeGreaterThan(0);
  });

  it('is null where no seed is shared', () => {
    expect(pairedBySeed(new Map([[0, 1]]), new Map([[1, 1]]))).toBeNull();
  });
});

describe('pairedByTask', () => {
  it('leaves out what only one of them has', () => {
    const a = byTask({ horror: 0.5, war: 0.75 }, { horror: 1 }, { drama: 1 });
    const b = byTask({ horror: 0.25, crime: 0.1 }, { horror: 0.5 }, { war: 1 });
    expect(pairedByTask(a, b)).toEqual([[0.25], [0.5]]);
  });
});

describe('finding', () => {
  it('is a difference only where every interval leaves 0 out', () => {
    const steady = difference(bySeed(0.6, 0.61, 0.62), bySeed(0.5, 0.51, 0.52))!;
    expect(finding(steady)).toBe('more');
    const reversed = difference(bySeed(0.5, 0.51, 0.52), bySeed(0.6, 0.61, 0.62))!;
    expect(finding(reversed)).toBe('less');
    // 0.1, 0, 0.2: 0.1 +- 0.25.
    expect(finding(difference(bySeed(0.6, 0.5, 0.7), bySeed(0.5, 0.5, 0.5))!)).toBe('none shown');
  });

  it('doubts steady seeds where tasks go both ways', () => {
    const one = { a: 1, b: -0.9, c: 0.2, d: -0.2 };
    const tasks = [byTask(one, one), byTask({ a: 0, b: 0, c: 0, d: 0 }, { a: 0, b: 0, c: 0, d: 0 })] as const; // prettier-ignore
    const both = difference(bySeed(0.025, 0.0251), bySeed(0, 0), tasks)!;
    expect(finding({ ...both, tasks: null })).toBe('more');
    expect(finding(both)).toBe('none shown');
  });

  it('knows nothing of a single run whose tasks were not kept', () => {
    expect(finding(difference(bySeed(0.6), bySeed(0.5))!)).toBe('unknown');
  });
});

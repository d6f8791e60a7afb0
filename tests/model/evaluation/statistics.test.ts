import { describe, expect, it } from 'vitest';
import {
  correlation,
  klDivergence,
  overlap,
  ranks,
  totalVariation,
} from '../../../src/model/evaluation/agreement';
import { meanRow, verdict } from '../../../src/model/evaluation/bars';
import { neighbourPurity, silhouette, varianceRatio } from '../../../src/model/evaluation/clusters';

describe('clusters', () => {
  const points = [[0], [1], [10], [11]];

  it('silhouette by hand', () => {
    // Point 0: own 1, other (10 + 11) / 2; point 1: own 1, other (9 + 10) / 2; the others mirror.
    const expected = ((10.5 - 1) / 10.5 + (9.5 - 1) / 9.5) / 2;
    expect(silhouette(points, ['a', 'a', 'b', 'b'])).toBeCloseTo(expected, 12);
    expect(silhouette(points, ['a', 'b', 'a', 'b'])).toBeLessThan(0);
  });

  it('counts a point alone in its cluster as 0', () => {
    expect(silhouette([[0], [5]], ['a', 'b'])).toBe(0);
  });

  it('neighbour purity by hand', () => {
    expect(neighbourPurity(points, ['a', 'a', 'b', 'b'], 1)).toBe(1);
    // Nearest two: of 0 {1, 10}, of 1 {0, 10}, of 10 {11, 1}, of 11 {10, 1}: one of two each.
    expect(neighbourPurity(points, ['a', 'a', 'b', 'b'], 2)).toBe(0.5);
  });

  it('variance ratio by hand', () => {
    // Centres 0.5 and 10.5 around 5.5: 25; points around their centres: 0.25.
    expect(varianceRatio(points, ['a', 'a', 'b', 'b'])).toBe(100);
  });
});

describe('agreement', () => {
  it('gives ties their mean rank', () => {
    expect(Array.from(ranks([3, 1, 3, 0]))).toEqual([2.5, 1, 2.5, 0]);
  });

  it('correlates', () => {
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    // Spearman of a swap of neighbours in four: 1 - 6 * 2 / (4 * 15).
    expect(correlation(ranks([1, 2, 3, 4]), ranks([2, 1, 3, 4]))).toBeCloseTo(0.8, 12);
  });

  it('overlaps', () => {
    expect(overlap([1, 2, 3, 4], [3, 4, 5, 6])).toBe(0.5);
  });

  it('compares routes target by target', () => {
    // Two sources, two targets: weights into target 0 are (1, 0) and (0.5, 0.5); target 1 the same.
    const shape = { sources: 2, targets: 2 };
    const p = [1, 0.3, 0, 0.7];
    const q = [0.5, 0.3, 0.5, 0.7];
    expect(klDivergence(p, q, shape)).toBeCloseTo(Math.log(2) / 2, 9);
    expect(totalVariation(p, q, shape)).toBeCloseTo(0.25, 12);
    expect(klDivergence(p, p, shape)).toBe(0);
  });
});

describe('bars', () => {
  it('says what is met, missed and unasked for', () => {
    const bars = [{ metric: 'a', atLeast: 2 }, { metric: 'b', atMost: 1 }]; // prettier-ignore
    expect(verdict(bars, 'a', 2)).toBe('met: at least 2');
    expect(verdict(bars, 'a', 1.9)).toBe('missed: at least 2');
    expect(verdict(bars, 'b', 1.1)).toBe('missed: at most 1');
    expect(verdict(bars, 'c', 0)).toBe('');
  });

  it('averages rows', () => {
    expect(meanRow([{ a: 1, b: 2 }, { a: 3, b: 4 }])).toEqual({ a: 2, b: 3 }); // prettier-ignore
  });
});

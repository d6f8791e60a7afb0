import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  curveRows,
  nearestTo,
  placeMarks,
  robustRange,
  smoothed,
  thinned,
} from '../../../../app/components/curves/series';

const curve = (ys: readonly number[]) => ys.map((y, x) => ({ x, y }));

describe('thinned', () => {
  it('keeps short curves as they are', () => {
    expect(thinned(curve([3, 1, 2]), 10)).toEqual(curve([3, 1, 2]));
  });

  it('keeps ends, extremes and order, in few points', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 40 }),
        (ys, buckets) => {
          const points = curve(ys);
          const kept = thinned(points, buckets);
          expect(kept.length).toBeLessThanOrEqual(2 * buckets + 2);
          expect(kept[0]).toEqual(points[0]);
          expect(kept.at(-1)).toEqual(points.at(-1));
          expect(Math.max(...kept.map(({ y }) => y))).toBe(Math.max(...ys));
          expect(Math.min(...kept.map(({ y }) => y))).toBe(Math.min(...ys));
          for (let k = 1; k < kept.length; k++) expect(kept[k].x).toBeGreaterThan(kept[k - 1].x);
        },
      ),
    );
  });

  it('draws 100,000 points with 802', () => {
    const long = curve(Array.from({ length: 100_000 }, (_, k) => Math.sin(k)));
    expect(thinned(long, 400).length).toBeLessThanOrEqual(802);
  });
});

describe('smoothed', () => {
  it('starts at the first value and leaves a constant alone', () => {
    expect(smoothed(curve([4, 0]))[0].y).toBeCloseTo(4, 12);
    for (const { y } of smoothed(curve([2, 2, 2, 2]))) expect(y).toBeCloseTo(2, 12);
  });

  it('is the weighted mean of what came before', () => {
    expect(smoothed(curve([0, 1]), 0.5)[1].y).toBeCloseTo(0.5 / 0.75, 12);
  });
});

describe('reading', () => {
  it('finds the nearest point', () => {
    const points = [0, 10, 20].map((x) => ({ x, y: x }));
    expect(nearestTo(points, 14)?.x).toBe(10);
    expect(nearestTo(points, 16)?.x).toBe(20);
    expect(nearestTo(points, 999)?.x).toBe(20);
    expect(nearestTo([], 1)).toBeUndefined();
  });

  it('is not pressed flat by one spike, but always shows the whole smooth curve', () => {
    const ys = Array.from({ length: 500 }, (_, k) => (k === 250 ? 80 : 1 + (k % 10) / 10));
    const [low, high] = robustRange(curve(ys), smoothed(curve(ys), 0.99));
    expect(low).toBeLessThanOrEqual(1);
    expect(high).toBeLessThan(4);
    const smooth = curve([0, 9]);
    expect(robustRange(curve(ys), smooth)).toEqual([0, 9]);
    expect(robustRange([], [])).toEqual([0, 1]);
  });
});

describe('placeMarks', () => {
  it('puts labels that would overlap on another line, and turns them at the right end', () => {
    const placed = placeMarks(
      [
        { x: 10, label: 'learning rate' },
        { x: 20, label: 'tasks a step' },
        { x: 200, label: 'lr' },
        { x: 298, label: 'learning rate' },
      ],
      (x) => x,
      300,
    );
    expect(placed.map(({ line }) => line)).toEqual([0, 1, 0, 1]);
    expect(placed.map(({ isLeft }) => isLeft)).toEqual([false, false, false, true]);
  });
});

describe('curveRows', () => {
  it('holds every loss of a short run, and held-out quality where it was measured', () => {
    const losses = Array.from({ length: 12 }, (_, k) => ({ tasksSeen: 40 * k, loss: 1 / (k + 1) }));
    const rows = curveRows(losses, [{ x: 80, y: 0.25 }, { x: 100, y: 0.5 }]); // prettier-ignore
    expect(rows).toHaveLength(13);
    expect(rows[0].slice(0, 2)).toEqual(['0', '1']);
    expect(rows[2]).toEqual(['80', String(1 / 3), expect.stringMatching(/^0\.\d{6}$/), '0.25']);
    expect(rows[3]).toEqual(['100', '', '', '0.5']);
    expect(rows.slice(4).every((row) => row[3] === '' && Number(row[1]) > 0)).toBe(true);
  });
});

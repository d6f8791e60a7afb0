import { describe, expect, it } from 'vitest';
import {
  BOX,
  columns,
  difference,
  entropies,
  isOverridden,
  links,
  linkWidth,
  moduleName,
  position,
  weightAt,
  type Routes,
} from '../../../../app/components/route-view/routes';

/** 2 modules to 2, then 2 to the readout. */
const ROUTES: Routes = [
  { sources: 2, targets: 2, weights: Float32Array.of(0.75, 0, 0.25, 1) },
  { sources: 2, targets: 1, weights: Float32Array.of(0.5, 0.5) },
];

describe('links', () => {
  it('reads weights as [source, target], and what flows into a target sums to 1', () => {
    const all = links(ROUTES);
    expect(all).toHaveLength(6);
    expect(all[2]).toEqual({ layer: 0, source: 1, target: 0, weight: 0.25 });
    for (const target of [0, 1]) {
      const into = all.filter((link) => link.layer === 0 && link.target === target);
      expect(into.reduce((sum, link) => sum + link.weight, 0)).toBe(1);
    }
    for (const link of all) expect(weightAt(ROUTES, link)).toBe(link.weight);
  });

  it('subtracts route by route', () => {
    const gap = difference(ROUTES, [
      { sources: 2, targets: 2, weights: Float32Array.of(0.25, 0, 0.75, 1) },
      ROUTES[1],
    ]);
    expect(links(gap).map(({ weight }) => weight)).toEqual([0.5, 0, -0.5, 0, 0, 0]);
  });

  it('grow wider with their weight, whatever its sign', () => {
    expect(linkWidth(0.5)).toBeGreaterThan(linkWidth(0.1));
    expect(linkWidth(-0.5)).toBe(linkWidth(0.5));
  });
});

describe('entropies', () => {
  it('are 0 bits for one source and log2 n for indifference', () => {
    const [mixed, single] = entropies(ROUTES[0]);
    expect(mixed).toBeCloseTo(0.8113, 4);
    expect(single).toBe(0);
    expect(entropies(ROUTES[1])).toEqual([1]);
    const even = { sources: 4, targets: 1, weights: new Float32Array(4).fill(0.25) };
    expect(entropies(even)).toEqual([2]);
  });
});

describe('layout', () => {
  const counts = [4, 4, 4, 1];
  const size = { width: 300, height: 190 };

  it('counts the modules of every column, the readout last', () => {
    expect(columns(ROUTES)).toEqual([2, 2, 1]);
  });

  it('keeps every box inside, columns evenly apart, the readout in the middle', () => {
    counts.forEach((count, column) => {
      for (let row = 0; row < count; row++) {
        const [x, y] = position(counts, column, row, size);
        expect(x - BOX.x).toBeGreaterThanOrEqual(0);
        expect(x + BOX.x).toBeLessThanOrEqual(size.width);
        expect(y - BOX.y).toBeGreaterThanOrEqual(0);
        expect(y + BOX.y + 12).toBeLessThanOrEqual(size.height);
      }
    });
    const xs = counts.map((_, column) => position(counts, column, 0, size)[0]);
    expect(xs[2] - xs[1]).toBeCloseTo(xs[1] - xs[0], 6);
    const [top, bottom] = [0, 3].map((row) => position(counts, 0, row, size)[1]);
    expect(position(counts, 3, 0, size)[1]).toBeCloseTo((top + bottom) / 2, 6);
  });

  it('names modules by column and row, and the last as the readout', () => {
    expect(moduleName(counts, 1, 2, 'score')).toBe('2.3');
    expect(moduleName(counts, 3, 0, 'score')).toBe('score');
  });

  it('knows which routes are overridden', () => {
    const overrides = [{ layer: 0, source: 1, target: 0, weight: 0.9 }];
    expect(isOverridden(overrides, { layer: 0, source: 1, target: 0 })).toBe(true);
    expect(isOverridden(overrides, { layer: 0, source: 0, target: 1 })).toBe(false);
  });
});

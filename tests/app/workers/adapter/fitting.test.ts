import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project, turn } from '../../../../app/workers/adapter/basis';
import { fitBasis, procrustes, refit } from '../../../../app/workers/adapter/fitting';
import { amongNearest, umapLayout } from '../../../../app/workers/adapter/umap';
import { createRandom, normal } from '../../../../src/data/random';

function cloud(n: number, dim: number, seed: number): Float32Array {
  const random = createRandom(seed);
  // Different spread in every direction, so that the axes are well defined.
  return Float32Array.from({ length: n * dim }, (_, k) => normal(random) * (dim - (k % dim)));
}

const rotate = (points: ArrayLike<number>, angle: number, flip: boolean) => {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return Float64Array.from(points, (_, k) => {
    const [x, y] = [points[k - (k % 2)], points[k - (k % 2) + 1] * (flip ? -1 : 1)];
    return k % 2 === 0 ? c * x - s * y : s * x + c * y;
  });
};

const distance = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, k) => Math.abs(value - b[k])));

describe('procrustes', () => {
  it('finds the turn and flip between two layouts', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.boolean(),
        (angle, flip) => {
          const points = cloud(30, 2, 1);
          const [a, b, c, d] = procrustes(points, rotate(points, angle, flip));
          const turned = Array.from({ length: 60 }, (_, k) => {
            const [x, y] = [points[k - (k % 2)], points[k - (k % 2) + 1]];
            return k % 2 === 0 ? a * x + b * y : c * x + d * y;
          });
          expect(distance(turned, rotate(points, angle, flip))).toBeLessThan(1e-4);
        },
      ),
    );
  });

  it('gives an orthogonal matrix for layouts that do not match', () => {
    const [a, b, c, d] = procrustes(cloud(20, 2, 1), cloud(20, 2, 2));
    expect(a * a + b * b).toBeCloseTo(1, 10);
    expect(a * c + b * d).toBeCloseTo(0, 10);
  });
});

describe('the linear map', () => {
  const rows = cloud(200, 6, 3);
  const basis = fitBasis(rows, 6);

  it('has orthonormal axes of largest variance', () => {
    const [x, y] = basis.axes;
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, k) => sum + v * b[k], 0);
    expect(dot(x, x)).toBeCloseTo(1, 8);
    expect(dot(x, y)).toBeCloseTo(0, 8);
    // The first two coordinates were drawn with the largest spread.
    expect(Math.hypot(x[0], y[0])).toBeGreaterThan(0.95);
    expect(basis.explained[0]).toBeGreaterThan(basis.explained[1]);
    expect(basis.explained[0] + basis.explained[1]).toBeLessThan(1);
  });

  it('puts the middle of its points at the origin', () => {
    const points = project(basis, rows);
    const mean = (axis: number) =>
      points.filter((_, k) => k % 2 === axis).reduce((a, b) => a + b) / 200;
    expect(mean(0)).toBeCloseTo(0, 4);
    expect(mean(1)).toBeCloseTo(0, 4);
  });

  it('places a point as it places the same point among others', () => {
    const one = project(basis, rows.subarray(12, 18));
    expect([...one]).toEqual([...project(basis, rows).subarray(4, 6)]);
  });

  it('does not jump when it is fitted again after small changes', () => {
    const turned = turn(basis, [0, -1, -1, 0]);
    const last = project(turned, rows);
    const random = createRandom(9);
    const moved = rows.map((value) => value + 0.02 * normal(random));
    const again = project(refit(moved, moved, 6, last), moved);
    expect(distance(again, last)).toBeLessThan(0.5);
    const free = project(refit(moved, moved, 6, null), moved);
    expect(distance(free, last)).toBeGreaterThan(2);
  });

  it('refuses a single point', () => {
    expect(() => fitBasis(new Float32Array(6), 6)).toThrow(RangeError);
  });
});

describe('umap', () => {
  it('is the same every time, keeps clusters apart and lets messages in', async () => {
    const random = createRandom(4);
    const rows = Float32Array.from({ length: 60 * 4 }, (_, k) =>
      Math.floor(k / 4) < 30 ? normal(random) : 20 + normal(random),
    );
    let turns = 0;
    const yieldToMessages = async () => void turns++;
    const points = await umapLayout(rows, 4, yieldToMessages);
    expect(points).toEqual(await umapLayout(rows, 4, yieldToMessages));
    expect(turns).toBeGreaterThan(40);
    // A new row of the second cluster lands among the second cluster.
    const [x, y] = amongNearest(Float32Array.of(20, 20, 20, 20), rows, points);
    const gap = (from: number) =>
      Math.min(
        ...Array.from({ length: 30 }, (_, k) =>
          Math.hypot(points[2 * (from + k)] - x, points[2 * (from + k) + 1] - y),
        ),
      );
    expect(gap(30)).toBeLessThan(gap(0));
  });
});

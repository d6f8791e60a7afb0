import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  cellRows,
  columnOrders,
  differenceRows,
  grownReach,
  ordersFit,
  reaches,
} from '../../../../app/components/film-view/rows';
import { seriation } from '../../../../app/components/film-view/seriation';
import type { ModulationDetail } from '../../../../app/protocol/vocabulary';

const film = (gamma: number[][], beta: number[][]): ModulationDetail => ({
  kind: 'film',
  gamma: gamma.map((list) => Float32Array.from(list)),
  beta: beta.map((list) => Float32Array.from(list)),
});

describe('cellRows', () => {
  it('interleaves gamma and beta by layer, each with its own neutral value', () => {
    const rows = cellRows(film([[1, 2], [3, 4]], [[0, 1], [2, 3]])); // prettier-ignore
    expect(rows.map(({ layer, target, neutral }) => [layer, target, neutral])).toEqual([
      [0, 'gamma', 1],
      [0, 'beta', 0],
      [1, 'gamma', 1],
      [1, 'beta', 0],
    ]);
  });

  it('has gates around one half, generated weights with their bias, and nothing for routes', () => {
    expect(cellRows({ kind: 'sigmoid', gate: [Float32Array.of(0.2)] })[0].neutral).toBe(0.5);
    const linear = cellRows({ kind: 'linear', weight: Float32Array.of(1, 2), bias: 3 });
    expect(linear.map(({ target, values }) => [target, ...values])).toEqual([
      ['weight', 1, 2],
      ['bias', 3],
    ]);
    expect(cellRows({ kind: 'soft', routes: [] })).toEqual([]);
    expect(cellRows({ kind: 'none' })).toEqual([]);
  });

  it('subtracts the first from the second, with 0 for no difference', () => {
    const rows = differenceRows(
      cellRows(film([[1, 2]], [[0, 1]])),
      cellRows(film([[1.5, 2]], [[0, -1]])),
    );
    expect(rows.map(({ values, neutral }) => [[...values], neutral])).toEqual([
      [[0.5, 0], 0],
      [[0, -2], 0],
    ]);
  });
});

describe('scaling', () => {
  const rows = cellRows(film([[1, 1.5], [0, 1]], [[0, -0.25], [2, 0]])); // prettier-ignore

  it('is the largest deviation of all layers, by gamma and beta, or of each row', () => {
    expect(reaches(rows, 'global')).toEqual([1, 2, 1, 2]);
    expect(reaches(rows, 'layer')).toEqual([0.5, 0.25, 1, 2]);
  });

  it('by unit only ever grows, and settles: the same rows again change nothing', () => {
    const first = grownReach([], rows);
    expect([...first[0]]).toEqual([0, 0.5]);
    const calmer = cellRows(film([[1.1, 1.2], [1, 1]], [[0, 0], [0, 0]])); // prettier-ignore
    const second = grownReach(first, calmer);
    expect(second[0][0]).toBeCloseTo(0.1, 6);
    expect(second[0][1]).toBe(0.5);
    // 1.1 has no exact float: a reach kept in less precision than it is compared in never settles.
    expect(grownReach(second, calmer)).toBe(second);
  });
});

describe('seriation', () => {
  it('is a permutation, and the same for the same input', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: 0, maxLength: 24 }),
        (values) => {
          const order = seriation(values.length, [values]);
          expect([...order].sort((a, b) => a - b)).toEqual(values.map((_, k) => k));
          expect(seriation(values.length, [values])).toEqual(order);
        },
      ),
    );
  });

  it('puts like beside like: shuffled groups come out whole', () => {
    const values = [0, 5, 0.1, -5, 5.1, -5.2, 0.2, 5.3];
    const order = seriation(values.length, [values]);
    expect(order.map((unit) => Math.round(values[unit] / 5))).toEqual([1, 1, 1, 0, 0, 0, -1, -1]);
  });

  it('tells units apart by every feature', () => {
    const order = seriation(4, [
      [0, 0, 0, 0],
      [0, 9, 0.1, 9.1],
    ]);
    expect(Math.abs(order.indexOf(0) - order.indexOf(2))).toBe(1);
    expect(Math.abs(order.indexOf(1) - order.indexOf(3))).toBe(1);
  });

  it('orders a layer of 64 units so that neighbours are closer than in the order of units', () => {
    const values = Array.from({ length: 64 }, (_, k) => Math.sin(k * 2.4) + Math.cos(k * 0.7));
    const order = seriation(64, [values]);
    const roughness = (units: number[]): number =>
      units.slice(1).reduce((sum, u, k) => sum + Math.abs(values[u] - values[units[k]]), 0);
    expect(roughness(order)).toBeLessThan(0.2 * roughness(values.map((_, k) => k)));
  });
});

describe('columnOrders', () => {
  it('gives gamma and beta of a layer one order, from all given tasks', () => {
    const one = cellRows(film([[1, 1, 1]], [[0, 0, 0]]));
    const two = cellRows(film([[5, 1, 5]], [[0, 3, 0]]));
    const [gamma, beta] = columnOrders([one, two]);
    expect(beta).toEqual(gamma);
    // Unit 1 differs from the others in the second task only: it stands at an end.
    expect(gamma.indexOf(1)).not.toBe(1);
  });

  it('fits rows of the same widths only', () => {
    const linear = cellRows({ kind: 'linear', weight: Float32Array.of(1, 2, 3), bias: 0 });
    const orders = columnOrders([linear]);
    expect(orders.map(({ length }) => length)).toEqual([3, 1]);
    expect(ordersFit(orders, linear)).toBe(true);
    expect(ordersFit(orders, cellRows(film([[1, 2]], [[1, 2]])))).toBe(false);
  });
});

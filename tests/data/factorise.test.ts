import { describe, expect, it } from 'vitest';
import { factoriseExplicit, ridgeRows } from '../../src/data/factorise/explicit';
import { factoriseImplicit, foldIn, itemGram } from '../../src/data/factorise/implicit';
import { addOuter, addOuters, solveInPlace } from '../../src/data/factorise/solve';
import { sparseRows } from '../../src/data/factorise/sparse';
import { createRandom, normal } from '../../src/data/random';

describe('solveInPlace', () => {
  it('solves a positive definite system', () => {
    const dim = 6;
    const random = createRandom(2);
    const m = Float64Array.from({ length: dim * dim }, () => normal(random));
    const a = new Float64Array(dim * dim);
    for (let i = 0; i < dim; i++)
      for (let j = 0; j < dim; j++) {
        for (let k = 0; k < dim; k++) a[i * dim + j] += m[i * dim + k] * m[j * dim + k];
        if (i === j) a[i * dim + j] += 1;
      }
    const x = Float64Array.from({ length: dim }, () => normal(random));
    const b = x.map((_, i) => x.reduce((sum, value, j) => sum + a[i * dim + j] * value, 0));
    solveInPlace(a.slice(), b, dim);
    x.forEach((value, i) => expect(b[i]).toBeCloseTo(value, 9));
  });

  it('refuses what is not positive definite', () => {
    expect(() => solveInPlace(Float64Array.of(0, 0, 0, 1), new Float64Array(2), 2)).toThrow(
      RangeError,
    );
  });
});

describe('addOuters', () => {
  it.each([1, 4, 7])('is the same sum to the last bit as row by row (dim %i)', (dim) => {
    const random = createRandom(dim);
    const matrix = Float64Array.from({ length: 9 * dim }, () => normal(random));
    for (let count = 0; count < 11; count++) {
      const rows = Uint32Array.from({ length: count }, () => random.integer(9));
      const slow = new Float64Array(dim * dim).fill(0.1);
      const fast = slow.slice();
      rows.forEach((row) => addOuter(slow, matrix, row * dim, dim, 10));
      addOuters(fast, matrix, rows, 0, count, dim, 10, new Float64Array(4 * dim));
      for (let i = 0; i < dim; i++) {
        for (let j = 0; j <= i; j++) expect(fast[i * dim + j]).toBe(slow[i * dim + j]);
      }
    }
  });
});

/** Two tastes: users 0-9 take items 0-9, users 10-19 take items 10-19; each misses one. */
function twoTastes() {
  const user: number[] = [];
  const item: number[] = [];
  for (let u = 0; u < 20; u++) {
    for (let k = 0; k < 10; k++) {
      if (k === u % 10) continue;
      user.push(u);
      item.push(u < 10 ? k : 10 + k);
    }
  }
  return { users: 20, items: 20, user, item };
}

const OPTIONS = { dim: 4, alpha: 10, reg: 1, iterations: 8, seed: 1 };
const dot = (a: ArrayLike<number>, i: number, b: ArrayLike<number>, j: number, dim: number) => {
  let sum = 0;
  for (let k = 0; k < dim; k++) sum += a[i * dim + k] * b[j * dim + k];
  return sum;
};

describe('factoriseImplicit', () => {
  const factors = factoriseImplicit(twoTastes(), OPTIONS);

  it('ranks the missing item of the own taste above all of the other taste', () => {
    for (let u = 0; u < 20; u++) {
      const missing = u < 10 ? u : 10 + (u % 10);
      const others = Array.from({ length: 10 }, (_, k) => (u < 10 ? 10 + k : k));
      const best = Math.max(...others.map((i) => dot(factors.user, u, factors.item, i, 4)));
      expect(dot(factors.user, u, factors.item, missing, 4)).toBeGreaterThan(best + 0.1);
    }
  });

  it('has unit deviation, repeats with its seed, and reports progress to 1', () => {
    for (const matrix of [factors.user, factors.item]) {
      const mean = matrix.reduce((a, b) => a + b) / matrix.length;
      const variance = matrix.reduce((a, b) => a + (b - mean) ** 2, 0) / matrix.length;
      expect(variance).toBeCloseTo(1, 4);
    }
    const seen: number[] = [];
    expect(factoriseImplicit(twoTastes(), OPTIONS, (done) => seen.push(done))).toEqual(factors);
    expect(seen).toHaveLength(OPTIONS.iterations);
    expect(seen.at(-1)).toBe(1);
  });

  it('folds a newcomer into the taste of the items seen', () => {
    const gram = itemGram(factors.item, 4, 1);
    const newcomer = foldIn([11, 12, 13], factors.item, gram, OPTIONS);
    expect(dot(newcomer, 0, factors.item, 17, 4)).toBeGreaterThan(
      dot(newcomer, 0, factors.item, 5, 4) + 0.1,
    );
  });
});

describe('explicit', () => {
  it('one half step is the ridge regression by hand (one dimension)', () => {
    // v = sum x y / (sum x^2 + reg): (1 * 2 + 2 * 3) / (1 + 4 + 1) for item 0, 0 for item 1.
    const rows = sparseRows(2, [0, 0], [0, 1]);
    const v = ridgeRows(rows, [2, 3], Float64Array.of(1, 2), { dim: 1, reg: 1 });
    expect(v[0]).toBeCloseTo(8 / 6, 12);
    expect(v[1]).toBe(0);
  });

  it('explains a rank-one table', () => {
    const user: number[] = [];
    const item: number[] = [];
    const value: number[] = [];
    for (let u = 0; u < 12; u++)
      for (let i = 0; i < 15; i++) {
        user.push(u);
        item.push(i);
        value.push((u % 2 ? 1 : -1) * (i % 3 ? 1 : -1));
      }
    const options = { dim: 3, reg: 0.1, iterations: 6, seed: 4 };
    const users = factoriseExplicit({ users: 12, items: 15, user, item, value }, options);
    const items = ridgeRows(sparseRows(15, item, user), value, users, options);
    value.forEach((y, k) => expect(dot(users, user[k], items, item[k], 3)).toBeCloseTo(y, 1));
  });
});

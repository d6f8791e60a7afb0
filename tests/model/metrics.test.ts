import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/data/random';
import { meanAbsoluteError, ndcgAtK, rankByScore, recallAtN } from '../../src/model/metrics';

describe('recall@N', () => {
  it('counts positives among the best', () => {
    const scores = [0.1, 0.9, 0.5, 0.7];
    expect(recallAtN(scores, [1, 2], 1)).toBe(0.5);
    expect(recallAtN(scores, [1, 2], 2)).toBe(0.5);
    expect(recallAtN(scores, [1, 2], 3)).toBe(1);
    expect(recallAtN(scores, [], 3)).toBeNaN();
  });

  it('gives a constant scorer what chance gives', () => {
    const scores = new Float32Array(100);
    const random = createRandom(1);
    const recalls = Array.from({ length: 400 }, () => recallAtN(scores, [0, 1, 2], 10, random));
    expect(recalls.reduce((a, b) => a + b) / recalls.length).toBeCloseTo(0.1, 1);
  });
});

describe('ndcg@K', () => {
  it('is 1 for the best order and as by hand for another', () => {
    expect(ndcgAtK([3, 2, 1], [5, 4, 1], 3)).toBe(1);
    // Order by prediction: ratings 1, 5; gains 1 and 31.
    const expected =
      (1 / Math.log2(2) + 31 / Math.log2(3)) / (31 / Math.log2(2) + 1 / Math.log2(3));
    expect(ndcgAtK([2, 1], [1, 5], 2)).toBeCloseTo(expected, 12);
  });
});

it('mean absolute error', () => {
  expect(meanAbsoluteError([1, 2, 4], [2, 2, 2])).toBe(1);
  expect(meanAbsoluteError([], [])).toBeNaN();
});

it('ranks stably without randomness, and shuffles only ties with it', () => {
  const scores = [1, 2, 1, 3, 1];
  expect(Array.from(rankByScore(scores))).toEqual([3, 1, 0, 2, 4]);
  const random = createRandom(1);
  const orders = Array.from({ length: 50 }, () => Array.from(rankByScore(scores, random)));
  expect(orders.every(([a, b]) => a === 3 && b === 1)).toBe(true);
  expect(new Set(orders.map(String)).size).toBe(6);
});

it('ranks floats as a comparator would, ties and signs included', () => {
  const value = fc.oneof(
    fc.float({ noNaN: true }),
    fc.constantFrom(0, -0, 1, -1, Infinity, -Infinity),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), (values) => {
      const scores = Float32Array.from(values);
      expect([...rankByScore(scores)]).toEqual([...rankByScore([...scores])]);
      const shuffled = rankByScore(scores, createRandom(5));
      expect([...shuffled]).toEqual([...rankByScore([...scores], createRandom(5))]);
    }),
  );
});

it('puts what is not a number last', () => {
  expect([...rankByScore(Float32Array.of(NaN, -Infinity, 2))]).toEqual([2, 1, 0]);
});

it('ranks thousands of floats, and puts what is not a number last', () => {
  const random = createRandom(2);
  // Few values, so that many are equal.
  const scores = Float32Array.from({ length: 3000 }, () => random.integer(400) / 7 - 25);
  expect([...rankByScore(scores)]).toEqual([...rankByScore([...scores])]);
  expect([...rankByScore(Float32Array.of(NaN, -Infinity, 2, NaN, 3))]).toEqual([4, 2, 1, 0, 3]);
});

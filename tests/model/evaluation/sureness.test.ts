import { describe, expect, it } from 'vitest';
import { errorsBySureness, evaluateRating } from '../../../src/model/evaluation/rating';
import type { Recommender } from '../../../src/model/systems';
import { tinyDataset } from '../../data/tiny';

describe('errors by sureness', () => {
  it('by hand: the half with the least spread, and the other', () => {
    const predicted = [3, 3, 3, 3];
    const stars = [3, 5, 4, 1];
    expect(errorsBySureness(predicted, stars, [0.1, 0.9, 0.2, 0.8])).toEqual([0.5, 2]);
    expect(errorsBySureness(predicted, stars, [0.9, 0.1, 0.8, 0.2])).toEqual([2, 0.5]);
  });

  it('of a single query both are its error', () => {
    expect(errorsBySureness([3], [4], [0.5])).toEqual([1, 1]);
  });
});

describe('the rating protocol', () => {
  const dataset = tinyDataset();
  const three: Recommender = {
    score: (_, users, items) => Promise.resolve(new Float32Array(users.length * items.length).fill(3)),
  }; // prettier-ignore
  /** Unsure of items with a large index. */
  const unsure: Recommender = {
    ...three,
    spread: (_, users, items) =>
      Promise.resolve(
        Float32Array.from(
          { length: users.length * items.length },
          (_, k) => items[k % items.length] / 100,
        ),
      ),
  };

  it('measures both halves of a system that says how unsure it is, and else as ever', async () => {
    const { metrics: plain } = await evaluateRating(dataset, three, 0);
    const { metrics } = await evaluateRating(dataset, unsure, 0);
    const { 'mae@surest': surest, 'mae@others': others, spread, ...rest } = metrics;
    expect(rest).toEqual(plain);
    // Ten queries a person: the halves are as large, and their mean is the whole.
    expect((surest + others) / 2).toBeCloseTo(plain.mae, 6);
    expect(surest).not.toBeCloseTo(others, 6);
    expect(spread).toBeGreaterThan(0);
  });
});

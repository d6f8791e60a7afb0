import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLevels, LEVELS, starsFor } from '../../../src/model/evaluation/star-levels';

const flat = new Float64Array(LEVELS).fill(1);
const nobody = new Float64Array(LEVELS);
const stars = fc.array(fc.integer({ min: 1, max: LEVELS }).map((half) => half / 2));
const score = fc.double({ min: -5, max: 15, noNaN: true });

describe('starsFor', () => {
  it('counts ratings by level', () => {
    expect([...countLevels([0.5, 5, 5, 3])]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 2]);
  });

  it('is the nearest level where all levels are as usual', () => {
    for (const [given, level] of [
      [3.2, 3],
      [3.3, 3.5],
      [2.5, 2.5],
      [9, 5],
      [-1, 0.5],
    ]) {
      expect(starsFor(given, nobody, flat)).toBe(level);
    }
  });

  it('is the median of levels by hand', () => {
    // Twenty threes and four fours, nobody else rates 3.5: 20 e^-0.98 : 4 e^-0.18 for 3.7, 3 wins.
    const own = countLevels([...Array<number>(20).fill(3), ...Array<number>(4).fill(4)]);
    const everybody = countLevels([3, 4]);
    expect(starsFor(3.6, own, everybody)).toBe(3);
    // 22.5 e^-(0.8 / 0.5)^2 / 2 = 6.26 for 3, 6.5 e^-(0.2 / 0.5)^2 / 2 = 6.00 for 4: the middle is in 3.
    expect(starsFor(3.8, own, everybody)).toBe(3);
    expect(starsFor(3.85, own, everybody)).toBe(4);
  });

  it('answers in levels that somebody uses, however far off the score is', () => {
    fc.assert(
      fc.property(score, stars, (given, own) => {
        const whole = countLevels([1, 2, 3, 4, 5]);
        const counted = countLevels(own);
        const answer = starsFor(given, counted, whole);
        expect(Number.isInteger(answer) || counted[2 * answer - 1] > 0).toBe(true);
      }),
    );
  });

  it('never falls where the score rises', () => {
    fc.assert(
      fc.property(score, score, stars, (a, b, own) => {
        const at = (given: number) => starsFor(given, countLevels(own), flat);
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
      }),
    );
  });
});

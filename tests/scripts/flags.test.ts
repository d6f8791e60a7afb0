import { describe, expect, it } from 'vitest';
import { oneOf, whole } from '../../scripts/lib/flags';

describe('flags', () => {
  it('are whole numbers from a least one on', () => {
    expect(whole('steps', '40')).toBe(40);
    expect(whole('seed', '0', 0)).toBe(0);
    for (const given of ['0', '-1', '1.5', 'x', '', ' ']) {
      expect(() => whole('steps', given)).toThrow(/--steps is '.*', expected a whole number/);
    }
    expect(() => whole('seed', '', 0)).toThrow(RangeError);
  });

  it('are one of a list', () => {
    expect(oneOf('setting', 'rating', ['ranking', 'rating'])).toBe('rating');
    expect(() => oneOf('setting', 'rate', ['ranking', 'rating'])).toThrow(/ranking or rating/);
  });
});

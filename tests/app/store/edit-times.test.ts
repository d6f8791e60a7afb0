import { describe, expect, it } from 'vitest';
import { usualTime, withTime } from '../../../app/store/adaptation';

const after = (...times: number[]) => times.reduce<readonly number[]>(withTime, []);

describe('the time of an edit', () => {
  it('is the median of the last nine: one slow edit does not show', () => {
    expect(usualTime({ editTimes: [] })).toBeNull();
    expect(usualTime({ editTimes: after(717) })).toBe(717);
    expect(usualTime({ editTimes: after(3.5, 717, 3.6) })).toBe(3.6);
    expect(usualTime({ editTimes: after(...Array<number>(20).fill(50), 4, 4, 4, 4, 4) })).toBe(4);
    expect(after(...Array.from({ length: 30 }, (_, k) => k))).toHaveLength(9);
  });
});

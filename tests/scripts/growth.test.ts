import { describe, expect, it } from 'vitest';
import { growthOf } from '../../scripts/lib/growth';
import { createRandom } from '../../src/data/random';

const times = Array.from({ length: 40 }, (_, k) => k / 2);
const random = createRandom(4);
const noise = times.map(() => random.uniform() - 0.5);

describe('growth', () => {
  it('is seen through noise', () => {
    const grown = growthOf(times, times.map((t, i) => 100 + t + 3 * noise[i])); // prettier-ignore
    expect(grown.slope).toBeCloseTo(1, 1);
    expect(grown.grows).toBe(true);
  });

  it('is not seen in noise alone, nor where it is too small to matter', () => {
    expect(growthOf(times, noise.map((n) => 100 + 30 * n)).grows).toBe(false); // prettier-ignore
    expect(growthOf(times, times.map((t) => 1000 + 0.01 * t)).grows).toBe(false); // prettier-ignore
    expect(growthOf(times, times.map(() => 7))).toMatchObject({ slope: 0, grows: false }); // prettier-ignore
    expect(growthOf(times, times.map((t) => 100 - t)).grows).toBe(false); // prettier-ignore
  });

  it('needs three measurements', () => {
    expect(() => growthOf([0, 1], [1, 2])).toThrow(RangeError);
  });
});

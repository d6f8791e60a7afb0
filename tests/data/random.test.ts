import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choice,
  createRandom,
  deriveSeed,
  normal,
  sampleWithoutReplacement,
  shuffle,
} from '../../src/data/random';

describe('createRandom', () => {
  it('repeats with the same seed and differs with another', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 8 }, () => random.uniform());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('stays in range', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, n) => {
        const random = createRandom(seed);
        const whole = random.integer(n);
        const real = random.uniform();
        return Number.isInteger(whole) && whole >= 0 && whole < n && real >= 0 && real < 1;
      }),
    );
  });
});

describe('deriveSeed', () => {
  it('gives each purpose and each seed its own stream', () => {
    const seeds = [0, 1, 2].flatMap((s) => ['split', 'tasks', 'init'].map((p) => deriveSeed(s, p)));
    expect(new Set(seeds).size).toBe(seeds.length);
  });
});

describe('normal', () => {
  it('has mean 0 and deviation 1', () => {
    const random = createRandom(3);
    const values = Array.from({ length: 20_000 }, () => normal(random));
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });
});

describe('shuffle and sampleWithoutReplacement', () => {
  it('shuffle keeps the members', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, values) => {
        const shuffled = shuffle(createRandom(seed), [...values]);
        expect([...shuffled].sort()).toEqual([...values].sort());
      }),
    );
  });

  it('draws different members, and all of them when asked for more', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(40), fc.nat(60), (seed, n, count) => {
        const population = Array.from({ length: n }, (_, k) => k);
        const sample = sampleWithoutReplacement(createRandom(seed), population, count);
        expect(sample.length).toBe(Math.min(n, count));
        expect(new Set(sample).size).toBe(sample.length);
        expect(sample.every((k) => k >= 0 && k < n)).toBe(true);
      }),
    );
  });

  it('draws every ordered pair about equally often', () => {
    const random = createRandom(11);
    const counts = new Map<string, number>();
    for (let n = 0; n < 12_000; n++) {
      const key = sampleWithoutReplacement(random, [0, 1, 2, 3], 2).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(12);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('choice', () => {
  it('refuses an empty list', () => {
    expect(() => choice(createRandom(0), [])).toThrow(RangeError);
  });
});

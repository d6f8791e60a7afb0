import { describe, expect, it } from 'vitest';
import type { RawData } from '../../src/data/raw-data';
import { buildDataset } from '../../src/data/build';
import { joinDomains } from '../../src/data/import/domains';
import { createRandom } from '../../src/data/random';

/** A table of clicks without genres or scenarios: shoppers of four tastes, sixty things each. */
function clicks(tastes = 4, things = 60, shoppers = 240, each = 24): RawData {
  const random = createRandom(3);
  const raw: RawData = { movies: [], user: [], item: [], halfStars: [] };
  for (let i = 0; i < tastes * things; i++) {
    raw.movies.push({ id: i + 1, title: `Thing ${i % tastes}`, year: 0, genres: 0 });
  }
  for (let user = 0; user < shoppers; user++) {
    const taken = new Set<number>();
    while (taken.size < each) {
      const taste = random.uniform() < 0.9 ? user % tastes : random.integer(tastes);
      taken.add(taste + tastes * random.integer(things));
    }
    for (const item of taken) {
      raw.user.push(user);
      raw.item.push(item);
      raw.halfStars.push(10);
    }
  }
  return raw;
}

/** Share of a scenario's items that are of its commonest taste. */
const purity = (titles: string[]): number => {
  const count = new Map<string, number>();
  titles.forEach((title) => count.set(title, (count.get(title) ?? 0) + 1));
  return Math.max(...count.values()) / titles.length;
};

describe('data without genres or scenarios', () => {
  it('get scenarios of items that the same people chose', () => {
    const { scenarios, movies } = buildDataset(clicks(), { seed: 1 });
    expect(scenarios.length).toBeGreaterThanOrEqual(4);
    expect(scenarios.some(({ fold }) => fold === 'metaTest')).toBe(true);
    const all = scenarios.map(({ items }) => [...items].map((item) => movies.title[item]));
    const shares = all.map(purity);
    expect(shares.reduce((a, b) => a + b) / shares.length).toBeGreaterThan(0.8);
    for (const { items, name } of scenarios) {
      expect(items.length).toBeGreaterThanOrEqual(20);
      expect(name).toMatch(/and alike$/);
    }
  });

  it('are the same with the same seed', () => {
    const names = () => buildDataset(clicks(), { seed: 4 }).scenarios.map(({ id }) => id);
    expect(names()).toEqual(names());
  });

  it('have one scenario of everything when they are too small for more', () => {
    const { scenarios } = buildDataset(clicks(2, 6, 30, 5), { seed: 1 });
    expect(scenarios).toHaveLength(1);
    expect(scenarios[0].items).toHaveLength(12);
  });

  it('have scenarios as one of several domains too', () => {
    const joined = joinDomains([
      { name: 'a', data: clicks() },
      { name: 'b', data: clicks() },
    ]);
    for (const name of ['a', 'b']) {
      const own = joined.scenarios!.filter(({ domain }) => domain === name);
      expect(own.length).toBeGreaterThanOrEqual(4);
      const titles = own.map(({ items }) => items.map((item) => joined.movies[item].title));
      for (const each of titles) expect(purity(each)).toBeGreaterThan(0.6);
      const [from, end] = name === 'a' ? [0, 240] : [240, 480];
      for (const item of own.flatMap(({ items }) => items)) {
        expect(item).toBeGreaterThanOrEqual(from);
        expect(item).toBeLessThan(end);
      }
    }
  });
});

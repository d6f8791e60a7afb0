import { describe, expect, it } from 'vitest';
import { GENERATED_NAME } from '../../src/data/import/generated-domain';
import { domainOf, twoDomains } from '../../src/data/two-domains';
import { tinyDataset } from './tiny';

const films = tinyDataset();
const joined = await twoDomains(films, 3);

describe('two domains as one', () => {
  it('hold every rating of the films, and the shop beside them', () => {
    const shop = joined.ratings.count - films.ratings.count;
    expect(shop).toBeGreaterThan(1000);
    expect(joined.movies.count).toBeGreaterThan(films.movies.count);
    expect(joined.manifest.counts.ratings).toBe(joined.ratings.count);
  });

  it('share no people: who rated a film bought nothing', () => {
    const things = new Set(
      joined.scenarios
        .filter(({ domain }) => domain === GENERATED_NAME)
        .flatMap(({ items }) => [...items]),
    );
    const domains = new Map<number, Set<boolean>>();
    joined.ratings.user.forEach((user, k) => {
      const seen = domains.get(user) ?? new Set();
      domains.set(user, seen.add(things.has(joined.ratings.item[k])));
    });
    expect([...domains.values()].every((seen) => seen.size === 1)).toBe(true);
  });

  it('have tasks of both in either fold, each of one domain', () => {
    for (const fold of ['metaTrain', 'metaTest']) {
      const domains = joined.scenarios
        .filter((scenario) => scenario.fold === fold)
        .map(({ id }) => domainOf(joined, id));
      expect(new Set(domains)).toEqual(new Set([films.manifest.title, GENERATED_NAME]));
    }
    expect(() => domainOf(joined, 'no such')).toThrow(RangeError);
  });

  it('are drawn by seed', async () => {
    const again = await twoDomains(films, 3);
    expect(again.manifest.files).toEqual(joined.manifest.files);
    const other = await twoDomains(films, 4);
    expect(other.manifest.files).not.toEqual(joined.manifest.files);
  });
});

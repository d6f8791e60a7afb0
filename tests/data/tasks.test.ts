import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundledDataset } from '../../scripts/lib/dataset';
import { createRandom } from '../../src/data/random';
import {
  CONJUNCTION_RULES,
  conjunctionPositives,
  jaccard,
} from '../../src/data/tasks/conjunctions';
import { ratedItems, sampleNegative } from '../../src/data/tasks/negatives';
import {
  groupByUser,
  rankingPool,
  restrictToItems,
  anonymousPool,
} from '../../src/data/tasks/pools';
import type { Positives } from '../../src/data/tasks/pools';
import { MAX_RATINGS, RATING_QUERY, ratersOf, ratingSampler } from '../../src/data/tasks/rating';
import { sampleRankingTask } from '../../src/data/tasks/ranking-task';
import type { TaskSampler } from '../../src/data/tasks/sampler';
import { mixedCatalogue, scenarioPositives, scenarioSampler } from '../../src/data/tasks/scenario';
import { anonymousSampler } from '../../src/data/tasks/anonymous';
import { SPLIT } from '../../src/data/types';
import type { Dataset, Pair } from '../../src/data/types';

let data: Dataset;
let splitOf: Map<string, number>;
const key = ({ user, item }: { user: number; item: number }) => `${user}:${item}`;
const positives = (pairs: Pair[]) => pairs.filter((p) => p.label === 1);
const negatives = (pairs: Pair[]) => pairs.filter((p) => p.label === 0);
const seeds = fc.integer({ min: 0, max: 1_000_000 });

beforeAll(async () => {
  data = await loadBundledDataset();
  const { user, item, split } = data.ratings;
  splitOf = new Map(
    Array.from(user.keys(), (k) => [key({ user: user[k], item: item[k] }), split[k]]),
  );
});

describe('pools', () => {
  const keys = (pool: Positives) =>
    Array.from(pool.user, (user, k) => key({ user, item: pool.item[k] }));

  it('of meta-training and meta-testing share no interaction and no background', () => {
    for (const poolOf of [rankingPool, anonymousPool]) {
      const train = new Set(keys(poolOf(data, 'metaTrain')));
      const test = keys(poolOf(data, 'metaTest'));
      expect(test.length).toBeGreaterThan(1000);
      expect(test.some((k) => train.has(k))).toBe(false);
      expect([...train, ...test].some((k) => splitOf.get(k) === SPLIT.background)).toBe(false);
    }
  });

  it('of visitors share no user either', () => {
    const train = new Set(anonymousPool(data, 'metaTrain').user);
    expect(anonymousPool(data, 'metaTest').user.some((u) => train.has(u))).toBe(false);
  });

  it('of scenarios hold the scenario’s items only, and no scenario is in both folds', () => {
    const train = scenarioPositives(data, rankingPool(data, 'metaTrain'), 'metaTrain');
    const test = scenarioPositives(data, rankingPool(data, 'metaTest'), 'metaTest');
    expect(train.map((s) => s.id).filter((id) => test.some((t) => t.id === id))).toEqual([]);
    for (const s of [...train, ...test]) {
      const items = new Set(data.scenarios.find(({ id }) => id === s.id)?.items);
      expect(s.item.every((i) => items.has(i))).toBe(true);
    }
  });

  it('grouped by user lose nothing', () => {
    const pool = anonymousPool(data, 'metaTest');
    const grouped = groupByUser(pool).flatMap(keys);
    expect(grouped.sort()).toEqual(keys(pool).sort());
  });
});

describe('negatives', () => {
  it('were never rated by their user', () => {
    const rated = ratedItems(data.ratings, data.users);
    fc.assert(
      fc.property(seeds, fc.nat(670), (seed, user) => {
        const item = sampleNegative(createRandom(seed), rated, user, data.movies.count);
        return !splitOf.has(key({ user, item })) && !rated.has(user, item);
      }),
    );
  });

  it('knows every rated item', () => {
    const rated = ratedItems(data.ratings, data.users);
    expect(data.ratings.user.every((user, k) => rated.has(user, data.ratings.item[k]))).toBe(true);
  });

  it('refuses a user who rated everything', () => {
    const ratings = { count: 2, user: Uint32Array.of(0, 0), item: Uint32Array.of(0, 1), halfStars: Uint8Array.of(1, 1), split: Uint8Array.of(0, 0) }; // prettier-ignore
    expect(() => sampleNegative(createRandom(0), ratedItems(ratings, 1), 0, 2)).toThrow(RangeError);
  });
});

/** What holds for every ranking task that keeps its users. */
function expectSoundRankingTask(support: Pair[], query: Pair[], split: number): void {
  for (const pair of [...positives(support), ...positives(query)])
    expect(splitOf.get(key(pair))).toBe(split);
  for (const pair of [...negatives(support), ...negatives(query)])
    expect([undefined, SPLIT.metaTest]).toContain(splitOf.get(key(pair)));
  const seen = new Set(positives(support).map(key));
  expect(positives(query).some((pair) => seen.has(key(pair)))).toBe(false);
  const half = query.length / 2;
  query.forEach((pair, k) => {
    expect(pair.label).toBe(k < half ? 1 : 0);
    expect(pair.user).toBe(query[k % half].user);
  });
}

describe('scenarioSampler', () => {
  let sampler: TaskSampler;
  beforeAll(() => {
    sampler = scenarioSampler(data);
  });

  it('draws sound tasks of meta-training, with disjoint users in support and query', () => {
    const train = new Set(data.scenarios.filter((s) => s.fold === 'metaTrain').map((s) => s.id));
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const task of sampler.batch(createRandom(seed), 4)) {
          expect(train.has(task.id)).toBe(true);
          expect([positives(task.support).length, task.support.length, task.query.length]).toEqual([
            32, 64, 64,
          ]);
          expectSoundRankingTask(task.support, task.query, SPLIT.metaTrain);
          const givers = new Set(task.support.map((p) => p.user));
          expect(task.query.some((p) => givers.has(p.user))).toBe(false);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('draws negatives around what training knows and no more: held-out ratings are among them', () => {
    const random = createRandom(5);
    const drawn = Array.from({ length: 40 }, () => sampler.batch(random, 4)).flat();
    const parts = drawn
      .flatMap(({ support, query }) => negatives([...support, ...query]))
      .map((pair) => splitOf.get(key(pair)));
    expect(parts.includes(SPLIT.background) || parts.includes(SPLIT.metaTrain)).toBe(false);
    expect(parts.filter((part) => part === SPLIT.metaTest).length).toBeGreaterThan(50);
  });

  it('draws support and query negatives from as many movies as the data set says', () => {
    const farthest = (dataset: Dataset) =>
      Math.max(
        ...scenarioSampler(dataset)
          .batch(createRandom(7), 8)
          .flatMap(({ support, query }) => [...support, ...query])
          .filter(({ label }) => label === 0)
          .map(({ item }) => item),
      );
    expect(farthest(data)).toBeLessThan(mixedCatalogue(data));
    expect(farthest({ ...data, negatives: 300 })).toBeLessThan(300);
    expect(farthest({ ...data, negatives: data.movies.count })).toBeGreaterThan(
      mixedCatalogue(data),
    );
  });

  it('mixes scenarios and conjunctions in the share that is asked for', () => {
    const mixed = scenarioSampler(data, { augment: 200, ownShare: 0.75 });
    const own = new Set(data.scenarios.map(({ id }) => id));
    const drawn = mixed.batch(createRandom(8), 200).filter(({ id }) => own.has(id)).length / 200;
    // Without it 97 of 297 are scenarios. Four deviations of 200 draws are 0.12.
    expect(Math.abs(drawn - 0.75)).toBeLessThan(0.12);
    const alone = scenarioSampler(data, { ownShare: 0.2 }).batch(createRandom(8), 20);
    expect(alone.every(({ id }) => own.has(id))).toBe(true);
  });

  it('repeats with the same seed', () => {
    const draw = (seed: number) => sampler.batch(createRandom(seed), 3);
    expect(draw(4)).toEqual(draw(4));
    expect(draw(4)).not.toEqual(draw(5));
  });

  it('shuffles the support set', () => {
    const [task] = sampler.batch(createRandom(1), 1);
    const labels = task.support.map((p) => p.label);
    expect(labels).not.toEqual([...labels].sort().reverse());
  });
});

describe('sampleRankingTask', () => {
  it('gives as many pairs as asked for when positives are few', () => {
    const scenario: Positives = restrictToItems(rankingPool(data, 'metaTrain'), 'few', [0, 1]);
    const few = { id: 'few', user: scenario.user.slice(0, 3), item: scenario.item.slice(0, 3) };
    const task = sampleRankingTask(createRandom(3), few, ratedItems(data.ratings, data.users), data.movies.count, { support: 8, supportNegatives: 8, query: 8 }, 'users'); // prettier-ignore
    expect([task.support.length, task.query.length]).toEqual([16, 16]);
    expectSoundRankingTask(task.support, task.query, SPLIT.metaTrain);
  });

  it('refuses positives of a single user when it deals by user', () => {
    const one = groupByUser(rankingPool(data, 'metaTrain'))[0];
    expect(() => sampleRankingTask(createRandom(0), one, ratedItems(data.ratings, data.users), data.movies.count, { support: 2, supportNegatives: 0, query: 2 }, 'users')).toThrow(/too few positives/); // prettier-ignore
  });
});

describe('anonymousSampler', () => {
  it('draws tasks without users, of one size a batch, from both kinds', () => {
    const sampler = anonymousSampler(data);
    const sizes = new Set<number>();
    let users = 0;
    for (let seed = 0; seed < 60; seed++) {
      const batch = sampler.batch(createRandom(seed), 4);
      const shapes = new Set(batch.map((t) => `${t.support.length}/${t.query.length}`));
      expect(shapes.size).toBe(1);
      sizes.add(positives(batch[0].support).length);
      for (const task of batch) {
        expect([...task.support, ...task.query].every((p) => p.user === -1)).toBe(true);
        expect(task.query.length).toBe(48);
        if (!task.id.startsWith('user:')) continue;
        users++;
        const user = Number(task.id.slice(5));
        expect(data.raters.fold[user]).toBe(SPLIT.metaTrain);
        const named = (pairs: Pair[]) => pairs.map((p) => ({ ...p, user }));
        const liked = new Set(positives(task.support).map((p) => p.item));
        expect(positives(task.query).some((p) => liked.has(p.item))).toBe(false);
        for (const p of positives(named(task.query))) {
          expect([SPLIT.metaTrain, SPLIT.metaTest]).toContain(splitOf.get(key(p)));
        }
        for (const p of negatives(named([...task.support, ...task.query])))
          expect(splitOf.has(key(p))).toBe(false);
      }
    }
    expect([...sizes].sort((a, b) => a - b)).toEqual([3, 5, 8, 10, 20]);
    expect(users / 240).toBeGreaterThan(0.4);
    expect(users / 240).toBeLessThan(0.6);
  });
});

describe('conjunctionPositives', () => {
  it('keeps its rules and its distance from held-out scenarios', () => {
    const pool = rankingPool(data, 'metaTrain');
    const found = conjunctionPositives(data, pool, 80, 7);
    expect(new Set(found.map((f) => f.id)).size).toBe(80);
    expect(conjunctionPositives(data, pool, 80, 7)).toEqual(found);
    const heldOut = data.scenarios
      .filter((s) => s.fold === 'metaTest')
      .map((s) => ({ id: s.id, seen: new Set(restrictToItems(pool, s.id, s.items).item) }));
    for (const { id, item } of found) {
      expect(item.length).toBeGreaterThanOrEqual(CONJUNCTION_RULES.interactions);
      // The items seen are a subset of the conjunction's; a copy of a held-out scenario would show.
      for (const s of heldOut) {
        expect(jaccard(new Set(item), [...s.seen]), `${id} and ${s.id}`).toBeLessThan(0.75);
      }
    }
  });

  it('reaches the 500 of the recipe', () => {
    expect(conjunctionPositives(data, rankingPool(data, 'metaTrain'), 500, 0)).toHaveLength(500);
  });

  it('measures similarity by hand', () => {
    expect(jaccard(new Set([1, 2, 3]), [2, 3, 4])).toBe(0.5);
  });
});

describe('ratingSampler', () => {
  it('draws 10 query ratings and the rest of a history of at most 100', () => {
    const sampler = ratingSampler(data);
    const stars = new Map(Array.from(data.ratings.user.keys(), (k) => [key({ user: data.ratings.user[k], item: data.ratings.item[k] }), data.ratings.halfStars[k] / 2])); // prettier-ignore
    const lengths = new Map(ratersOf(data, 'metaTrain').map((r) => [r.user, r.item.length]));
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { support, query } of sampler.batch(createRandom(seed), 4)) {
          const user = query[0].user;
          expect(data.raters.fold[user]).toBe(SPLIT.metaTrain);
          expect(query.length).toBe(RATING_QUERY);
          expect(support.length).toBe(Math.min(lengths.get(user) ?? 0, MAX_RATINGS) - RATING_QUERY);
          const all = [...support, ...query];
          expect(new Set(all.map(key)).size).toBe(all.length);
          for (const pair of all) expect(pair.label).toBe(stars.get(key(pair)));
        }
      }),
      { numRuns: 30 },
    );
  });
});

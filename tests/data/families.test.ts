import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundledDataset } from '../../scripts/lib/dataset';
import { familyEpisodes, type FamilyEpisode } from '../../src/data/families/episodes';
import { redrawnFolds } from '../../src/data/families/folds';
import { FAMILIES, FEW, familySampler, SUPPORT_SIZES, type TaskFamily } from '../../src/data/families/sampler'; // prettier-ignore
import { areFar, FAR, thisButNot } from '../../src/data/families/themes';
import { createRandom } from '../../src/data/random';
import { jaccard } from '../../src/data/tasks/conjunctions';
import { rankingPool, anonymousPool } from '../../src/data/tasks/pools';
import type { TaskSampler } from '../../src/data/tasks/sampler';
import { mixedCatalogue, scenarioPositives } from '../../src/data/tasks/scenario';
import { GENRES, SPLIT } from '../../src/data/types';
import type { Dataset, Pair } from '../../src/data/types';

let data: Dataset;
let drawn: Dataset;
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const key = (user: number, item: number) => `${user}:${item}`;
const labelled = (pairs: readonly Pair[], label: number) => pairs.filter((p) => p.label === label);
/** By user and film: the split, or none where it was not rated. */
let splitOf: Map<string, number>;

beforeAll(async () => {
  data = await loadBundledDataset();
  drawn = redrawnFolds(data, 3);
  const { user, item, split } = drawn.ratings;
  splitOf = new Map(Array.from(user, (u, k) => [key(u, item[k]), split[k]]));
});

describe('folds drawn anew', () => {
  it('differ by seed, follow from it, and leave the background alone', () => {
    const again = redrawnFolds(data, 3);
    expect(again.ratings.split).toEqual(drawn.ratings.split);
    expect(redrawnFolds(data, 4).ratings.split).not.toEqual(drawn.ratings.split);
    expect(drawn.ratings.split).not.toEqual(data.ratings.split);
    data.ratings.split.forEach((part, k) => {
      if ((part === SPLIT.background) !== (drawn.ratings.split[k] === SPLIT.background)) {
        throw new Error(`interaction ${k} changed sides with the background`);
      }
    });
  });

  it('keep the shares of every user and of the users themselves', () => {
    const count = (split: Uint8Array, user: Uint32Array) => {
      const counts = new Map<string, number>();
      split.forEach((part, k) => {
        const name = key(user[k], part);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      });
      return counts;
    };
    const { user } = data.ratings;
    expect(count(drawn.ratings.split, user)).toEqual(count(data.ratings.split, user));
    const held = (fold: Uint8Array) => fold.filter((part) => part === SPLIT.metaTest).length;
    expect(held(drawn.raters.fold)).toBe(held(data.raters.fold));
    expect(drawn.raters.fold).not.toEqual(data.raters.fold);
  });

  it('hold out another quarter of the same scenarios', () => {
    const ids = ({ scenarios }: Dataset) => scenarios.map(({ id }) => id);
    const heldOut = ({ scenarios }: Dataset) =>
      scenarios.filter(({ fold }) => fold === 'metaTest').map(({ id }) => id);
    expect(ids(drawn)).toEqual(ids(data));
    expect(heldOut(drawn)).toHaveLength(heldOut(data).length);
    expect(heldOut(drawn)).not.toEqual(heldOut(data));
  });
});

/** A sampler of one family alone. */
const only = (family: TaskFamily, anonymous: boolean): TaskSampler => {
  const mix = { ordinary: 0, 'two-tastes': 0, 'but-not': 0, few: 0, [family]: 1 };
  return familySampler(drawn, { mix, anonymous, augment: 0 });
};

describe.each(FAMILIES)('training tasks of %s', (family) => {
  it.each([false, true])(
    'are disjoint, labelled right and of meta-training (anonymous: %s)',
    (anonymous) => {
      const sampler = only(family, anonymous);
      const pool = anonymous ? anonymousPool(drawn, 'metaTrain') : rankingPool(drawn, 'metaTrain');
      const likes = new Set(Array.from(pool.user, (user, k) => key(user, pool.item[k])));
      const likedBySomebody = new Set(pool.item);
      fc.assert(
        fc.property(seeds, (seed) => {
          for (const { id, support, query } of sampler.batch(createRandom(seed), 2)) {
            const sizes =
              family === 'few' ? { likes: support.length, dislikes: 0 } : SUPPORT_SIZES[family];
            expect(labelled(support, 1)).toHaveLength(sizes.likes);
            expect(labelled(support, 0)).toHaveLength(sizes.dislikes);
            if (family === 'few') expect(FEW).toContain(support.length);
            const inSupport = new Set(support.map(({ item }) => item));
            const wanted = labelled(query, 1);
            expect(wanted.some(({ item }) => inSupport.has(item))).toBe(false);
            expect(query.map(({ label }) => label)).toEqual(
              query.map((_, k) => (k < query.length / 2 ? 1 : 0)),
            );
            const all = [...support, ...query];
            if (anonymous) {
              expect(all.every(({ user }) => user === -1)).toBe(true);
              expect(labelled(all, 1).every(({ item }) => likedBySomebody.has(item))).toBe(true);
              return;
            }
            expect(labelled(all, 1).every(({ user, item }) => likes.has(key(user, item)))).toBe(
              true,
            );
            const giving = new Set(support.map(({ user }) => user));
            expect(query.some(({ user }) => giving.has(user) && family !== 'but-not')).toBe(false);
            const parts = id.split('|').map((name) => drawn.scenarios.find((s) => s.id === name));
            if (family === 'two-tastes') {
              const [a, b] = parts.map((s) => new Set(s!.items));
              expect(jaccard(a, [...b])).toBeLessThanOrEqual(0.2);
              const of = (films: Set<number>) =>
                labelled(support, 1).filter(({ item }) => films.has(item)).length;
              expect(of(a)).toBeGreaterThanOrEqual(16);
              expect(of(b)).toBeGreaterThanOrEqual(16);
            }
          }
        }),
        { numRuns: 12 },
      );
    },
  );
});

it('knows nothing of held-out ratings when it draws negatives', () => {
  // With every unheld film of a user rated, only held-out ones could be avoided: some must be drawn.
  const sampler = only('ordinary', false);
  const drawnAsNegative = Array.from({ length: 40 }, (_, seed) =>
    sampler.batch(createRandom(seed), 4),
  )
    .flat()
    .flatMap(({ query }) => labelled(query, 0));
  const splits = drawnAsNegative.map(({ user, item }) => splitOf.get(key(user, item)));
  expect(splits.filter((split) => split === SPLIT.background || split === SPLIT.metaTrain)).toEqual(
    [],
  );
  expect(splits.filter((split) => split === SPLIT.metaTest).length).toBeGreaterThan(0);
});

describe.each([false, true])('episodes (anonymous: %s)', (anonymous) => {
  let episodes: FamilyEpisode[];
  const protocol = { anonymous, users: 4, themes: 6, few: 3 };
  beforeAll(() => {
    episodes = familyEpisodes(drawn, { ...protocol, seed: 1 });
  });

  it('follow from the seed', () => {
    const ids = (all: FamilyEpisode[]) => all.map(({ id }) => id).join();
    expect(ids(familyEpisodes(drawn, { ...protocol, seed: 1 }))).toBe(ids(episodes));
    expect(ids(familyEpisodes(drawn, { ...protocol, seed: 2 }))).not.toBe(ids(episodes));
  });

  it('never take a film of the support set as candidate or hit', () => {
    for (const { support, users } of episodes) {
      const inSupport = support.map(({ item }) => item);
      for (const { likes, excluded } of users) {
        expect(inSupport.every((item) => excluded.has(item))).toBe(true);
        expect(likes.flat().some((item) => excluded.has(item))).toBe(false);
        expect(likes.flat().every((item) => item < mixedCatalogue(drawn))).toBe(true);
      }
    }
  });

  it('look for likes of the taste alone, of every taste', () => {
    for (const { users, tastes, against } of episodes) {
      for (const { likes } of users) {
        expect(likes).toHaveLength(tastes.length);
        likes.forEach((own, t) => {
          expect(own.length).toBeGreaterThanOrEqual(tastes.length > 1 ? 2 : 1);
          expect(own.every((item) => tastes[t].has(item) && !against?.has(item))).toBe(true);
        });
      }
    }
  });

  it('put dislikes of the unwanted genre into but-not, and none into few', () => {
    for (const { family, support, tastes, against } of episodes) {
      const dislikes = labelled(support, 0);
      if (family.startsWith('few')) expect(dislikes).toHaveLength(0);
      if (family !== 'but-not') continue;
      expect(dislikes.every(({ item }) => against!.has(item))).toBe(true);
      expect(labelled(support, 1).every(({ item }) => tastes[0].has(item))).toBe(true);
    }
  });

  it('pair held-out scenarios that are far apart', () => {
    const two = episodes.filter(({ family }) => family === 'two-tastes');
    expect(two.length).toBeGreaterThan(0);
    for (const { id } of two) {
      const [a, b] = id.split('|').map((name) => drawn.scenarios.find((s) => s.id === name)!);
      expect([a.fold, b.fold]).toEqual(['metaTest', 'metaTest']);
      expect(a.genres.some((genre) => b.genres.includes(genre))).toBe(false);
      expect(jaccard(new Set(a.items), b.items)).toBeLessThanOrEqual(FAR);
      expect(areFar(a, a)).toBe(false);
    }
  });

  it('ask nobody who gave, and everybody about held-out likes', () => {
    for (const { support, users } of episodes) {
      if (anonymous) {
        expect([...support, ...users].every(({ user }) => user === -1)).toBe(true);
        continue;
      }
      const giving = new Set(labelled(support, 1).map(({ user }) => user));
      for (const { user, likes } of users) {
        expect(giving.has(user)).toBe(false);
        expect(likes.flat().every((item) => splitOf.get(key(user, item)) === SPLIT.metaTest)).toBe(
          true,
        );
      }
    }
  });
});

it('makes no "this but not that" of a part that is too small', () => {
  const [scenario] = scenarioPositives(drawn, rankingPool(drawn, 'metaTest'), 'metaTest');
  const few = { ...scenario, user: scenario.user.slice(0, 20), item: scenario.item.slice(0, 20) };
  GENRES.forEach((_, genre) => expect(thisButNot(drawn, few, genre)).toBeNull());
});

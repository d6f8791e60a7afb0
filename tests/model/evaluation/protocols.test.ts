import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundledDataset } from '../../../scripts/lib/dataset';
import { createRandom } from '../../../src/data/random';
import { mixedCatalogue } from '../../../src/data/tasks/scenario';
import { SPLIT } from '../../../src/data/types';
import type { Dataset } from '../../../src/data/types';
import { evaluateRanking, rankingEpisodes, recalls } from '../../../src/model/evaluation/ranking';
import { evaluateRating } from '../../../src/model/evaluation/rating';
import { scenarioEpisodes, userEpisodes } from '../../../src/model/evaluation/anonymous';
import type { Recommender } from '../../../src/model/systems';
import { tinyDataset, tinyRaw } from '../../data/tiny';

let data: Dataset;
const split = new Map<string, number>();
const key = (user: number, item: number) => `${user}:${item}`;

beforeAll(async () => {
  data = await loadBundledDataset();
  const { ratings } = data;
  ratings.user.forEach((user, k) => split.set(key(user, ratings.item[k]), ratings.split[k]));
});

describe('recalls', () => {
  it('finds positives among what is no candidate for the user', () => {
    const items = Uint32Array.from({ length: 30 }, (_, i) => i);
    const scores = Float32Array.from(items, (i) => -i);
    // Items 0..4 are excluded, so the first ten are 5..14; positives 6, 14 and 15.
    const user = { positives: [6, 14, 15], excluded: new Set([0, 1, 2, 3, 4]) };
    const found = recalls(scores, items, user, createRandom(0));
    expect(found[0]).toBeCloseTo(2 / 3, 12);
    expect(found[1]).toBe(1);
  });

  it('gives a constant scorer no profit from the order of candidates', () => {
    const items = Uint32Array.from({ length: 200 }, (_, i) => i);
    const random = createRandom(4);
    const user = { positives: [0, 1, 2, 3, 4], excluded: new Set<number>() };
    const trials = Array.from({ length: 400 }, () => recalls(new Float32Array(200), items, user, random)[0]); // prettier-ignore
    const average = trials.reduce((a, b) => a + b) / trials.length;
    expect(average).toBeGreaterThan(0.03);
    expect(average).toBeLessThan(0.07);
  });
});

describe('data of a visitor’s own', () => {
  const none: Recommender = { score: (_, __, items) => Promise.resolve(new Float32Array(items.length)) }; // prettier-ignore
  const protocol = { seed: 3, support: 4 };

  it('has no figure where there is nobody to be ranked', async () => {
    const sparse = tinyDataset(tinyRaw(40, 60, 0.02));
    const nothing = { metrics: {}, tasks: {} };
    expect(await evaluateRanking(sparse, none, protocol)).toEqual(nothing);
    expect(await evaluateRating(sparse, none, 3)).toEqual(nothing);
  });

  it('takes no support pairs of people of whom no movie is left that might be a negative', () => {
    const [people, movies] = [24, 520];
    const raw = tinyRaw(people, movies);
    for (let user = people; user < 2 * people; user++) {
      for (let item = 0; item < movies; item++) {
        raw.user.push(user);
        raw.item.push(item);
        raw.halfStars.push(10);
      }
    }
    const full = tinyDataset(raw);
    const { ratings } = full;
    const counts = new Uint32Array(full.users);
    ratings.user.forEach((user) => counts[user]++);
    const ratedAll = new Set([...counts.keys()].filter((user) => counts[user] === movies));
    const givers = () => rankingEpisodes(full, protocol).flatMap((e) => e.support.map((p) => p.user));
    // Of held-out ratings nobody knows: the movies are negatives like any other.
    expect(givers().some((user) => ratedAll.has(user))).toBe(true);
    const [scenario] = full.scenarios.filter(({ fold }) => fold === 'metaTest');
    const likes = new Set(scenario.items);
    ratings.user.forEach((user, k) => {
      if (ratedAll.has(user)) ratings.split[k] = likes.has(ratings.item[k]) ? SPLIT.metaTest : SPLIT.background;
    });
    full.scenarios = [scenario];
    expect(givers().length).toBeGreaterThan(0);
    expect(givers().some((user) => ratedAll.has(user))).toBe(false);
  }); // prettier-ignore
});

describe('rankingEpisodes', () => {
  const protocol = { seed: 3, support: 32 };

  it('separates givers from ranked users, and looks for held-out items only', () => {
    const episodes = rankingEpisodes(data, protocol);
    expect(episodes.map((e) => e.id)).toEqual(data.scenarios.filter((s) => s.fold === 'metaTest').map((s) => s.id)); // prettier-ignore
    for (const { id, support, users } of episodes) {
      const scenario = new Set(data.scenarios.find((s) => s.id === id)?.items);
      const givers = new Set(support.map((p) => p.user));
      for (const pair of support) {
        const part = split.get(key(pair.user, pair.item));
        if (pair.label) expect(part).toBe(SPLIT.metaTest);
        else expect([undefined, SPLIT.metaTest]).toContain(part);
        if (pair.label) expect(scenario.has(pair.item)).toBe(true);
        expect(pair.label === 1 || pair.item < mixedCatalogue(data)).toBe(true);
      }
      for (const { user, positives, excluded } of users) {
        expect(givers.has(user)).toBe(false);
        for (const item of positives) {
          expect(split.get(key(user, item))).toBe(SPLIT.metaTest);
          expect(scenario.has(item)).toBe(true);
          expect(excluded.has(item)).toBe(false);
        }
      }
    }
  });

  it('neither ranks nor counts what the support set names, as the page does not', () => {
    const named = rankingEpisodes(data, protocol).flatMap(({ support, users }) =>
      support.flatMap(({ item }) => users.map((user) => ({ item, ...user }))),
    );
    expect(named.length).toBeGreaterThan(10000);
    expect(named.some(({ item, positives }) => positives.includes(item))).toBe(false);
    expect(named.every(({ item, excluded }) => excluded.has(item))).toBe(true);
  });

  it('gives nothing to who repeats the support set', async () => {
    const parrot: Recommender = {
      async score(support, users, items) {
        const liked = new Set(support.filter(({ label }) => label === 1).map(({ item }) => item));
        const row = Array.from(items, (item) => (liked.has(item) ? 1 : -item));
        return Float32Array.from({ length: users.length * row.length }, (_, k) => row[k % row.length]); // prettier-ignore
      },
    };
    // Ranked by popularity behind what it repeats, it has what popularity alone has.
    const popular: Recommender = { score: async (_, users, items) => Float32Array.from({ length: users.length * items.length }, (__, k) => -items[k % items.length]) }; // prettier-ignore
    const few = { ...protocol, users: 6 };
    const [own, reference] = [await evaluateRanking(data, parrot, few), await evaluateRanking(data, popular, few)]; // prettier-ignore
    expect(own.metrics).toEqual(reference.metrics);
  });

  it('draws negatives around what training knows alone, so that they tell nothing of held-out ratings', () => {
    const parts = Array.from({ length: 4 }, (_, seed) => rankingEpisodes(data, { seed, support: 32 }))
      .flat()
      .flatMap(({ support }) => support.filter(({ label }) => label === 0))
      .map((pair) => split.get(key(pair.user, pair.item))); // prettier-ignore
    expect(parts.some((part) => part === SPLIT.background || part === SPLIT.metaTrain)).toBe(false);
    // Held-out ratings are drawn as often as any other unknown movie.
    expect(parts.filter((part) => part === SPLIT.metaTest).length).toBeGreaterThan(50);
  });

  it('draws no movie as liked and as not of one person', () => {
    for (const { support } of rankingEpisodes(data, protocol)) {
      const liked = new Set(support.filter((p) => p.label === 1).map((p) => key(p.user, p.item)));
      expect(support.some((p) => p.label === 0 && liked.has(key(p.user, p.item)))).toBe(false);
    }
  });

  it('draws negatives from all movies where asked, and ranks the same users over the same pool', () => {
    const wide = { ...data, negatives: data.movies.count };
    const negatives = rankingEpisodes(wide, protocol)
      .flatMap(({ support }) => support)
      .filter(({ label }) => label === 0);
    const rare = negatives.filter(({ item }) => item >= mixedCatalogue(data));
    const expected = 1 - mixedCatalogue(data) / data.movies.count;
    expect(Math.abs(rare.length / negatives.length - expected)).toBeLessThan(0.1);
    for (const { users } of rankingEpisodes(wide, protocol)) {
      for (const { positives } of users) {
        expect(positives.every((item) => item < mixedCatalogue(data))).toBe(true);
      }
    }
  });

  it('repeats with its seed, caps users, and swaps support sets when asked', () => {
    const episodes = rankingEpisodes(data, protocol);
    expect(rankingEpisodes(data, protocol)).toEqual(episodes);
    expect(rankingEpisodes(data, { ...protocol, users: 3 }).every((e) => e.users.length <= 3)).toBe(
      true,
    );
    const wrong = rankingEpisodes(data, { ...protocol, wrongSupport: true });
    wrong.forEach((e, n) => {
      expect(e.users).toEqual(episodes[n].users);
      expect(e.support).not.toEqual(episodes[n].support);
    });
  });
});

describe('anonymous episodes', () => {
  it('ask about people whom no training has seen, without naming them', () => {
    for (const k of [5, 10]) {
      const episodes = userEpisodes(data, k, createRandom(1), 'metaTest');
      expect(episodes.length).toBeGreaterThan(50);
      for (const { support, users } of episodes) {
        expect(support.length).toBe(k);
        expect(support.every((p) => p.user === -1 && p.label === 1)).toBe(true);
        const [{ positives, excluded }] = users;
        expect(support.every((p) => excluded.has(p.item) && !positives.includes(p.item))).toBe(
          true,
        );
        expect(positives.some((item) => excluded.has(item))).toBe(false);
      }
    }
  });

  it('draw several support sets of each held-out scenario', () => {
    const episodes = scenarioEpisodes(data, 5, createRandom(1), 'metaTest');
    expect(episodes.length).toBeGreaterThan(32 * 6);
    expect(episodes.every((e) => e.support.length === 5 && e.users.length > 0)).toBe(true);
    for (const { support, users } of episodes) {
      for (const { positives, excluded } of users) {
        expect(support.every(({ item }) => excluded.has(item))).toBe(true);
        expect(support.some(({ item }) => positives.includes(item))).toBe(false);
      }
    }
  });
});

describe('evaluation of known scorers', () => {
  it('gives an oracle full recall and a pessimist none', async () => {
    const oracle = (sign: number): Recommender => ({
      async score(_, users, items) {
        const scores = Array.from(users).flatMap((user) =>
          Array.from(items, (item) => (split.get(key(user, item)) === SPLIT.metaTest ? sign : 0)),
        );
        return Float32Array.from(scores);
      },
    });
    const protocol = { seed: 0, support: 8, users: 4 };
    const { metrics: best, tasks } = await evaluateRanking(data, oracle(1), protocol);
    const { metrics: worst } = await evaluateRanking(data, oracle(-1), protocol);
    expect(best['recall@50']).toBeGreaterThan(0.8);
    expect(worst['recall@50']).toBe(0);
    const { values } = tasks['recall@50'];
    expect(values.reduce((a, b) => a + b) / values.length).toBeCloseTo(best['recall@50'], 12);
  });

  it('gives the true ratings no error and full NDCG', async () => {
    const stars = new Map(Array.from(data.ratings.user.keys(), (k) => [key(data.ratings.user[k], data.ratings.item[k]), data.ratings.halfStars[k] / 2])); // prettier-ignore
    const truth: Recommender = {
      score: async (_, users, items) =>
        Float32Array.from(items, (i) => stars.get(key(users[0], i)) ?? 0),
    };
    const { metrics } = await evaluateRating(data, truth, 0);
    const { 'mae@levels': levels, ...exact } = metrics;
    expect(exact).toEqual({ mae: 0, 'ndcg@3': 1 });
    // Levels doubt every score: of an oracle, rare levels are taken for their neighbours.
    expect(levels).toBeGreaterThan(0);
    expect(levels).toBeLessThan(0.1);
    const ordered = await evaluateRating(data, { ...truth, ordersOnly: true }, 0);
    expect(ordered.metrics).toEqual({ 'ndcg@3': 1 });
  });
});

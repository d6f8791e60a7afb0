import { describe, expect, it } from 'vitest';
import { SHRINKAGE } from '../../../src/data/biases';
import { buildDataset } from '../../../src/data/build';
import { sparseRows } from '../../../src/data/factorise/sparse';
import { parseGenres } from '../../../src/data/genres';
import { SPLIT } from '../../../src/data/types';
import type { Dataset, Pair } from '../../../src/data/types';
import { als, genreAls } from '../../../src/model/baselines/als';
import { bias, userMean } from '../../../src/model/baselines/bias';
import { ease, fitEase } from '../../../src/model/baselines/ease';
import { genreCentroid } from '../../../src/model/baselines/genre-centroid';
import { itemKnn, itemSimilarities } from '../../../src/model/baselines/item-knn';
import { itemPop } from '../../../src/model/baselines/item-pop';
import { knownInteractions } from '../../../src/model/baselines/known-interactions';
import { mfFoldIn } from '../../../src/model/baselines/mf-fold-in';
import { popularity } from '../../../src/model/baselines/popularity';
import type { System } from '../../../src/model/systems';
import { findSystem, single } from '../../../src/model/systems';
import type { Setting } from '../../../src/model/types';
import { tinyDataset, tinyRaw } from '../../data/tiny';

/**
 * Four movies, rated by 4, 3, 2 and 1 users; all interactions are background, so that the counts
 * are 4, 3, 2, 1. Movies 0 and 2 are horror, 1 and 3 comedies.
 */
function fourMovies(): Dataset {
  const raw = {
    movies: ['Horror', 'Comedy', 'Horror', 'Comedy'].map((genre, id) => ({
      id,
      title: `Movie ${id}`,
      year: 0,
      genres: parseGenres(genre),
    })),
    user: [0, 1, 2, 3, 0, 1, 2, 0, 1, 3],
    item: [0, 0, 0, 0, 1, 1, 1, 2, 2, 3],
    halfStars: [8, 8, 6, 10, 4, 6, 2, 9, 7, 5],
  };
  const built = buildDataset(raw, { seed: 1 });
  built.ratings.split.fill(SPLIT.background);
  built.raters.fold.fill(SPLIT.metaTrain);
  return { ...tinyDataset(), ...built };
}

const data = fourMovies();
const ALL = Uint32Array.of(0, 1, 2, 3);
const like = (item: number): Pair => ({ user: -1, item, label: 1 });

/** Items best first. */
async function ranking(system: System, support: Pair[], setting: Setting = 'anonymous') {
  const recommender = await system.train({
    dataset: data,
    setting,
    seed: 0,
    steps: 0,
    treatment: 'plain',
  });
  const scores = await recommender.score(support, [-1], ALL);
  return Array.from(ALL).sort((a, b) => scores[b] - scores[a]);
}

describe('references by hand', () => {
  it('popularity ranks by count and takes no notice of the support set', async () => {
    expect(await ranking(popularity, [])).toEqual([0, 1, 2, 3]);
    expect(await ranking(popularity, [like(3), like(3)])).toEqual([0, 1, 2, 3]);
  });

  it('ItemPop ranks by support count, ties by popularity, and ignores negatives', async () => {
    expect(await ranking(itemPop, [like(3), like(2), like(3)])).toEqual([3, 2, 0, 1]);
    expect(await ranking(itemPop, [{ user: -1, item: 3, label: 0 }])).toEqual([0, 1, 2, 3]);
  });

  it('item similarity is shared users over the norm', () => {
    const { user, item } = knownInteractions(data, 'anonymous');
    const row = itemSimilarities(3, sparseRows(4, item, user), sparseRows(4, user, item), 0);
    // Movie 3 has user 3, who also rated movie 0 (4 users): 1 / sqrt(1 * 4).
    expect(Array.from(row)).toEqual([0.5, 0, 0, 0]);
  });

  it('item-item neighbours rank what users of the liked item also took', async () => {
    // Users of movie 2 are 0 and 1, who both have 1 (3 users) and 0 (4 users): 1 is nearer.
    expect((await ranking(itemKnn, [like(2)])).slice(0, 2)).toEqual([1, 0]);
  });

  it('EASE is the item-item model that numpy makes of the same four movies', async () => {
    const { user, item } = knownInteractions(data, 'anonymous');
    const fitted = fitEase(sparseRows(4, user, item), sparseRows(4, item, user), 2);
    // P = inv(X.T @ X + 2 I); B = -P / diag(P); B[i, i] = 0, by hand in numpy.
    const close = (liked: number[], expected: number[]) =>
      fitted.scores(liked).forEach((score, i) => expect(score).toBeCloseTo(expected[i], 7));
    close([0], [0, 0.42857143, 0.20689655, 0.25]);
    close([2, 0], [0.25, 0.71428571, 0.20689655, 0.1875]);
    close([3, 3, 1], [1.16666667, -0.28571429, 0.13793103, -0.125]);
    // Who likes movie 2 has movies 0 and 1 too; nobody has 2 and 3.
    expect((await ranking(ease, [like(2)])).slice(0, 2).sort()).toEqual([0, 1]);
  });

  it('ALS for known users is the product of factors, whatever the support set', async () => {
    const { factors } = data;
    const room = {
      dataset: data,
      setting: 'ranking',
      seed: 0,
      steps: 0,
      treatment: 'plain',
    } as const;
    const recommender = await als.train(room);
    const scores = await recommender.score([like(2)], [3, 1], Uint32Array.of(2, 0));
    const dot = (u: number, i: number) =>
      Array.from({ length: factors.dim }, (_, j) => factors.user[u * factors.dim + j] * factors.item[i * factors.dim + j])
        .reduce((a, b) => a + b); // prettier-ignore
    [dot(3, 2), dot(3, 0), dot(1, 2), dot(1, 0)].forEach((expected, k) =>
      expect(scores[k]).toBeCloseTo(expected, 4),
    );
  });

  it('genre profile x ALS raises a known user’s movies of the liked genre by e^12', async () => {
    const room = {
      dataset: data,
      setting: 'ranking',
      seed: 0,
      steps: 0,
      treatment: 'plain',
    } as const;
    const [plain, profiled] = await Promise.all(
      [als, genreAls].map((system) => system.train(room)),
    );
    const own = await plain.score([], [0], ALL);
    const scores = await profiled.score([like(3)], [0], ALL);
    ALL.forEach((i) => {
      // Movies 1 and 3 are comedies, as what is liked; the others share no genre with it.
      const affinity = i % 2 === 1 ? Math.exp(12) : 1;
      expect(scores[i] / affinity).toBeCloseTo(Math.max(0, own[i]), 4);
    });
  });

  it('genre centroid puts the liked genre first, popular movies of it before others', async () => {
    expect((await ranking(genreCentroid, [like(3)])).slice(0, 2)).toEqual([1, 3]);
    expect((await ranking(genreCentroid, [like(2)])).slice(0, 2)).toEqual([0, 2]);
  });

  it('bias adds up mean, user and item', async () => {
    const recommender = await bias.train({ dataset: data, setting: 'rating', seed: 0, steps: 0, treatment: 'plain' }); // prettier-ignore
    const mean = (8 + 8 + 6 + 10 + 4 + 6 + 2 + 9 + 7 + 5) / 2 / 10;
    const itemBias = (sum: number, n: number) => (sum - n * mean) / (n + SHRINKAGE);
    const user = (5 - mean - itemBias(16, 4)) / (1 + SHRINKAGE);
    const [stars] = await recommender.score(
      [{ user: 9, item: 0, label: 5 }],
      [9],
      Uint32Array.of(1),
    );
    expect(stars).toBeCloseTo(mean + user + itemBias(6, 3), 5);
  });

  it('user mean is the mean of the support set, or of everybody', async () => {
    const recommender = await userMean.train({ dataset: data, setting: 'rating', seed: 0, steps: 0, treatment: 'plain' }); // prettier-ignore
    const support = [2, 5].map((label): Pair => ({ user: 9, item: 0, label }));
    expect((await recommender.score(support, [9], ALL))[0]).toBe(3.5);
    expect((await recommender.score([], [9], ALL))[0]).toBeCloseTo(3.25, 5);
  });

  it('MF fold-in leans to the taste of the liked items', async () => {
    const tiny = tinyDataset(tinyRaw(60, 100, 0.3, 2));
    const recommender = await mfFoldIn.train({ dataset: tiny, setting: 'anonymous', seed: 0, steps: 0, treatment: 'plain' }); // prettier-ignore
    const scores = await recommender.score([like(4)], [-1], Uint32Array.from({ length: 100 }, (_, i) => i)); // prettier-ignore
    const better = scores.filter((s) => s > scores[4]).length;
    expect(better).toBeLessThan(10);
  });
});

describe('knownInteractions', () => {
  const tiny = tinyDataset();
  const count = (setting: Setting) => knownInteractions(tiny, setting).user.length;
  const rows = Array.from(tiny.ratings.user.keys());

  it('leaves held-out interactions out', () => {
    const { split, user } = tiny.ratings;
    const trains = (k: number) => tiny.raters.fold[user[k]] === SPLIT.metaTrain;
    expect(count('ranking')).toBe(rows.filter((k) => split[k] !== SPLIT.metaTest).length);
    expect(count('anonymous')).toBe(
      rows.filter((k) => split[k] === SPLIT.background || trains(k)).length,
    );
    expect(count('rating')).toBe(rows.filter(trains).length);
    expect(count('rating')).toBeLessThan(rows.length);
  });
});

describe('findSystem', () => {
  it('finds by id and lists what there is otherwise', () => {
    const families = [single(itemPop), single(bias)];
    expect(findSystem(families, 'bias')).toBe(bias);
    expect(() => findSystem(families, 'itempops')).toThrow(/no system 'itempops'.*itempop, bias/);
  });
});

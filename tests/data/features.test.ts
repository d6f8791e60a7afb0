import { describe, expect, it } from 'vitest';
import { SHRINKAGE, biasResiduals, itemBiases } from '../../src/data/biases';
import { EXPLICIT_DEFAULTS, ridgeRows } from '../../src/data/factorise/explicit';
import { sparseRows } from '../../src/data/factorise/sparse';
import {
  ATTRIBUTE_SCALE,
  itemFeatureNames,
  packTasks,
  rankingFeatures,
  anonymousFeatures,
} from '../../src/data/features';
import { decadeIndex, genreIndices } from '../../src/data/genres';
import { FULL_TREATMENT, PLAIN_TREATMENT, packRatingTasks } from '../../src/data/rating-batch';
import { ratingFeatureNames, ratingFeatures } from '../../src/data/rating-features';
import { SPLIT } from '../../src/data/types';
import type { Pair } from '../../src/data/types';
import { tinyDataset } from './tiny';

const data = tinyDataset();
const pair = (user: number, item: number, label: number): Pair => ({ user, item, label });

describe('ranking and visitor features', () => {
  it('put the user first and the item’s factors, genres and decade after', () => {
    const features = rankingFeatures(data);
    expect([features.pairDim, features.userDim, features.itemDim]).toEqual([92, 32, 60]);
    const batch = packTasks(features, [
      { id: 'a', support: [pair(3, 17, 1)], query: [pair(5, 9, 0)] },
    ]);
    const x = batch.support.pairs;
    expect(x.slice(0, 32)).toEqual(data.factors.user.slice(3 * 32, 4 * 32));
    expect(x.slice(32, 64)).toEqual(data.factors.item.slice(17 * 32, 18 * 32));
    const hot = Array.from(x.slice(64).keys()).filter((c) => x[64 + c] !== 0);
    expect(hot).toEqual([
      ...genreIndices(data.movies.genres[17]),
      19 + decadeIndex(data.movies.year[17]),
    ]);
    expect(hot.every((c) => x[64 + c] === ATTRIBUTE_SCALE)).toBe(true);
    expect(itemFeatureNames(32)).toHaveLength(features.itemDim);
  });

  it('know no user for somebody unknown', () => {
    const features = anonymousFeatures(data);
    expect(features.pairDim).toBe(60);
    const batch = packTasks(features, [
      { id: 'a', support: [pair(-1, 4, 1)], query: [pair(-1, 4, 1)] },
    ]);
    expect(batch.support.pairs.slice(0, 32)).toEqual(data.factors.item.slice(4 * 32, 5 * 32));
  });

  it('pad shorter support sets and say where', () => {
    const features = anonymousFeatures(data);
    const query = [pair(-1, 0, 1)];
    const { support } = packTasks(features, [
      { id: 'a', support: [pair(-1, 1, 1), pair(-1, 2, 0)], query },
      { id: 'b', support: [pair(-1, 3, 1)], query },
    ]);
    expect([support.tasks, support.size]).toEqual([2, 2]);
    expect(Array.from(support.mask ?? [])).toEqual([1, 1, 1, 0]);
    expect(Array.from(support.labels)).toEqual([1, 0, 1, 0]);
    expect(support.pairs.slice(3 * 60).every((value) => value === 0)).toBe(true);
  });
});

describe('rating features', () => {
  const features = ratingFeatures(data);
  const { user, item, halfStars } = data.ratings;
  const rows = Array.from(user.keys()).filter((k) => data.raters.fold[user[k]] === SPLIT.metaTrain);
  const vector = (i: number, without?: number) => {
    const out = new Float32Array(features.pairDim);
    features.write(i, out, 0, without);
    return out;
  };

  it('have a name for every column', () => {
    expect(ratingFeatureNames(data.raters.dim)).toHaveLength(features.pairDim);
  });

  it('leave a user out as if the ratings had never been given', () => {
    const left = rows[Math.floor(rows.length / 2)];
    const [u, i] = [user[left], item[left]];
    const others = rows.filter((k) => item[k] === i && user[k] !== u);
    const total = others.reduce((sum, k) => sum + halfStars[k] / 2 - features.mean, 0);
    const statistics = features.statistics(i, u);
    expect(statistics.count).toBe(others.length);
    expect(statistics.bias).toBeCloseTo(total / (others.length + SHRINKAGE), 9);
    expect(statistics.bias).not.toBeCloseTo(features.statistics(i).bias, 4);

    // Sherman-Morrison against the regression solved afresh without the user's row.
    const stars = rows.map((k) => halfStars[k] / 2);
    const columns = { user: rows.map((k) => user[k]), item: rows.map((k) => item[k]), stars };
    const residual = biasResiduals(columns, itemBiases(columns, data.movies.count), data.users);
    const kept = rows
      .map((_, n) => n)
      .filter((n) => !(columns.user[n] === u && columns.item[n] === i));
    const solve = (chosen: number[]) =>
      ridgeRows(
        sparseRows(data.movies.count, chosen.map((n) => columns.item[n]), chosen.map((n) => columns.user[n])),
        chosen.map((n) => residual[n]),
        Float64Array.from(data.raters.factors),
        EXPLICIT_DEFAULTS,
      ).subarray(i * data.raters.dim, (i + 1) * data.raters.dim); // prettier-ignore
    const all = solve(rows.map((_, n) => n));
    const without = solve(kept);
    const [given, givenWithout] = [vector(i), vector(i, u)];
    const scale = given[0] / all[0];
    for (let j = 0; j < data.raters.dim; j++) {
      expect(given[j]).toBeCloseTo(all[j] * scale, 4);
      expect(givenWithout[j]).toBeCloseTo(without[j] * scale, 4);
    }
  });

  it('are the same for a user who is held out', () => {
    const held = Array.from(data.raters.fold.keys()).find(
      (u) => data.raters.fold[u] === SPLIT.metaTest,
    ) as number;
    expect(vector(item[rows[0]], held)).toEqual(vector(item[rows[0]]));
  });
});

describe('packRatingTasks', () => {
  const features = ratingFeatures(data);
  const task = {
    id: 'user:0',
    support: [pair(0, 1, 4.5), pair(0, 2, 2)],
    query: [pair(0, 3, 5), pair(0, 4, 1)],
  };

  it('plain: labels are stars and the base is nothing', () => {
    const batch = packRatingTasks(features, [task], PLAIN_TREATMENT);
    expect(Array.from(batch.support.labels)).toEqual([4.5, 2]);
    expect(Array.from(batch.query.labels)).toEqual([5, 1]);
    expect(Array.from(batch.base)).toEqual([0, 0]);
  });

  it('full: base and residual add up to the stars, and the base is that of the biases', () => {
    const batch = packRatingTasks(features, [task], FULL_TREATMENT);
    batch.base.forEach((base, k) =>
      expect(base + batch.query.labels[k]).toBeCloseTo(task.query[k].label, 5),
    );
    const after = task.support.map(
      (p) => p.label - features.mean - features.statistics(p.item, 0).bias,
    );
    const bias = (after[0] + after[1]) / (2 + SHRINKAGE);
    expect(batch.base[0]).toBeCloseTo(features.mean + bias + features.statistics(3, 0).bias, 5);
    expect(batch.statistics[0]).toBeCloseTo(bias, 5);
    expect(batch.statistics[2]).toBeCloseTo(Math.log(3), 5);
  });
});

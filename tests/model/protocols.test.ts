import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundledDataset } from '../../scripts/lib/dataset';
import { createRandom } from '../../src/data/random';
import { SPLIT } from '../../src/data/types';
import type { Dataset } from '../../src/data/types';
import { itemPop } from '../../src/model/baselines/item-pop';
import { evaluateSystem } from '../../src/model/evaluation/evaluate';
import { paperScenarioEpisodes, pooled } from '../../src/model/evaluation/paper-scenario';
import '../../src/model/gradients';
import { withItemVectors } from '../../src/model/item-table';
import { PROTOCOLS } from '../../src/model/protocols';
import { warmColdFold } from '../../src/model/protocols/paper-user';
import { preset } from '../../src/model/presets';
import { SYSTEMS } from '../../src/model/registry';
import { findSystem } from '../../src/model/systems';

let data: Dataset;
const split = new Map<string, number>();
const key = (user: number, item: number) => `${user}:${item}`;

beforeAll(async () => {
  await tf.setBackend('cpu');
  data = await loadBundledDataset();
  const { ratings } = data;
  ratings.user.forEach((user, k) => split.set(key(user, ratings.item[k]), ratings.split[k]));
});

const asked = { setting: 'ranking', treatment: 'plain', seed: 2 } as const;

describe('paper-scenario', () => {
  const { 'paper-scenario': protocol } = PROTOCOLS;

  it('has the tasks of the paper: 64 likes, 128 negatives, 128 queries each way, all inside the scenario', () => {
    const { sampler, pack, pairDim } = protocol.data(data, asked, true);
    const tasks = sampler.batch(createRandom(1), 12);
    for (const { id, support, query } of tasks) {
      const inside = new Set(data.scenarios.find((s) => s.id === id)!.items);
      const liked = support.filter(({ label }) => label === 1);
      expect([liked.length, support.length, query.length]).toEqual([64, 192, 256]);
      expect([...support, ...query].every(({ item }) => inside.has(item))).toBe(true);
      const negatives = [...support, ...query].filter(({ label }) => label === 0);
      const known = negatives.map(({ user, item }) => split.get(key(user, item)));
      expect(known.includes(SPLIT.background) || known.includes(SPLIT.metaTrain)).toBe(false);
    }
    // Factors of user and item, and nothing else.
    expect(pairDim).toBe(2 * data.factors.dim);
    expect(pack(tasks.slice(0, 1)).query.pairs.length).toBe(256 * pairDim);
  });

  it('has the sizes and the optimiser of the paper, without what this page adds', () => {
    const parts = { encoder: 'gru', hybrid: 'dot', modulation: 'film' } as const;
    const config = protocol.config(asked, parts, 64);
    expect(config).toEqual(preset('paper', { task: 'ranking', ...parts }, 64));
    expect(config.sizes.gruHidden).toBe(256);
    expect([config.prototype, config.consensus, config.inputs]).toEqual([undefined, undefined, undefined]);
    expect(protocol.schedule('ranking', 'plain')).toMatchObject({ learningRate: 1e-4, weightDecay: 1e-5, tasksPerStep: 1 });
    expect(protocol.training('ranking', 'plain')).toEqual({});
  }); // prettier-ignore

  it('ranks the scenario’s movies, those of the support set among them', () => {
    const sizes = { support: 64, supportNegatives: 128 };
    const episodes = paperScenarioEpisodes(data, { seed: 4, sizes });
    expect(episodes.length).toBe(32);
    const inBoth = episodes.flatMap(({ support, users }) => {
      const named = new Set(support.filter(({ label }) => label === 1).map(({ item }) => item));
      return users.flatMap(({ positives }) => positives.filter((item) => named.has(item)));
    });
    expect(inBoth.length).toBeGreaterThan(1000);
    for (const { id, items, support, users } of episodes) {
      expect(items).toEqual(data.scenarios.find((s) => s.id === id)!.items);
      expect([support.filter(({ label }) => label === 1).length, support.length]).toEqual([64, 192]);
      const givers = new Set(support.map(({ user }) => user));
      expect(users.some(({ user }) => givers.has(user))).toBe(false);
    }
  }); // prettier-ignore

  it('pools recall: two of three and none of one are two of four', () => {
    const users = [{ positives: [1, 2, 3] }, { positives: [4] }];
    const [ten, twenty] = pooled(users, [[2 / 3, 1, 1], [0, 1, 1]]); // prettier-ignore
    expect(ten).toBeCloseTo(2 / 4, 12);
    expect(twenty).toBeCloseTo(1, 12);
  });

  it('names itself in every row, and grades a wrong support set on the same lists', async () => {
    const plan = { ...asked, protocol: 'paper-scenario', steps: 0, wrongSupport: true, users: 2 } as const; // prettier-ignore
    const { rows, tasks } = await evaluateSystem(data, itemPop, plan);
    expect(rows.map(({ protocol: id, wrongSupport, support }) => [id, wrongSupport, support])).toEqual([
      ['paper-scenario', false, 64],
      ['paper-scenario', true, 64],
    ]); // prettier-ignore
    expect(tasks[0]['recall@20'].tasks).toEqual(tasks[1]['recall@20'].tasks);
  });
});

describe('paper-user', () => {
  it('tests the same warm users whoever it trained on', () => {
    const folds = (['warm', 'cold'] as const).map((train) => warmColdFold(data, 5, train).raters.fold); // prettier-ignore
    const of = (fold: Uint8Array, part: number) =>
      [...fold.keys()].filter((user) => fold[user] === part);
    const [tested, again] = folds.map((fold) => of(fold, SPLIT.metaTest));
    expect(tested).toEqual(again);
    const [warm, cold] = folds.map((fold) => of(fold, SPLIT.metaTrain));
    expect(warm.some((user) => cold.includes(user) || tested.includes(user))).toBe(false);
    const count = new Uint32Array(data.users);
    for (const user of data.ratings.user) count[user]++;
    const most = Math.max(...cold.map((user) => count[user]));
    expect([...warm, ...tested].every((user) => count[user] >= most)).toBe(true);
    expect(warmColdFold(data, 6, 'warm').raters.fold).not.toEqual(folds[0]);
  });

  it('describes an item by index, genres and decade, and nobody by who they are', () => {
    const { pack, table, pairDim } = PROTOCOLS['paper-user'].data(data, asked, true);
    const pair = (user: number) => ({ user, item: 77, label: 4 });
    const { support } = pack([{ id: 'one', support: [pair(3), pair(90)], query: [pair(3)] }]);
    const [first, second] = [support.pairs.slice(0, 29), support.pairs.slice(29)];
    expect(first).toEqual(second);
    expect(first[0]).toBe(77);
    expect(table).toEqual({ items: data.movies.count, dim: pairDim - 28 });
  });

  it('trains CMML and baselines on the table, whose vectors move', async () => {
    for (const id of ['cmml-film', 'melu-1']) {
      const plan = { setting: 'rating', treatment: 'plain', protocol: 'paper-user', seed: 0, steps: 1, wrongSupport: false } as const; // prettier-ignore
      const { rows } = await evaluateSystem(data, findSystem(SYSTEMS, id), plan);
      expect(rows[0].mae).toBeGreaterThan(0.5);
      expect(rows[0].mae).toBeLessThan(4);
    }
  }, 120_000);
});

describe('item vectors', () => {
  it('have the values and gradients of a product with one-hot rows', () => {
    const table = tf.tensor2d([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [3, 2]);
    // Two tasks; items 2, 0 and 2, 1, each with one attribute; the last is padding.
    const pairs = tf.tensor3d([2, 7, 0, 8, 2, 9, 1, 5], [2, 2, 2]);
    const [labels, mask] = [tf.zeros([2, 2]), tf.tensor2d([1, 1, 1, 0], [2, 2])];
    const weight = tf.tensor3d([1, 2, 3, -1, 4, 1, 0.5, 2, 1, 6, 7, 8], [2, 2, 3]);
    const out = (own: tf.Tensor2D) =>
      withItemVectors({ pairs, labels: labels as tf.Tensor2D, mask }, own).pairs;
    expect(Array.from(out(table).dataSync())).toEqual(
      [0.5, 0.6, 7, 0.1, 0.2, 8, 0.5, 0.6, 9, 0, 0, 0].map(Math.fround),
    );
    const gradient = tf.grad((own) => tf.sum(tf.mul(out(own as tf.Tensor2D), weight)))(table);
    const expected = [-1, 4, 0, 0, 1 + 0.5, 2 + 2];
    Array.from(gradient.dataSync()).forEach((value, k) => expect(value).toBeCloseTo(expected[k], 5));
  }); // prettier-ignore
});

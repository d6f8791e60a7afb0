import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../src/data/random';
import { SETTINGS } from '../../../src/kinds';
import { coldNasNetwork, STRENGTHS } from '../../../src/model/baselines/coldnas/network';
import {
  describe as describeStructure,
  operate,
  OPERATIONS,
  strongest,
} from '../../../src/model/baselines/coldnas/structure';
import type { Structure } from '../../../src/model/baselines/coldnas/structure';
import { evaluateSystem } from '../../../src/model/evaluation/evaluate';
import { preset } from '../../../src/model/presets';
import { SYSTEMS } from '../../../src/model/registry';
import { findSystem } from '../../../src/model/systems';
import type { System } from '../../../src/model/systems';
import type { Objective } from '../../../src/model/types';
import { tinyDataset } from '../../data/tiny';
import { expectClose, gradientsOf, rankingSet, ratingSet, startWeights } from './tensors';

describe('the search space', () => {
  it('operations by hand; a factor is not negative', () => {
    const x = tf.tensor2d([[1, -2, 3]]);
    const vector = tf.tensor2d([[2, -1, -4]]);
    expectClose(operate('max', x, vector), [2, -1, 3]);
    expectClose(operate('min', x, vector), [1, -2, -4]);
    expectClose(operate('product', x, vector), [2, 0, 0]);
    expectClose(operate('sum', x, vector), [3, -3, -1]);
  });

  it('keeps the strongest operations, wherever they are', () => {
    const strengths = [
      [0, 0, 0, 0.5],
      [-1, -1, -1, -1],
      [0.9, 0.1, 0.8, -3],
    ];
    const structure = strongest(strengths, 3);
    expect(structure).toEqual([['sum'], [], ['max', 'product']]);
    expect(describeStructure(structure)).toBe('input: sum; layer 1: -; layer 2: max product');
  });
});

const POSITIONS = 4;
const configOf = (task: Objective) =>
  preset('small', { task, encoder: 'mean', hybrid: 'dot', modulation: 'film' }, 5);
const none: Structure = Array.from({ length: POSITIONS }, () => []);
const all: Structure = Array.from({ length: POSITIONS }, () => OPERATIONS);
const only = (position: number, o: number): Structure =>
  none.map((_, p) => (p === position ? [OPERATIONS[o]] : []));

describe('the super-net', () => {
  const superNet = coldNasNetwork(configOf('ranking'));
  const weights = startWeights(superNet.specs);
  const { pairs } = rankingSet(2, 6, 5, 4);
  const support = rankingSet(2, 8, 5, 3);
  /** Scores where the operations of a structure have all their strength, and the others none. */
  const scoresOf = (strong: Structure) => {
    const strengths = strong.map((operations) =>
      OPERATIONS.map((operation) => (operations.includes(operation) ? 50 : -50)),
    );
    const own = { ...weights, [STRENGTHS]: tf.tensor2d(strengths) };
    return superNet.score(superNet.adapt(own, support), pairs);
  };

  it('is each structure of its space, at full strength', () => {
    const structures = [
      none,
      all,
      ...[0, 1, 3].flatMap((p) => [0, 1, 2, 3].map((o) => only(p, o))),
    ];
    for (const structure of structures) {
      const network = coldNasNetwork(configOf('ranking'), structure);
      const alone = network.score(network.adapt(weights, support), pairs);
      expectClose(scoresOf(structure), alone, 4);
    }
  });

  it('without operations is blind to the support set, with any it is not', () => {
    const other = rankingSet(2, 8, 5, 30);
    const heard = (structure: Structure) => {
      const network = coldNasNetwork(configOf('ranking'), structure);
      const gap = tf.sub(
        network.score(network.adapt(weights, support), pairs),
        network.score(network.adapt(weights, other), pairs),
      );
      return tf.max(tf.abs(gap)).dataSync()[0];
    };
    expect(heard(none)).toBe(0);
    for (const [o] of OPERATIONS.entries()) expect(heard(only(0, o))).toBeGreaterThan(0);
  });

  it('learns the strength of every operation, whichever the objective', () => {
    for (const objective of ['ranking', 'rating'] as const) {
      const setOf = objective === 'ranking' ? rankingSet : ratingSet;
      const network = coldNasNetwork(configOf(objective));
      // Large vectors, so that each maximum and minimum is met by some pair.
      const wide = Object.fromEntries(
        Object.entries(startWeights(network.specs)).map(([name, weight]) => [
          name,
          name.startsWith('modulation') ? tf.mul(weight, 4) : weight,
        ]),
      );
      const episodes = { support: setOf(3, 8, 5, 3), query: setOf(3, 16, 5, 4) };
      const { [STRENGTHS]: gradient } = gradientsOf(wide, (own) =>
        network.loss(own, episodes, createRandom(0)),
      );
      expect(gradient).toHaveLength(POSITIONS * OPERATIONS.length);
      expect(gradient.filter((value) => value === 0)).toEqual([]);
    }
  });
});

describe('the search as a system', () => {
  const dataset = tinyDataset();

  it.each(SETTINGS)('says what it found: four operations (%s)', async (setting) => {
    const found = await findSystem(SYSTEMS, 'coldnas').train({ dataset, setting, seed: 0, steps: 1, treatment: 'plain' }); // prettier-ignore
    expect(found.found).toMatch(/^input: .*; layer 1: .*; layer 2: .*; layer 3: /);
    const words = found.found!.split(/\W+/);
    const operations = words.filter((word) => (OPERATIONS as readonly string[]).includes(word));
    expect(operations).toHaveLength(4);
    const support = [{ user: -1, item: 3, label: 1 }];
    const scores = await found.score(support, [-1], Uint32Array.of(0, 5));
    expect([...scores].every(Number.isFinite)).toBe(true);
    found.dispose?.();
  });

  it('what was found stands in the row', async () => {
    const system: System = {
      id: 'finder',
      name: 'Finder',
      settings: ['rating'],
      trained: false,
      train: () =>
        Promise.resolve({
          found: 'input: sum',
          score: (_, users, items) =>
            Promise.resolve(new Float32Array(users.length * items.length)),
        }),
    };
    const plan = { setting: 'rating', seed: 0, steps: 0, treatment: 'plain', wrongSupport: false } as const; // prettier-ignore
    const { rows } = await evaluateSystem(dataset, system, plan);
    expect(rows.map(({ found }) => found)).toEqual(['input: sum']);
  });
});

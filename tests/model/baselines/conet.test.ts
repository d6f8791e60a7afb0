import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

import { coNetLoss, coNetScores, coNetSpecs } from '../../../src/model/baselines/conet';
import { linear } from '../../../src/model/baselines/network';
import type { Weights } from '../../../src/model/baselines/network';
import {
  expectClose,
  gradientsOf,
  numbers,
  randomPairs,
  rankingSet,
  startWeights,
} from './tensors';

const SIZES = { pairDim: 3, widths: [4, 4, 4] };

function withoutTransfer(weights: Weights): Weights {
  const entries = Object.entries(weights).map(([name, weight]) => [
    name,
    name.startsWith('transfer') ? tf.zerosLike(weight) : weight,
  ]);
  return Object.fromEntries(entries);
}

describe('CoNet', () => {
  const weights = startWeights(coNetSpecs(SIZES));
  const target = randomPairs(2, 5, 3, 1);
  const source = randomPairs(2, 5, 3, 2);

  it('with zero transfer is two separate towers', () => {
    const tower = (name: string, pairs: typeof target) => {
      let h = pairs;
      for (let l = 0; l < 3; l++) h = tf.relu(linear(weights, `${name}.fc${l}`, h));
      return tf.squeeze(linear(weights, `${name}.out`, h), [2]);
    };
    const scores = coNetScores(withoutTransfer(weights), 3, target, source);
    expectClose(scores.target, tower('target', target));
    expectClose(scores.source, tower('source', source));
  });

  it('with transfer the source pair matters to the target score', () => {
    const other = randomPairs(2, 5, 3, 3);
    const scores = numbers(coNetScores(weights, 3, target, source).target);
    const moved = numbers(coNetScores(weights, 3, target, other).target);
    expect(Math.max(...scores.map((s, i) => Math.abs(s - moved[i])))).toBeGreaterThan(1e-3);
  });

  it('by hand: one unit a layer', () => {
    const one: Weights = Object.fromEntries(
      coNetSpecs({ pairDim: 1, widths: [1, 1] }).map(({ name, shape }) => [name, tf.ones(shape)]),
    );
    one['transfer1.weight'] = tf.tensor2d([[0.5]]);
    const scores = coNetScores(one, 2, tf.tensor3d([[[2]]]), tf.tensor3d([[[4]]]));
    // First layer: t = 2 + 1, s = 4 + 1. Second: t = 3 + 1 + 0.5 * 5, s = 5 + 1 + 0.5 * 3.
    expectClose(scores.target, [6.5 + 1]);
    expectClose(scores.source, [7.5 + 1]);
  });

  it('L1 pulls every transfer weight towards zero', () => {
    const sets = [rankingSet(1, 4, 3, 1), rankingSet(1, 4, 3, 2)] as const;
    const gradient = (l1: number) =>
      gradientsOf(weights, (own) => tf.sum(coNetLoss(own, 3, ...sets, { l1 })));
    const [plain, penalised] = [gradient(0), gradient(0.1)];
    const signs = numbers(tf.sign(weights['transfer1.weight']));
    expectClose(
      penalised['transfer1.weight'],
      plain['transfer1.weight'].map((g, i) => g + 0.1 * signs[i]),
    );
    expectClose(penalised['target.fc1.weight'], plain['target.fc1.weight']);
  });
});

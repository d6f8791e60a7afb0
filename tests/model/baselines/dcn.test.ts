import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../src/data/random';
import { crossLayer } from '../../../src/model/baselines/dcn';
import { dcn } from '../../../src/model/baselines/dcn-variants';
import { setLoss } from '../../../src/model/baselines/objective';
import { expectClose, gradientsOf, numbers, rankingSet, ratingSet, startWeights } from './tensors';

describe('cross layer', () => {
  it('by hand: x0 (x . w) + b + x', () => {
    const x0 = tf.tensor3d([1, 2], [1, 1, 2]);
    const x = tf.tensor3d([3, -1], [1, 1, 2]);
    // x . w = 3 * 0.5 - 1 * 2 = -0.5
    const out = crossLayer(x0, x, tf.tensor1d([0.5, 2]), tf.tensor1d([0.1, 0.2]));
    expectClose(out, [1 * -0.5 + 0.1 + 3, 2 * -0.5 + 0.2 - 1]);
  });

  it('takes one weight a task', () => {
    const x = tf.tensor3d([1, 2, 1, 2], [2, 1, 2]);
    const weight = tf.tensor2d([[1, 0], [0, 1]]); // prettier-ignore
    const out = crossLayer(x, x, weight, tf.zeros([2, 2]));
    expectClose(out, [1 + 1, 2 + 2, 2 + 1, 4 + 2]);
  });
});

describe('DCN and DCN-F', () => {
  it('DCN is blind to the support set', () => {
    const baseline = dcn(4, 'ranking');
    const weights = startWeights(baseline.specs);
    const query = rankingSet(2, 4, 4, 5);
    const random = createRandom(0);
    const lossAfter = (seed: number) =>
      numbers(baseline.loss(weights, { support: rankingSet(2, 6, 4, seed), query }, random));
    expect(lossAfter(1)).toEqual(lossAfter(2));
    expect(baseline.adapt(weights, query)).toBe(weights);
  });

  it('DCN-F lowers the support loss of every task, whichever the objective', () => {
    for (const objective of ['ranking', 'rating'] as const) {
      const support = (objective === 'ranking' ? rankingSet : ratingSet)(3, 8, 4);
      const baseline = dcn(4, objective, { steps: 10, rate: 0.01 });
      const weights = startWeights(baseline.specs);
      const lossOf = (own: typeof weights) =>
        numbers(setLoss(objective, baseline.score(own, support.pairs), support));
      const before = lossOf(weights);
      const after = lossOf(baseline.adapt(weights, support));
      after.forEach((loss, task) => expect(loss).toBeLessThan(before[task]));
    }
  });

  it('meta-training of DCN-F is that of DCN', () => {
    const query = rankingSet(2, 4, 4, 5);
    const episodes = { support: rankingSet(2, 6, 4), query };
    const plain = dcn(4, 'ranking');
    const tuned = dcn(4, 'ranking', { steps: 3, rate: 0.1 });
    const weights = startWeights(plain.specs);
    const [a, b] = [plain, tuned].map((baseline) =>
      gradientsOf(weights, (own) => baseline.loss(own, episodes, createRandom(0))),
    );
    expect(a).toEqual(b);
  });
});

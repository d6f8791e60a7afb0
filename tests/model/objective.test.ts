import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hinge, huber, meanSquare, pairwiseLogistic } from '../../src/model/objective';
import { routeRegulariser } from '../../src/model/training/route-regulariser';
import { useBackend } from './setup';

const value = (scalar: tf.Scalar): number => scalar.dataSync()[0];

describe.each(['cpu', 'wasm'] as const)('losses on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('hinge: each positive against its own negative', () => {
    const scores = tf.tensor2d([2, 0, 0.5, 1, -1, 3, -1, 0], [2, 4]);
    // (2, 0.5) -> 0, (0, 1) -> 2; (-1, -1) -> 1, (3, 0) -> 0
    expect(value(hinge(scores))).toBeCloseTo((0 + 2 + 1 + 0) / 4, 6);
    expect(() => hinge(tf.zeros([1, 3]))).toThrow(/cannot be paired/);
  });

  const scores = () => tf.tensor2d([1, 2, 9, 4, 4, 9], [2, 3]);
  const ratings = () => tf.tensor2d([2, 2, 0, 4, 1, 0], [2, 3]);
  const mask = () => tf.tensor2d([1, 1, 0, 1, 1, 0], [2, 3]);

  it('mean square and Huber: mean of tasks, padding left out', () => {
    expect(value(meanSquare(scores(), ratings(), mask()))).toBeCloseTo((0.5 + 4.5) / 2, 6);
    // delta 0.5: error 1 costs 0.125 + 0.25, error 3 costs 0.125 + 1.25.
    expect(value(huber(scores(), ratings(), 0.5, mask()))).toBeCloseTo((0.375 + 1.375) / 4, 6);
  });

  it('pairwise logistic: weighted by the difference of gains', () => {
    const predicted = tf.tensor2d([0, 1, 5], [1, 3]);
    const stars = tf.tensor2d([3, 1, 2], [1, 3]);
    const gain = (s: number) => 2 ** s - 1;
    const wrong = (better: number, worse: number) => Math.log1p(Math.exp(-(better - worse)));
    const pairs: [number, number][] = [
      [gain(3) - gain(1), wrong(0, 1)],
      [gain(3) - gain(2), wrong(0, 5)],
      [gain(2) - gain(1), wrong(5, 1)],
    ];
    const total = pairs.reduce((sum, [weight]) => sum + weight, 0);
    const expected = pairs.reduce((sum, [weight, loss]) => sum + weight * loss, 0) / total;
    expect(value(pairwiseLogistic(predicted, stars))).toBeCloseTo(expected, 5);
    const twice = tf.mul(predicted, 2) as tf.Tensor2D;
    const steep = value(pairwiseLogistic(predicted, stars, undefined, 2));
    expect(steep).toBeCloseTo(value(pairwiseLogistic(twice, stars)), 6);
    const first = tf.tensor2d([1, 1, 0], [1, 3]);
    expect(value(pairwiseLogistic(predicted, stars, first))).toBeCloseTo(wrong(0, 1), 5);
  });

  it('route regulariser: 0 for one route, minus the information for routes by task', () => {
    const route = (rows: number[][]) => tf.tensor3d(rows.flat(), [rows.length, 2, 1]);
    const same = route([[0.5, 0.5], [0.5, 0.5]]); // prettier-ignore
    expect(value(routeRegulariser([same], 2))).toBeCloseTo(0, 5);
    const apart = route([[1, 0], [0, 1]]); // prettier-ignore
    expect(value(routeRegulariser([apart], 2))).toBeCloseTo(-Math.LN2, 5);
    // Differences between the pairs of one task do not count.
    expect(value(routeRegulariser([apart], 1))).toBeCloseTo(0, 5);
  });

  it('route regulariser: wants the routes of scenarios apart and those of their draws alike', () => {
    // Four tasks of one pair, one target, two sources; two scenarios of two draws.
    const routes = (...first: number[]) => tf.tensor3d(first.flatMap((p) => [p, 1 - p]), [4, 2, 1]);
    const ofScenario = routes(1, 1, 0, 0);
    const ofDraw = routes(1, 0, 1, 0);
    expect(value(routeRegulariser([ofScenario], 4, 2))).toBeCloseTo(-Math.LN2, 5);
    expect(value(routeRegulariser([ofDraw], 4, 2))).toBeCloseTo(Math.LN2, 5);
    // Taken as four tasks, the two cannot be told apart.
    expect(value(routeRegulariser([ofDraw], 4))).toBeCloseTo(-Math.LN2, 5);
  }); // prettier-ignore
});

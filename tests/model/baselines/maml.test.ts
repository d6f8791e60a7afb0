import * as tf from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../src/data/random';
import { adapt } from '../../../src/model/baselines/inner-loop';
import { maml, melu, metaCs, metaSgd } from '../../../src/model/baselines/maml';
import type { ScoreNetwork } from '../../../src/model/baselines/network';
import { constant } from '../../../src/model/specs';
import { expectClose, gradientsOf, numbers, rankingSet, ratingSet, startWeights } from './tensors';

/** `f(x) = w x`: everything about an inner step has a closed form. */
const line: ScoreNetwork = {
  specs: [{ name: 'w', shape: [1, 1], init: constant(0.5) }],
  score: (weights, pairs) => {
    const w = tf.reshape(weights.w, [-1, 1, 1]);
    return tf.squeeze(tf.mul(pairs, w), [2]) as Tensor2D;
  },
};

const X = [1, 2];
const Y = [3, 5];
const QUERY_X = 2;
const QUERY_Y = 1;
const W = 0.5;
const RATE = 0.1;
const set = (x: number[], y: number[]) => ({
  pairs: tf.tensor3d(x, [1, x.length, 1]),
  labels: tf.tensor2d([y]),
});
const slope = (w: number) => X.reduce((sum, x, k) => sum + (2 * x * (w * x - Y[k])) / X.length, 0);
const curvature = X.reduce((sum, x) => sum + (2 * x * x) / X.length, 0);
const querySlope = (w: number) => 2 * QUERY_X * (w * QUERY_X - QUERY_Y);

describe('MAML of a line', () => {
  const weights = startWeights(line.specs);
  const episodes = { support: set(X, Y), query: set([QUERY_X], [QUERY_Y]) };
  const stepped = W - RATE * slope(W);

  it('makes the inner step that the derivative says', () => {
    const baseline = maml(line, ['w'], { objective: 'rating', steps: 1, rate: RATE });
    expectClose(baseline.adapt(weights, episodes.support).w, [stepped]);
  });

  it('second order: the meta-gradient has the factor 1 - rate * curvature for each step', () => {
    for (const steps of [1, 3]) {
      let w = W;
      for (let k = 0; k < steps; k++) w -= RATE * slope(w);
      const baseline = maml(line, ['w'], { objective: 'rating', steps, rate: RATE });
      const { w: gradient } = gradientsOf(weights, (own) =>
        baseline.loss(own, episodes, createRandom(0)),
      );
      expectClose(gradient, [querySlope(w) * (1 - RATE * curvature) ** steps], 4);
    }
  });

  it('first order: the meta-gradient is the query gradient where the inner loop ended', () => {
    const baseline = maml(line, ['w'], { objective: 'rating', steps: 1, rate: RATE, order: 1 });
    const { w } = gradientsOf(weights, (own) => baseline.loss(own, episodes, createRandom(0)));
    expectClose(w, [querySlope(stepped)]);
  });

  it('Meta-SGD: the gradient of a rate is minus query slope times support slope', () => {
    const baseline = maml(line, ['w'], { objective: 'rating', steps: 1, rate: RATE }, true);
    const own = startWeights(baseline.specs);
    expect(numbers(own['rate.w'])[0]).toBeCloseTo(RATE);
    const gradients = gradientsOf(own, (w) => baseline.loss(w, episodes, createRandom(0)));
    expectClose(gradients['rate.w'], [-querySlope(stepped) * slope(W)]);
  });

  it('first order equals second order where the support loss has no curvature', () => {
    // The ranking hinge of a linear score is piecewise linear: its Hessian is zero.
    const ranking = {
      support: { pairs: tf.tensor3d([0.3, -0.2, 0.1, 0.4], [1, 4, 1]), labels: tf.tensor2d([[1, 0, 1, 0]]) },
      query: { pairs: tf.tensor3d([0.5, -0.1], [1, 2, 1]), labels: tf.tensor2d([[1, 0]]) },
    }; // prettier-ignore
    const [first, second] = ([1, 2] as const).map((order) => {
      const baseline = maml(line, ['w'], { objective: 'ranking', steps: 3, rate: RATE, order });
      return gradientsOf(weights, (own) => baseline.loss(own, ranking, createRandom(0))).w;
    });
    expect(first[0]).toBeCloseTo(-0.6, 5);
    expectClose(first, second);
  });
});

describe('baselines on the decision network', () => {
  const sizes = { pairDim: 5, embedding: 4, decision: [3, 3] };
  const options = { objective: 'rating' as const, steps: 3, rate: 0.05 };
  const support = ratingSet(2, 6, 5);

  it('MeLU leaves the embedding layer alone, MetaCS-DNN adapts everything', () => {
    const names = (baseline: ReturnType<typeof melu>) => {
      const adapted = baseline.adapt(startWeights(baseline.specs), support);
      return Object.keys(adapted).filter((name) => adapted[name].shape[0] === 2 && adapted[name].rank > 1);
    }; // prettier-ignore
    expect(names(melu(sizes, options))).toHaveLength(6);
    expect(names(melu(sizes, options))).not.toContain('embed.weight');
    expect(names(metaCs(sizes, options))).toContain('embed.weight');
  });

  it('lowers the support loss step by step and tells its curve', () => {
    const baseline = metaCs(sizes, { ...options, steps: 8 });
    const curve: number[] = [];
    baseline.adapt(startWeights(baseline.specs), support, (_, loss) =>
      curve.push(numbers(loss)[0]),
    );
    expect(curve).toHaveLength(8);
    for (let k = 1; k < 8; k++) expect(curve[k]).toBeLessThan(curve[k - 1]);
  });

  it('adapts tasks side by side as it adapts each alone', () => {
    const baseline = melu(sizes, { ...options, objective: 'ranking' });
    const weights = startWeights(baseline.specs);
    const both = rankingSet(2, 6, 5);
    const together = baseline.score(baseline.adapt(weights, both), both.pairs);
    const alone = [0, 1].map((task) => {
      const pairs = tf.slice(both.pairs, [task, 0, 0], [1, -1, -1]);
      const labels = tf.slice(both.labels, [task, 0], [1, -1]);
      return baseline.score(baseline.adapt(weights, { pairs, labels }), pairs);
    });
    expectClose(together, tf.concat(alone, 0));
  });

  it('padding teaches nothing', () => {
    const baseline = melu(sizes, { ...options, objective: 'ranking' });
    const weights = startWeights(baseline.specs);
    const { pairs, labels } = rankingSet(1, 6, 5);
    const padded = {
      pairs: tf.concat([pairs, tf.fill([1, 2, 5], 9)], 1),
      labels: tf.concat([labels, tf.tensor2d([[1, 0]])], 1),
      mask: tf.tensor2d([[1, 1, 1, 1, 1, 1, 0, 0]]),
    } as typeof support;
    const scores = baseline.score(baseline.adapt(weights, { pairs, labels }), pairs);
    expectClose(baseline.score(baseline.adapt(weights, padded), pairs), scores);
  });

  it('leaves no tensor behind', () => {
    const baseline = metaSgd(sizes, options);
    const weights = startWeights(baseline.specs);
    const query = ratingSet(2, 4, 5, 9);
    const random = createRandom(0);
    const once = () =>
      tf.tidy(() => {
        gradientsOf(weights, (own) => baseline.loss(own, { support, query }, random));
      });
    once();
    const before = tf.memory().numTensors;
    once();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('inner loop', () => {
  it('holds no more memory for many steps than for two', async () => {
    const sizes = { pairDim: 5, embedding: 4, decision: [3, 3] };
    const support = ratingSet(2, 6, 5);
    const peak = async (steps: number) => {
      const baseline = metaCs(sizes, { objective: 'rating', steps, rate: 0.05 });
      const weights = startWeights(baseline.specs);
      const before = tf.memory().numBytes;
      const { peakBytes } = await tf.profile(() => tf.tidy(() => baseline.adapt(weights, support)));
      return peakBytes - before;
    };
    expect(await peak(20)).toBe(await peak(2));
  });

  it('of no steps changes nothing', () => {
    const weights = startWeights(line.specs);
    const adapted = adapt(line, weights, set(X, Y), {
      objective: 'rating', steps: 0, rate: RATE, adapted: ['w'], order: 2,
    }); // prettier-ignore
    expectClose(adapted.w, [W]);
  });
});

import * as tf from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

import { createRandom, normal } from '../../../src/data/random';
import type { Random } from '../../../src/data/random';
import { packPairs } from '../../../src/data/features';
import type { Pair, Task } from '../../../src/data/types';
import { baselineLearner } from '../../../src/model/baselines/learner';
import { sharedWeights } from '../../../src/model/baselines/network';
import type { Weights } from '../../../src/model/baselines/network';
import { tanp } from '../../../src/model/baselines/tanp';
import { decode, decoderSpecs, modulationOf } from '../../../src/model/baselines/tanp/decoder';
import { clusterLoss, identityOf, identitySpecs } from '../../../src/model/baselines/tanp/identity';
import {
  divergence,
  drawLatent,
  latentOf,
  latentSpecs,
} from '../../../src/model/baselines/tanp/latent';
import { encodePairs, pairEncoderSpecs } from '../../../src/model/baselines/tanp/pair-encoder';
import { baselineWithTable, withItemVectors } from '../../../src/model/item-table';
import { Trainer } from '../../../src/model/training/trainer';
import {
  expectClose,
  gradientsOf,
  numbers,
  randomPairs,
  rankingSet,
  ratingSet,
  startWeights,
} from './tensors';

const SIZES = { pairDim: 3, embedding: 6, decision: [6, 6] };
const gaussian = (mean: number[], deviation: number[]) => ({
  mean: tf.tensor2d([mean]),
  deviation: tf.tensor2d([deviation]),
});

describe('the encoder of pairs', () => {
  const weights = startWeights(pairEncoderSpecs('e', 3, 5));
  const set = ratingSet(2, 4, 3);

  it('does not see the order of the pairs', () => {
    const turned = { pairs: tf.reverse(set.pairs, 1), labels: tf.reverse(set.labels, 1) };
    expectClose(encodePairs(weights, 'e', set), encodePairs(weights, 'e', turned));
  });

  it('does not see padding, and knows of an empty set nothing but its last bias', () => {
    const pairs = tf.concat([set.pairs, randomPairs(2, 2, 3, 9)], 1) as typeof set.pairs;
    const labels = tf.concat([set.labels, tf.ones([2, 2])], 1) as Tensor2D;
    const mask = tf.tensor2d([[1, 1, 1, 1, 0, 0], [1, 1, 1, 1, 0, 0]]); // prettier-ignore
    expectClose(encodePairs(weights, 'e', { pairs, labels, mask }), encodePairs(weights, 'e', set));
    const nobody = encodePairs(weights, 'e', { pairs, labels, mask: tf.zeros([2, 6]) });
    const bias = numbers(weights['e.fc2.bias']);
    expectClose(nobody, [...bias, ...bias]);
  });

  it('hears the labels', () => {
    const other = { ...set, labels: tf.add(set.labels, 1) as Tensor2D };
    const difference = tf.sub(encodePairs(weights, 'e', set), encodePairs(weights, 'e', other));
    expect(numbers(tf.max(tf.abs(difference)))[0]).toBeGreaterThan(0.01);
  });
});

describe('the latent Gaussian', () => {
  it('divergence by hand, and none from itself', () => {
    const posterior = gaussian([1, 0], [0.5, 1]);
    const prior = gaussian([0, 0], [1, 0.2]);
    // ln(1 / 0.5) + (0.25 + 1) / 2 - 0.5, and ln 0.2 + 1 / 0.08 - 0.5
    const expected = Math.LN2 + 0.625 - 0.5 + Math.log(0.2) + 12.5 - 0.5;
    expectClose(divergence(posterior, prior), [expected], 4);
    expectClose(divergence(posterior, posterior), [0]);
  });

  it('draws have its mean and its deviation', () => {
    const random = createRandom(4);
    const columns = 4000;
    const many = gaussian(Array(columns).fill(2), Array(columns).fill(0.3));
    const { mean, variance } = tf.moments(drawLatent(many, random));
    expect(numbers(mean)[0]).toBeCloseTo(2, 1);
    expect(Math.sqrt(numbers(variance)[0])).toBeCloseTo(0.3, 1);
  });

  it('keeps its deviation between a tenth and one, however far the pairs', () => {
    const weights = startWeights(latentSpecs(3, 5, 4));
    const set = ratingSet(2, 4, 3);
    const far = { ...set, pairs: tf.mul(set.pairs, 1e4) as typeof set.pairs };
    for (const value of numbers(latentOf(weights, far).deviation)) {
      expect(value).toBeGreaterThanOrEqual(0.1 - 1e-6);
      expect(value).toBeLessThanOrEqual(1);
    }
  });
});

describe('the identity of a task', () => {
  it('shares by hand: 1 / (1 + distance²), and the centroids by their shares', () => {
    const specs = identitySpecs(3, 2, 2);
    const weights: Weights = {
      ...startWeights(specs),
      'identity.fc2.bias': tf.zeros([2]),
      'identity.centroids': tf.tensor2d([[0, 0], [0, 2]]),
    }; // prettier-ignore
    // Without a pair the task's own vector is 0: distances² 0 and 4.
    const empty = { pairs: tf.zeros([1, 1, 3]) as tf.Tensor3D, labels: tf.zeros([1, 1]) as Tensor2D, mask: tf.zeros([1, 1]) as Tensor2D }; // prettier-ignore
    const { shares, task } = identityOf(weights, empty);
    expectClose(shares, [1 / 1.2, 0.2 / 1.2]);
    expectClose(task, [0, (2 * 0.2) / 1.2]);
  });

  it('the cluster loss by hand, and 0 where nothing can be sharper', () => {
    const shares = [[0.75, 0.25], [0.25, 0.75]]; // prettier-ignore
    // Both clusters are as full: the target is 9 to 1.
    const expected = 0.9 * Math.log(0.9 / 0.75) + 0.1 * Math.log(0.1 / 0.25);
    expectClose(clusterLoss(tf.tensor2d(shares)), [expected]);
    expectClose(clusterLoss(tf.fill([3, 4], 0.25)), [0]);
  });

  it('descending the cluster loss makes the largest share larger', () => {
    const logits = tf.tensor2d([[0.4, 0], [0, 0.4]]); // prettier-ignore
    const gradient = tf.grad((x) => clusterLoss(tf.softmax(x as Tensor2D)))(logits);
    const [own, other] = numbers(gradient);
    expect(own).toBeLessThan(0);
    expect(other).toBeGreaterThan(0);
  });
});

describe('the decoder', () => {
  it('modulation by hand: FiLM, and with a gate', () => {
    const weights: Weights = {};
    const heads = { gamma: 1, beta: 2, shared: -1, gate: 3 };
    for (const [head, weight] of Object.entries(heads)) {
      weights[`fc0.${head}`] = tf.tensor2d([[weight]]);
    }
    const task = tf.tensor2d([[0.5]]);
    const gate = 1 / (1 + Math.exp(-1.5));
    const film = modulationOf(weights, 0, task, 'film');
    expectClose(film.gamma, [Math.tanh(0.5)]);
    expectClose(film.beta, [Math.tanh(1)]);
    const gated = modulationOf(weights, 0, task, 'gated');
    const shared = Math.tanh(-0.5) * (1 - gate);
    expectClose(gated.gamma, [Math.tanh(0.5) * gate + shared]);
    expectClose(gated.beta, [Math.tanh(1) * gate + shared]);
  });

  it('reads pair and latent variable as one vector', () => {
    const weights = startWeights(decoderSpecs({ ...SIZES, decision: [6] }, 2, 4, 'film'));
    const pairs = randomPairs(2, 3, 3);
    const z = tf.tensor2d([[1, -1], [0.5, 2]]); // prettier-ignore
    const layers = [{ gamma: tf.ones([2, 6]) as Tensor2D, beta: tf.zeros([2, 6]) as Tensor2D }];
    const read = (at: number) => {
      const x = tf.squeeze(tf.slice(pairs, [at, 0, 0], [1, -1, -1]), [0]) as Tensor2D;
      const embedded = tf.add(tf.matMul(x, weights['embed.weight'] as Tensor2D), weights['embed.bias']);
      const joined = tf.concat([embedded, tf.tile(tf.slice(z, [at, 0], [1, -1]), [3, 1])], 1) as Tensor2D;
      const whole = tf.concat([weights['fc0.weight'], weights['fc0.latent']], 0) as Tensor2D;
      const hidden = tf.relu(tf.add(tf.matMul(joined, whole), weights['fc0.bias'])) as Tensor2D;
      return numbers(tf.add(tf.matMul(hidden, weights['out.weight'] as Tensor2D), weights['out.bias']));
    }; // prettier-ignore
    expectClose(decode(weights, z, layers, pairs), [...read(0), ...read(1)]);
  });
});

describe('TaNP', () => {
  it('trains every parameter, whichever the objective and the modulation', () => {
    for (const objective of ['ranking', 'rating'] as const) {
      for (const modulation of ['film', 'gated'] as const) {
        const setOf = objective === 'ranking' ? rankingSet : ratingSet;
        const sizes = { pairDim: 3, embedding: 16, decision: [16, 16] };
        const baseline = tanp(sizes, { objective, modulation, latent: 4, clusters: 3 });
        const weights = startWeights(baseline.specs);
        // Wide apart, so that the last layer is not on for all of them: its bias would cancel out in a ranking.
        const wide = (count: number, seed: number) => {
          const { pairs, labels } = setOf(3, count, 3, seed);
          return { pairs: tf.mul(pairs, 5) as typeof pairs, labels };
        };
        const episodes = { support: wide(6, 3), query: wide(12, 4) };
        const gradients = gradientsOf(weights, (own) =>
          baseline.loss(own, episodes, createRandom(1)),
        );
        for (const [name, gradient] of Object.entries(gradients)) {
          // A constant added to all scores of a ranking changes nothing.
          const isFree = objective === 'ranking' && name === 'out.bias';
          const moves = gradient.some((value) => Math.abs(value) > 1e-9);
          expect([name, moves]).toEqual([name, !isFree]);
        }
      }
    }
  });

  it('its spread is what the latent variable leaves open: none where that is certain', () => {
    const baseline = tanp(SIZES, { objective: 'rating', latent: 4 });
    const weights = startWeights(baseline.specs);
    const adapted = baseline.adapt(weights, ratingSet(2, 5, 3));
    const pairs = randomPairs(2, 7, 3, 8);
    const spread = baseline.spread!(adapted, pairs, 30, createRandom(3));
    expect(spread.shape).toEqual([2, 7]);
    expect(Math.min(...numbers(spread))).toBeGreaterThan(0);
    const certain = { ...adapted, 'task.deviation': tf.zerosLike(adapted['task.deviation']) };
    expectClose(baseline.spread!(certain, pairs, 5, createRandom(3)), Array(14).fill(0));
  });

  it('is as unsure where the vectors of items are learned', () => {
    const table = { items: 4, dim: 2 };
    const own = tanp(SIZES, { objective: 'rating', latent: 4 });
    const baseline = baselineWithTable(own, table);
    const weights = startWeights(baseline.specs);
    const of = (items: number[]) => tf.tensor3d(items.flatMap((item) => [item, 1]), [1, items.length, 2]); // prettier-ignore
    const vectors = (items: number[]) => withItemVectors({ pairs: of(items), labels: tf.tensor2d([items.map(() => 3)]) }, weights['item.table'] as Tensor2D); // prettier-ignore
    const support = { pairs: of([0, 1]), labels: tf.tensor2d([[3, 3]]) };
    expectClose(
      baseline.spread!(baseline.adapt(weights, support), of([2, 3]), 6, createRandom(1)),
      own.spread!(own.adapt(weights, vectors([0, 1])), vectors([2, 3]).pairs, 6, createRandom(1)),
    );
  });

  it('learns to tell from the support set alone which way a task goes', () => {
    const baseline = tanp({ pairDim: 1, embedding: 8, decision: [8, 8] }, { objective: 'rating', latent: 4, clusters: 2 }); // prettier-ignore
    const xs = Array.from({ length: 64 }, (_, i) => (i - 31.5) / 20);
    const pack = (tasks: readonly Task[]) => {
      const packed = (sets: Pair[][]) =>
        packPairs(sets, 1, ({ item }, out, at) => void (out[at] = xs[item]));
      return {
        support: packed(tasks.map(({ support }) => support)),
        query: packed(tasks.map(({ query }) => query)),
      };
    };
    const task = (random: Random, sign: number): Task => {
      const pairs = (count: number) =>
        Array.from({ length: count }, (): Pair => {
          const item = random.integer(xs.length);
          return { user: -1, item, label: sign * xs[item] + 0.05 * normal(random) };
        });
      return { id: `${sign}`, support: pairs(6), query: pairs(8) };
    };
    const sampler = {
      batch: (random: Random, count: number) =>
        Array.from({ length: count }, (_, k) => task(random, k % 2 ? 1 : -1)),
    };
    const trainer = new Trainer({ learner: baselineLearner(baseline), sampler, pack, seed: 0, learningRate: 0.01, tasksPerStep: 8 }); // prettier-ignore
    for (let step = 0; step < 120; step++) trainer.step().dispose();
    const weights = sharedWeights(baseline.specs, trainer.parameters);
    const random = createRandom(77);
    for (const sign of [-1, 1]) {
      const { support, query } = pack([task(random, sign)]);
      const tensors = ({ pairs, labels, size }: typeof support) => ({
        pairs: tf.tensor3d(pairs, [1, size, 1]),
        labels: tf.tensor2d(labels, [1, size]),
      });
      const asked = tensors(query);
      const scores = numbers(
        baseline.score(baseline.adapt(weights, tensors(support)), asked.pairs),
      );
      const labels = numbers(asked.labels);
      const error = scores.reduce((sum, score, k) => sum + Math.abs(score - labels[k]), 0) / 8;
      // Blind to the support set the best answer is 0, which is about 0.8 away.
      expect(error).toBeLessThan(0.3);
    }
  });
});

import * as tf from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../src/data/random';
import { detach } from '../../../src/model/baselines/network';
import { metaCs } from '../../../src/model/baselines/maml';
import { s2meta } from '../../../src/model/baselines/s2meta';
import {
  controlStop,
  policyLoss,
  stopControllerSpecs,
  stopControllerStart,
} from '../../../src/model/baselines/s2meta/stop-controller';
import type { Decision } from '../../../src/model/baselines/s2meta/stop-controller';
import {
  controlUpdate,
  updateControllerSpecs,
  updateControllerStart,
} from '../../../src/model/baselines/s2meta/update-controller';
import { plainLstm, plainWeights, sigmoid } from './plain-lstm';
import { expectClose, gradientsOf, numbers, rankingSet, startWeights } from './tensors';

describe('update controller', () => {
  it('gives each parameter the gates that plain TypeScript gives it', () => {
    const weights = startWeights(updateControllerSpecs(3, 0.02));
    const parameters = [[0.4, -2], [1, 0]]; // prettier-ignore
    const gradients = [[1e-3, -0.5], [0, 1e-6]]; // prettier-ignore
    const losses = [0.7, 1.9];
    const gates = controlUpdate(
      weights,
      tf.tensor2d(parameters),
      tf.tensor2d(gradients),
      tf.tensor1d(losses),
      updateControllerStart(weights, tf.tensor2d(parameters)),
    );
    const lstm = plainWeights(weights, 'update.lstm');
    const expected = (name: string) => {
      const readout = numbers(weights[`update.${name}.weight`]);
      const [bias] = numbers(weights[`update.${name}.bias`]);
      return parameters.flatMap((row, task) =>
        row.map((parameter, p) => {
          const g = gradients[task][p];
          const features = [
            Math.max(-1, Math.log(Math.abs(g) + Math.exp(-20)) / 10),
            Math.max(-1, Math.min(1, g * Math.exp(10))),
            parameter,
            losses[task],
          ];
          const { hidden } = plainLstm(lstm, features, [0, 0, 0], [0, 0, 0]);
          return sigmoid(hidden.reduce((sum, h, j) => sum + h * readout[j], bias));
        }),
      );
    };
    expectClose(gates.forget, expected('forget'));
    expectClose(gates.input, expected('input'));
  });
});

describe('stop controller', () => {
  /** A support set whose query loss falls for `best` steps and rises afterwards. */
  const queryLossAt = (t: number, best: number) => 1 + 0.2 * Math.abs(t - best);
  const MAX = 6;
  const BEST = 3;

  /** One inner loop with sampled stops; the controller sees the loss rise as soon as it does. */
  function episode(weights: Record<string, tf.Tensor>, uniform: () => number) {
    const tasks = 16;
    let alive = tf.ones([tasks]) as Tensor1D;
    let updates = tf.zeros([tasks]) as Tensor1D;
    let final: tf.Tensor = tf.fill([tasks], queryLossAt(0, BEST));
    let state = stopControllerStart(weights, tasks);
    const decisions: Decision[] = [];
    for (let t = 0; t < MAX; t++) {
      const now = tf.fill([tasks], queryLossAt(t, BEST)) as Tensor1D;
      const norm = tf.fill([tasks], 0.5) as Tensor1D;
      const verdict = controlStop(weights, now, norm, state);
      state = verdict.state;
      const draws = tf.tensor1d(Array.from({ length: tasks }, uniform));
      const stop = tf.cast(tf.less(draws, tf.sigmoid(detach(verdict.logit))), 'float32');
      decisions.push({
        logit: verdict.logit,
        alive,
        stop: stop as Tensor1D,
        queryLoss: now,
        updates: t,
      });
      alive = tf.mul(alive, tf.sub(1, stop));
      updates = tf.add(updates, alive);
      const after = tf.fill([tasks], queryLossAt(t + 1, BEST));
      final = tf.add(tf.mul(alive, after), tf.mul(tf.sub(1, alive), final));
    }
    return { decisions, final: final as Tensor1D, updates };
  }

  it('learns by policy gradient to go on while the loss falls and to stop when it rises', () => {
    const specs = stopControllerSpecs(4);
    const random = createRandom(7);
    let weights = startWeights(specs, 3);
    for (let step = 0; step < 400; step++) {
      weights = tf.tidy(() => {
        const gradients = gradientsOf(weights, (own) => {
          const { decisions, final, updates } = episode(own, () => random.uniform());
          return policyLoss(decisions, final, updates, 0);
        });
        const entries = specs.map(({ name, shape }) => {
          const gradient = tf.tensor(gradients[name], shape);
          return [name, tf.sub(weights[name], tf.mul(gradient, 3))];
        });
        return Object.fromEntries(entries) as typeof weights;
      });
    }
    const { decisions } = episode(weights, () => 1);
    const chances = decisions.map(({ logit }) => sigmoid(numbers(logit)[0]));
    for (let t = 0; t < BEST; t++) expect(chances[t], `step ${t}`).toBeLessThan(0.2);
    for (let t = BEST; t < MAX; t++) expect(chances[t], `step ${t}`).toBeGreaterThan(0.8);
  });

  it('by hand: going on is judged by what the query loss loses, stopping counts zero', () => {
    const vector = (...values: number[]) => tf.tensor1d(values);
    // Task 0 goes on at t = 1 and ends at loss 0.4; task 1 stops at t = 1.
    const loss = (logit: Tensor1D) =>
      policyLoss(
        [{ logit, alive: vector(1, 1), stop: vector(0, 1), queryLoss: vector(0.9, 0.9), updates: 1 }],
        vector(0.4, 0.9),
        vector(2, 1),
        0.1,
      ); // prettier-ignore
    const [gradient] = tf.grads((logit) => loss(logit as Tensor1D))([vector(0.3, 0.3)]);
    // d softplus(z)/dz = sigmoid(z); advantage 0.9 - 0.4 - 0.1; mean of two tasks.
    expectClose(gradient, [(sigmoid(0.3) * 0.4) / 2, 0]);
  });
});

describe('s2Meta', () => {
  const sizes = { pairDim: 4, embedding: 3, decision: [3, 3] };
  const support = rankingSet(2, 6, 4);
  const query = rankingSet(2, 4, 4, 8);

  /** Gates that do not listen, forgetting nothing, with input gate `rate`; never stops. */
  function constantGates(weights: Record<string, tf.Tensor>, rate: number, stopBias: number) {
    return {
      ...weights,
      'update.forget.weight': tf.zerosLike(weights['update.forget.weight']),
      'update.forget.bias': tf.tensor1d([100]),
      'update.input.weight': tf.zerosLike(weights['update.input.weight']),
      'update.input.bias': tf.tensor1d([Math.log(rate / (1 - rate))]),
      'stop.out.weight': tf.zerosLike(weights['stop.out.weight']),
      'stop.out.bias': tf.tensor1d([stopBias]),
    };
  }

  it('with constant gates is gradient descent', () => {
    const baseline = s2meta(sizes, { objective: 'ranking', rate: 0.018, maxSteps: 4 });
    const weights = constantGates(startWeights(baseline.specs), 0.1, -100);
    const reference = metaCs(sizes, { objective: 'ranking', steps: 4, rate: 0.1 });
    const ours = baseline.score(baseline.adapt(weights, support), query.pairs);
    expectClose(ours, reference.score(reference.adapt(weights, support), query.pairs));
  });

  it('stops after the first update when the controller says so', () => {
    const baseline = s2meta(sizes, { objective: 'ranking', rate: 0.018, maxSteps: 4 });
    const weights = constantGates(startWeights(baseline.specs), 0.1, 100);
    const { weights: adapted, updates } = baseline.adaptCounted(weights, support);
    expectClose(updates, [1, 1]);
    const once = metaCs(sizes, { objective: 'ranking', steps: 1, rate: 0.1 });
    const expected = once.score(once.adapt(weights, support), query.pairs);
    expectClose(baseline.score(adapted, query.pairs), expected);
  });

  it('meta-trains start, gates and stop controller', () => {
    const baseline = s2meta(sizes, { objective: 'ranking', rate: 0.018, maxSteps: 4 });
    const weights = startWeights(baseline.specs);
    const gradients = gradientsOf(weights, (own) =>
      baseline.loss(own, { support, query }, createRandom(5)),
    );
    for (const name of [
      'fc0.weight',
      'update.lstm.weightIh',
      'update.input.bias',
      'stop.out.bias',
    ]) {
      expect(Math.max(...gradients[name].map(Math.abs)), name).toBeGreaterThan(0);
    }
  });

  it('the meta-gradient of an input gate is what a difference quotient says', () => {
    const baseline = s2meta(sizes, { objective: 'ranking', rate: 0.018, maxSteps: 1 });
    const weights = startWeights(baseline.specs, 4);
    const lossAt = (bias: number) => {
      const own = { ...weights, 'update.input.bias': tf.tensor1d([bias]) };
      return numbers(baseline.loss(own, { support, query }, createRandom(0)))[0];
    };
    const bias = { 'update.input.bias': weights['update.input.bias'] };
    const gradient = gradientsOf(bias, (own) =>
      baseline.loss({ ...weights, ...own }, { support, query }, createRandom(0)),
    )['update.input.bias'][0];
    const quotient = (lossAt(-3.5) - lossAt(-4.5)) / 1;
    expect(Math.sign(gradient)).toBe(Math.sign(quotient));
    expect(gradient / quotient).toBeGreaterThan(0.8);
    expect(gradient / quotient).toBeLessThan(1.2);
  });

  it('rows of unused shape never appear: adapted weights keep their shapes', () => {
    const baseline = s2meta(sizes, { objective: 'ranking', rate: 0.018, maxSteps: 2 });
    const weights = startWeights(baseline.specs);
    const adapted = baseline.adapt(weights, support);
    expect((adapted['fc0.weight'] as Tensor2D).shape).toEqual([2, 3, 3]);
    expect(adapted['fc0.bias'].shape).toEqual([2, 3]);
  });
});

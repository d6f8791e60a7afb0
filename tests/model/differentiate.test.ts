import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/data/random';
import { MODULATIONS } from '../../src/kinds';
import { differentiate } from '../../src/model/differentiate';
import { cmmlLearner } from '../../src/model/training/cmml-learner';
import { expectClose, parametersOf, supportOf, tensor3, TINY, useBackend, vectorOf } from './setup';

const CONFIGS = MODULATIONS.flatMap((modulation) =>
  (['gru', 'mean'] as const).map((encoder) => ({ ...TINY, modulation, encoder })),
);

const scalar = (x: tf.Tensor) => x.dataSync()[0];

describe.each(['cpu', 'wasm'] as const)('differentiate on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(CONFIGS)('has the gradients of tfjs: $encoder, $modulation', (config) => {
    const learner = cmmlLearner(config);
    const parameters = parametersOf(config);
    const batch = {
      tasks: 2,
      support: supportOf(config, 2, 3),
      query: {
        pairs: tensor3([2, 4, config.sizes.pairDim], 11),
        labels: tf.zeros<tf.Rank.R2>([2, 4]),
      },
    };
    const loss = () => learner.loss(parameters, batch, createRandom(1));
    const tensors = parameters.tensors();
    const before = tf.memory().numTensors;
    const { value, gradients } = differentiate(loss, tensors);
    expect(tf.memory().numTensors - before).toBe(1 + tensors.length);

    const reached = tf.engine().gradients(loss, tensors, undefined, true);
    expect(scalar(value)).toBe(scalar(reached.value));
    gradients.forEach((gradient, i) => {
      const expected = reached.grads[i] as tf.Tensor | null;
      expect(gradient.shape).toEqual(tensors[i].shape);
      if (expected) expectClose(vectorOf(gradient), vectorOf(expected), 1e-6);
      else expect(vectorOf(gradient).every((v) => v === 0)).toBe(true);
    });
  });

  it('adds up what reaches a tensor on several ways, and passes by what does not depend on it', () => {
    const x = tf.tensor1d([1, -2, 3]);
    const data = tf.tensor1d([5, 6, 7]);
    const f = () => tf.sum(tf.add(tf.mul(tf.mul(x, x), data), tf.mul(x, data))) as tf.Scalar;
    const { gradients } = differentiate(f, [x, data]);
    expect(vectorOf(gradients[0])).toEqual([15, -18, 49]);
    expect(vectorOf(gradients[1])).toEqual([2, 2, 12]);
  });

  it('lets a gradient function hand on the gradient itself, to several inputs', () => {
    const both = tf.customGrad<tf.Tensor>((a, b) => ({
      value: tf.add(a as tf.Tensor, b as tf.Tensor),
      gradFunc: (dy) => [dy, dy],
    }));
    const [x, y] = [tf.tensor1d([1, 2]), tf.tensor1d([3, 4])];
    // Each of the sums goes on to two things, one of them a sum again.
    const f = () => tf.sum(both(tf.square(both(x, y)), both(x, tf.square(y)))) as tf.Scalar;
    const before = tf.memory().numTensors;
    const { gradients } = differentiate(f, [x, y]);
    expect(vectorOf(gradients[0])).toEqual([9, 13]);
    expect(vectorOf(gradients[1])).toEqual([14, 20]);
    expect(tf.memory().numTensors - before).toBe(3);
  });

  it('frees gradients that have gone on', async () => {
    const x = tf.ones([1000]);
    const f = () => {
      let y: tf.Tensor = tf.neg(x);
      for (let i = 0; i < 50; i++) {
        const next = tf.neg(y);
        y.dispose();
        y = next;
      }
      return tf.sum(y) as tf.Scalar;
    };
    const before = tf.memory().numBytes;
    const { peakBytes } = await tf.profile(() => differentiate(f, [x]).gradients);
    expect((peakBytes - before) / (4 * 1000)).toBeLessThan(10);
  });

  it('takes the gradient of a loss that takes gradients itself', () => {
    const x = tf.scalar(2);
    const f = () => {
      const [slope] = tf.grads((y: tf.Tensor) => tf.mul(y, tf.mul(y, y)))([x]);
      return tf.mul(slope, slope) as tf.Scalar; // (3 x^2)^2
    };
    const { value, gradients } = differentiate(f, [x]);
    expect([scalar(value), scalar(gradients[0])]).toEqual([144, 288]);
  });

  it('says what has no gradient, and leaves nothing behind then', () => {
    const x = tf.tensor1d([1, 2]);
    const before = tf.memory().numTensors;
    const f = () => tf.sum(tf.mul(tf.cumsum(x), x)) as tf.Scalar;
    expect(() => differentiate(f, [x])).toThrow(/Cumsum has no gradient/);
    expect(() =>
      differentiate(() => {
        tf.mul(x, x);
        throw new Error('in the forward pass');
      }, [x]),
    ).toThrow(/in the forward pass/);
    expect(tf.memory().numTensors).toBe(before);
    const { gradients } = differentiate(() => tf.sum(tf.mul(x, x)) as tf.Scalar, [x]);
    expect(vectorOf(gradients[0])).toEqual([2, 4]);
  });
});

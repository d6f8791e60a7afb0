import * as tf from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import '../../../src/model/gradients';
import { lstmSpecs, lstmStep, type LstmState } from '../../../src/model/baselines/s2meta/lstm';
import { plainLstm, plainWeights } from './plain-lstm';
import { expectClose, gradientsOf, numbers, startWeights } from './tensors';

describe('LSTM cell', () => {
  it('equals plain TypeScript', () => {
    const weights = startWeights(lstmSpecs('cell', 3, 2));
    const [x, hidden, cell] = [[0.5, -1, 2], [0.1, -0.3], [0.7, 0.2]]; // prettier-ignore
    const state = { hidden: tf.tensor2d(hidden, [2, 1]), cell: tf.tensor2d(cell, [2, 1]) };
    const next = lstmStep(weights, 'cell', tf.tensor2d(x, [3, 1]), state);
    const expected = plainLstm(plainWeights(weights, 'cell'), x, hidden, cell);
    expectClose(next.hidden, expected.hidden);
    expectClose(next.cell, expected.cell);
  });

  it('has the gradients of difference quotients, over two steps', () => {
    const specs = lstmSpecs('cell', 3, 2);
    const states = ['hidden', 'cell'].map((name) => ({ name, shape: [2, 2], init: specs[0].init }));
    const inputs = ['first', 'second'].map((name) => ({
      name,
      shape: [3, 2],
      init: specs[0].init,
    }));
    const start = startWeights([...specs, ...states, ...inputs]);
    const loss = (weights: Record<string, tf.Tensor>) => {
      const { hidden, cell, first, second } = weights as Record<string, Tensor2D>;
      const once = lstmStep(weights, 'cell', first, { hidden, cell });
      const twice = lstmStep(weights, 'cell', second, once);
      return tf.sum(tf.add(tf.square(twice.hidden), tf.mul(once.hidden, twice.cell)));
    };
    const gradients = gradientsOf(start, loss);
    const H = 1e-2;
    for (const [name, tensor] of Object.entries(start)) {
      const values = numbers(tensor);
      const quotients = values.map((_, i) => {
        const at = (by: number) => {
          const moved = tf.tensor(values.map((v, j) => (j === i ? v + by : v)), tensor.shape); // prettier-ignore
          return numbers(loss({ ...start, [name]: moved }))[0];
        };
        return (at(H) - at(-H)) / (2 * H);
      });
      expectClose(gradients[name], quotients, 3);
    }
  });

  it('keeps what it reads for the way back, not what it makes of that', () => {
    const [size, columns, steps] = [4, 1000, 6];
    const weights = startWeights(lstmSpecs('cell', 4, size));
    const input = tf.ones<tf.Rank.R2>([4, columns]);
    const before = tf.memory().numBytes;
    let kept = 0;
    gradientsOf(weights, (own) => {
      const start = { hidden: tf.zeros([size, columns]), cell: tf.zeros([size, columns]) } as LstmState; // prettier-ignore
      let state = start;
      for (let step = 0; step < steps; step++) {
        const last = state;
        state = tf.tidy(() => lstmStep(own, 'cell', input, last) as never) as LstmState;
        tf.dispose([last.hidden, last.cell]);
      }
      kept = tf.memory().numBytes - before;
      return tf.sum(state.hidden);
    });
    // Hidden and cell of each step and the two together, 4 bytes a number; with all that is made of them it was 136.
    expect(kept / (4 * columns * steps)).toBeLessThan(5 * size);
  });
});

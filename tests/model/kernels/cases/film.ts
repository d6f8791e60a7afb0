import * as tf from '@tensorflow/tfjs-core';
import { filmHeads } from '../../../../src/model/ops/film-layer';
import { modulateAndActivate } from '../../../../src/model/ops/modulation';
import { activations, affine, type Case } from './case';

export const filmCases = [
  [1, 1, 1],
  [5, 7, 3],
  [12, 64, 30],
].flatMap(([rows, inner, width]): Case[] => [
  {
    name: `FiLM heads [${rows},${inner},${width}]`,
    shapes: [
      [rows, inner],
      [2, inner, width],
      [2, width],
    ],
    run: (t, w, b) => {
      const [gamma, beta] = filmHeads(t, w, b);
      return tf.sub(tf.mul(gamma, 2), beta);
    },
    reference: (t, w, b) => {
      const [wGamma, wBeta] = tf.unstack(w);
      const [bGamma, bBeta] = tf.unstack(b);
      return tf.sub(tf.mul(affine(t, wGamma, bGamma), 2), affine(t, wBeta, bBeta));
    },
  },
  ...activations.flatMap(({ label, activation, plain }): Case[] => [
    {
      name: `FiLM ${label} [${rows},${width}]`,
      shapes: Array(3).fill([rows, width]),
      run: (l, gamma, beta) => modulateAndActivate(l, gamma, beta, activation),
      reference: (l, gamma, beta) => plain(tf.add(tf.mul(gamma, l), beta)),
    },
    {
      name: `gate ${label} [${rows},${width}]`,
      shapes: Array(2).fill([rows, width]),
      run: (l, gate) => modulateAndActivate(l, gate, undefined, activation),
      reference: (l, gate) => plain(tf.mul(gate, l)),
    },
  ]),
]);

import * as tf from '@tensorflow/tfjs-core';
import { mixModules, modules, routes } from '../../../../src/model/ops/routed-modules';
import type { Case } from './case';

export const softCases = [
  [1, 1, 1, 4],
  [5, 7, 3, 4],
  [12, 9, 32, 3],
].flatMap(([rows, inner, width, count]): Case[] => [
  {
    name: `modules, one input [${rows},${inner},${width}] x ${count}`,
    shapes: [
      [rows, inner],
      [count, inner, width],
      [count, width],
    ],
    run: (x, w, b) => modules(x, w, b),
    reference: (x, w, b) => tf.relu(affineEach(tf.tile(tf.expandDims(x, 0), [count, 1, 1]), w, b)),
  },
  {
    name: `modules, own inputs [${rows},${inner},${width}] x ${count}`,
    shapes: [
      [count, rows, inner],
      [count, inner, width],
      [count, width],
    ],
    run: (x, w, b) => modules(x, w, b),
    reference: (x, w, b) => tf.relu(affineEach(x, w, b)),
  },
  ...[1, 3, 4, 6].flatMap((targets): Case[] => [
    {
      name: `routes [${rows},${count},${targets}]`,
      shapes: [[rows, count * targets]],
      run: (logits) => routes(logits, count, targets),
      reference: (logits) => {
        const exp = tf.exp(tf.reshape(logits, [rows, count, targets]));
        return tf.div(exp, tf.sum(exp, 1, true));
      },
    },
    {
      name: `mix [${rows},${count},${targets}] of width ${width}`,
      shapes: [
        [count, rows, width],
        [rows, count, targets],
      ],
      run: (values, route) => mixModules(values, route),
      reference: (values, route) =>
        tf.transpose(
          tf.matMul(tf.transpose(route, [0, 2, 1]), tf.transpose(values, [1, 0, 2])),
          [1, 0, 2],
        ),
    },
  ]),
]);

function affineEach(x: tf.Tensor, w: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const [count, , width] = w.shape;
  return tf.add(tf.matMul(x, w), tf.reshape(b, [count, 1, width]));
}

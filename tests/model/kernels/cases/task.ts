import * as tf from '@tensorflow/tfjs-core';
import { hybridContext } from '../../../../src/model/hybrid';
import { hinge } from '../../../../src/model/objective';
import type { ModelConfig } from '../../../../src/model/types';
import { spread, type Case } from './case';

export const taskCases = [
  [1, 1, 1],
  [3, 5, 7],
  [2, 8, 64],
].flatMap(([tasks, queries, width]): Case[] => [
  {
    name: `dot hybrid [${tasks},${queries},${width}]`,
    shapes: [
      [tasks, width],
      [tasks * queries, width],
    ],
    run: (context, pairs) =>
      hybridContext({ hybrid: 'dot' } as ModelConfig, { get: absent }, context, pairs).hybrid,
    reference: (context, pairs) => tf.mul(spread(context, tasks * queries), pairs),
  },
  {
    name: `hinge [${tasks},${2 * queries}]`,
    shapes: [[tasks, 2 * queries]],
    run: (scores) => hinge(scores),
    reference: (scores) => {
      const [positive, negative] = tf.split(scores as tf.Tensor, 2, 1);
      return tf.mean(tf.relu(tf.add(tf.sub(negative, positive), 1)));
    },
  },
]);

function absent(): never {
  throw new Error('the dot hybrid has no parameters');
}

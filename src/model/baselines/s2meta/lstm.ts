/** One LSTM cell (gates in PyTorch's order: input, forget, candidate, output). */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';

import { uniform } from '../../specs';
import type { ParameterSpec } from '../../specs';
import type { Weights } from '../network';

/** `hidden` and `cell` are `[rows, size]`. */
export interface LstmState {
  hidden: Tensor2D;
  cell: Tensor2D;
}

export function lstmSpecs(name: string, inputs: number, size: number): ParameterSpec[] {
  const init = uniform(1 / Math.sqrt(size));
  return [
    { name: `${name}.weightIh`, shape: [inputs, 4 * size], init },
    { name: `${name}.weightHh`, shape: [size, 4 * size], init },
    { name: `${name}.bias`, shape: [4 * size], init },
  ];
}

export function lstmStart(rows: number, size: number): LstmState {
  return { hidden: tf.zeros([rows, size]), cell: tf.zeros([rows, size]) };
}

/** @param input `[rows, inputs]` */
export function lstmStep(
  weights: Weights,
  name: string,
  input: Tensor2D,
  { hidden, cell }: LstmState,
): LstmState {
  const size = hidden.shape[1];
  const gates = tf.add(
    tf.add(
      tf.matMul(input, weights[`${name}.weightIh`] as Tensor2D),
      tf.matMul(hidden, weights[`${name}.weightHh`] as Tensor2D),
    ),
    weights[`${name}.bias`],
  );
  const gate = (index: number) => tf.slice(gates, [0, index * size], [-1, size]) as Tensor2D;
  const kept = tf.mul(tf.sigmoid(gate(1)), cell);
  const written = tf.mul(tf.sigmoid(gate(0)), tf.tanh(gate(2)));
  const next = tf.add(kept, written) as Tensor2D;
  return { hidden: tf.mul(tf.sigmoid(gate(3)), tf.tanh(next)), cell: next };
}

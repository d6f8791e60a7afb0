/**
 * One LSTM cell (gates in PyTorch's order: input, forget, candidate, output), run for many things at
 * once: a column each, because slicing gates off rows copies whole blocks, off columns single numbers.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

import { uniform } from '../../specs';
import type { ParameterSpec } from '../../specs';
import type { Weights } from '../network';

/** `hidden` and `cell` are `[size, columns]`. */
export interface LstmState {
  hidden: Tensor2D;
  cell: Tensor2D;
}

export function lstmSpecs(name: string, inputs: number, size: number): ParameterSpec[] {
  const init = uniform(1 / Math.sqrt(size));
  return [
    { name: `${name}.weightIh`, shape: [inputs, 4 * size], init },
    { name: `${name}.weightHh`, shape: [size, 4 * size], init },
    { name: `${name}.bias`, shape: [1, 4 * size], init },
  ];
}

/** Of a cell of `weights`, all zero. */
export function lstmStart(weights: Weights, name: string, columns: number): LstmState {
  const size = weights[`${name}.weightHh`].shape[0] as number;
  return { hidden: tf.zeros([size, columns]), cell: tf.zeros([size, columns]) };
}

/** @param input `[inputs, columns]` */
export function lstmStep(
  weights: Weights,
  name: string,
  input: Tensor2D,
  { hidden, cell }: LstmState,
): LstmState {
  const [size, columns] = hidden.shape;
  const parts = ['weightIh', 'weightHh', 'bias'].map((part) => weights[`${name}.${part}`]);
  const seen = tf.concat([input, hidden, tf.ones([1, columns])], 0) as Tensor2D;
  const gates = tf.matMul(tf.concat(parts, 0) as Tensor2D, seen, true);
  const gate = (index: number) => tf.slice(gates, [index * size, 0], [size, -1]) as Tensor2D;
  const kept = tf.mul(tf.sigmoid(gate(1)), cell);
  const written = tf.mul(tf.sigmoid(gate(0)), tf.tanh(gate(2)));
  const next = tf.add(kept, written) as Tensor2D;
  return { hidden: tf.mul(tf.sigmoid(gate(3)), tf.tanh(next)), cell: next };
}

/** A number for each column from the cell's output, `[columns]`: `w . h + b`. */
export function lstmReadout(weights: Weights, name: string, { hidden }: LstmState): Tensor1D {
  const out = tf.matMul(weights[`${name}.weight`] as Tensor2D, hidden, true);
  return tf.add(tf.squeeze(out, [0]), weights[`${name}.bias`]);
}

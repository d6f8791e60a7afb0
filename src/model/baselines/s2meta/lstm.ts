/**
 * One LSTM cell (gates in PyTorch's order: input, forget, candidate, output), run for many things at
 * once: a column each, because slicing gates off rows copies whole blocks, off columns single numbers.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

import { hasLstmKernel, lstmStepKernel } from '../../kernels/lstm';
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

/**
 * Its gradient works the gates out again from what the cell read: kept for the way back, they and what
 * is made of them were three fifths of the memory of a meta-training step.
 *
 * @param input `[inputs, columns]`
 */
export function lstmStep(
  weights: Weights,
  name: string,
  input: Tensor2D,
  { hidden, cell }: LstmState,
): LstmState {
  const parts = ['weightIh', 'weightHh', 'bias'].map((part) => weights[`${name}.${part}`]);
  const step = hasLstmKernel() ? lstmStepKernel : cellStep;
  const next = step(tf.concat(parts, 0), input, hidden, cell) as Tensor2D;
  const [written, remembered] = tf.split(next, 2, 0) as Tensor2D[];
  return { hidden: written, cell: remembered };
}

/**
 * Where no kernel does it: `weights [inputs + size + 1, 4 size]`, `input`, `hidden`, `cell` -> hidden over cell,
 * `[2 size, columns]`.
 */
const cellStep = tf.customGrad<tf.Tensor>((...args) => {
  const [weights, input, hidden, cell] = args as Tensor2D[];
  const save = args.at(-1) as unknown as (tensors: Tensor2D[]) => void;
  save([weights, input, hidden, cell]);
  const gates = openGates(weights, input, hidden);
  const { next, shown } = remember(gates, cell);
  return {
    value: tf.concat([tf.mul(gates.output, shown), next], 0),
    gradFunc: (dy, saved) => tf.tidy(() => cellGradient(dy as Tensor2D, saved as Tensor2D[])),
  };
});

/** What the gates let through of a cell with this input, each `[size, columns]`, and all that they see. */
function openGates(weights: Tensor2D, input: Tensor2D, hidden: Tensor2D) {
  const [size, columns] = hidden.shape;
  const seen = tf.concat([input, hidden, tf.ones([1, columns])], 0) as Tensor2D;
  const gates = tf.matMul(weights, seen, true);
  const gate = (index: number) => tf.slice(gates, [index * size, 0], [size, -1]) as Tensor2D;
  return {
    seen,
    write: tf.sigmoid(gate(0)),
    keep: tf.sigmoid(gate(1)),
    candidate: tf.tanh(gate(2)),
    output: tf.sigmoid(gate(3)),
  };
}

/** The cell after the step, and what of it there is to show. */
function remember({ write, keep, candidate }: ReturnType<typeof openGates>, cell: Tensor2D) {
  const next = tf.add(tf.mul(keep, cell), tf.mul(write, candidate)) as Tensor2D;
  return { next, shown: tf.tanh(next) };
}

/** @returns gradients of `saved`: weights, input, hidden, cell */
function cellGradient(dy: Tensor2D, [weights, input, hidden, cell]: Tensor2D[]): Tensor2D[] {
  const gates = openGates(weights, input, hidden);
  const { shown } = remember(gates, cell);
  const { seen, write, keep, candidate, output } = gates;
  const [dHidden, dCell] = tf.split(dy, 2, 0) as Tensor2D[];
  const dNext = tf.add(dCell, tf.mul(tf.mul(dHidden, output), tanhSlope(shown)));
  const dGates = tf.concat(
    [
      tf.mul(tf.mul(dNext, candidate), sigmoidSlope(write)),
      tf.mul(tf.mul(dNext, cell), sigmoidSlope(keep)),
      tf.mul(tf.mul(dNext, write), tanhSlope(candidate)),
      tf.mul(tf.mul(dHidden, shown), sigmoidSlope(output)),
    ],
    0,
  ) as Tensor2D;
  const dSeen = tf.matMul(weights, dGates);
  const [inputs] = input.shape;
  return [
    tf.matMul(seen, dGates, false, true),
    tf.slice(dSeen, [0, 0], [inputs, -1]),
    tf.slice(dSeen, [inputs, 0], [hidden.shape[0], -1]),
    tf.mul(dNext, keep),
  ] as Tensor2D[];
}

const sigmoidSlope = (y: Tensor2D) => tf.mul(y, tf.sub(1, y));
const tanhSlope = (y: Tensor2D) => tf.sub(1, tf.square(y));

/** A number for each column from the cell's output, `[columns]`: `w . h + b`. */
export function lstmReadout(weights: Weights, name: string, { hidden }: LstmState): Tensor1D {
  const out = tf.matMul(weights[`${name}.weight`] as Tensor2D, hidden, true);
  return tf.add(tf.squeeze(out, [0]), weights[`${name}.bias`]);
}

import * as tf from '@tensorflow/tfjs-core';
import { lstmStep } from '../../../../src/model/baselines/s2meta/lstm';
import { gru } from '../../../../src/model/ops/gru';
import { affine, type Case, type Inputs } from './case';

/** One step at a time, in the words of PyTorch's documentation. */
function plainGru(gates: tf.Tensor3D, u: tf.Tensor2D, bias: tf.Tensor1D): tf.Tensor {
  const [steps, batch, width] = gates.shape;
  const h = width / 3;
  let state: tf.Tensor = tf.zeros([batch, h]);
  for (let t = 0; t < steps; t++) {
    const input = tf.reshape(tf.slice(gates, [t, 0, 0], [1, batch, width]), [batch, width]);
    const [ir, iz, in_] = tf.split(input, 3, 1);
    const [hr, hz, hn] = tf.split(affine(state, u, bias), 3, 1);
    const r = tf.sigmoid(tf.add(ir, hr));
    const z = tf.sigmoid(tf.add(iz, hz));
    const n = tf.tanh(tf.add(in_, tf.mul(r, hn)));
    state = tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, state));
  }
  return state;
}

export const gruCases = [
  [1, 1, 1],
  [3, 2, 5],
  [5, 1, 8],
  [19, 4, 13],
  [17, 3, 64],
].map(([steps, batch, h]): Case => ({
  name: `gru [S,B,H] = [${steps},${batch},${h}]`,
  shapes: [[batch * steps, 3 * h], [h, 3 * h], [3 * h]],
  run: (gates, u, bias) => gru(gates, steps, u, bias),
  reference: (gates, u, bias) =>
    plainGru(tf.transpose(tf.reshape(gates, [batch, steps, 3 * h]), [1, 0, 2]), u, bias),
}));

/** One step as the equations say it, hidden over cell; `weights` of the input, of the hidden state, bias. */
function plainLstmStep(ih: Inputs[0], hh: Inputs[0], bias: Inputs[0], ...state: Inputs): tf.Tensor {
  const [x, hidden, cell] = state;
  const gates = tf.add(
    tf.add(tf.matMul(ih, x, true), tf.matMul(hh, hidden, true)),
    tf.transpose(bias),
  );
  const [i, f, g, o] = tf.split(gates, 4, 0);
  const next = tf.add(tf.mul(tf.sigmoid(f), cell), tf.mul(tf.sigmoid(i), tf.tanh(g)));
  return tf.concat([tf.mul(tf.sigmoid(o), tf.tanh(next)), next], 0);
}

export const lstmCases = [
  [1, 1, 1],
  [2, 8, 3],
  [4, 4, 5],
  [3, 5, 8],
  [4, 4, 70],
].map(([inputs, h, columns]): Case => ({
  name: `LSTM step [I,H,n] = [${inputs},${h},${columns}]`,
  shapes: [
    [inputs, 4 * h],
    [h, 4 * h],
    [1, 4 * h],
    [inputs, columns],
    [h, columns],
    [h, columns],
  ],
  run: (weightIh, weightHh, bias, x, hidden, cell) => {
    const weights = { 'cell.weightIh': weightIh, 'cell.weightHh': weightHh, 'cell.bias': bias };
    const next = lstmStep(weights, 'cell', x, { hidden, cell });
    return tf.concat([next.hidden, next.cell], 0);
  },
  reference: plainLstmStep,
}));

import * as tf from '@tensorflow/tfjs-core';
import { GruForward, gruKernel } from '../kernels/gru';
import { hasKernel } from '../kernels/run';

/**
 * A GRU over a whole sequence from a zero state, in PyTorch's convention (r, z, n; the reset gate
 * multiplies `W_hn h + b_hn`):
 *
 *     r = s(G_r + W_hr h + b_hr)   z = s(G_z + W_hz h + b_hz)
 *     n = tanh(G_n + r (W_hn h + b_hn))   h' = n + z (h - n)
 *
 * @param inputGates `G [B * S, 3H]`: input projections with their bias, a task's steps together
 * @param weightHh `[H, 3H]`, @param biasHh `[3H]`
 * @returns the last state `[B, H]`
 */
export function gru(
  inputGates: tf.Tensor2D,
  steps: number,
  weightHh: tf.Tensor2D,
  biasHh: tf.Tensor1D,
): tf.Tensor2D {
  if (hasKernel(GruForward)) return gruKernel(inputGates, weightHh, biasHh, { steps });
  const [rows, gates] = inputGates.shape;
  const batch = rows / steps;
  const timeFirst = tf.transpose(tf.reshape(inputGates, [batch, steps, gates]), [1, 0, 2]);
  const hidden = gates / 3;
  const part = (x: tf.Tensor2D, from: number, size: number) =>
    tf.slice(x, [0, from], [batch, size]);
  let h = tf.zeros<tf.Rank.R2>([batch, hidden]);
  for (let t = 0; t < steps; t++) {
    const input = tf.reshape(tf.slice(timeFirst, [t, 0, 0], [1, batch, gates]), [
      batch,
      gates,
    ]) as tf.Tensor2D;
    const state = tf.fused.matMul({ a: h, b: weightHh, bias: biasHh }) as tf.Tensor2D;
    const rz = tf.sigmoid(tf.add(part(input, 0, 2 * hidden), part(state, 0, 2 * hidden)));
    const r = part(rz as tf.Tensor2D, 0, hidden);
    const z = part(rz as tf.Tensor2D, hidden, hidden);
    const n = tf.tanh(
      tf.add(part(input, 2 * hidden, hidden), tf.mul(r, part(state, 2 * hidden, hidden))),
    );
    h = tf.add(n, tf.mul(z, tf.sub(h, n)));
  }
  return h;
}

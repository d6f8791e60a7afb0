/** What a case is, and what plain references share. */
import * as tf from '@tensorflow/tfjs-core';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Inputs = any[];

export interface Case {
  name: string;
  /** Shapes of the inputs; all are differentiated. */
  shapes: number[][];
  run: (...inputs: Inputs) => tf.Tensor;
  /** The same in plain tfjs operations. */
  reference: (...inputs: Inputs) => tf.Tensor;
}

/** Activations of fused operations, each with its plain form. */
export const activations = [
  { label: 'linear', activation: 'linear', plain: (x: tf.Tensor) => x },
  { label: 'relu', activation: 'relu', plain: (x: tf.Tensor) => tf.relu(x) },
  { label: 'leaky', activation: { leaky: 0.01 }, plain: (x: tf.Tensor) => tf.leakyRelu(x, 0.01) },
] as const;

export const affine = (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor) => tf.add(tf.matMul(x, w), b);

/** Repeats each row of `x` so that there are `rows`. */
export const spread = (x: tf.Tensor2D, rows: number) => {
  const [few, width] = x.shape;
  return tf.reshape(tf.tile(tf.reshape(x, [few, 1, width]), [1, rows / few, 1]), [rows, width]);
};

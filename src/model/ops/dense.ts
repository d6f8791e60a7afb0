import * as tf from '@tensorflow/tfjs-core';
import { Dense, denseKernel } from '../kernels/dense';
import { DenseJoined, denseJoinedKernel } from '../kernels/dense-joined';
import { hasKernel } from '../kernels/run';
import { activate, slopeOf, type Activation } from './activation';

/** `activation(x W + b)`: `x [R, I]`, `weight [I, O]`, `bias [O]` -> `[R, O]`. */
export function dense(
  x: tf.Tensor2D,
  weight: tf.Tensor2D,
  bias: tf.Tensor1D,
  activation: Activation = 'linear',
): tf.Tensor2D {
  if (hasKernel(Dense)) return denseKernel(x, weight, bias, { slope: slopeOf(activation) });
  return activate(tf.fused.matMul({ a: x, b: weight, bias }) as tf.Tensor2D, activation);
}

/**
 * A dense layer on the concatenation of two inputs, without concatenating them:
 * `activation([a, b] W + bias)` with `weight [I_a + I_b, O]`.
 *
 * Either input may have fewer rows than the other, by a whole factor: its row `i` is then joined to
 * rows `i*n .. (i+1)*n - 1` of the other (one context for all pairs of its task), and multiplied once.
 *
 * @returns `[max(R_a, R_b), O]`
 */
export function denseJoined(
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  weight: tf.Tensor2D,
  bias: tf.Tensor1D,
  activation: Activation = 'linear',
): tf.Tensor2D {
  if (hasKernel(DenseJoined)) {
    return denseJoinedKernel(a, b, weight, bias, { slope: slopeOf(activation) });
  }
  const outputs = weight.shape[1];
  const weightA = tf.slice(weight, [0, 0], [a.shape[1], outputs]);
  const weightB = tf.slice(weight, [a.shape[1], 0], [b.shape[1], outputs]);
  const fromA = tf.fused.matMul({ a, b: weightA as tf.Tensor2D, bias }) as tf.Tensor2D;
  const fromB = tf.matMul<tf.Tensor2D>(b, weightB as tf.Tensor2D);
  return activate(addRows(fromA, fromB), activation);
}

/** Sum of two matrices of which one may have a whole fraction of the other's rows. */
function addRows(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  if (a.shape[0] === b.shape[0]) return tf.add(a, b);
  const [few, many] = a.shape[0] < b.shape[0] ? [a, b] : [b, a];
  const [tasks, width] = few.shape;
  const sum = tf.add(
    tf.reshape(few, [tasks, 1, width]),
    tf.reshape(many, [tasks, many.shape[0] / tasks, width]),
  );
  return tf.reshape(sum, many.shape);
}

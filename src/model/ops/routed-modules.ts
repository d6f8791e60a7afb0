import * as tf from '@tensorflow/tfjs-core';
import { hasKernel } from '../kernels/run';
import { Mix, mixKernel, Modules, modulesKernel, Routes, routesKernel } from '../kernels/soft';

/**
 * One layer of modules: `relu(x_m W_m + b_m)` for each module `m`, `[M, R, O]`.
 *
 * @param x `[R, I]` read by all modules (first layer), or `[M, R, I]`, one input a module
 * @param weight `[M, I, O]`, @param bias `[M, O]`
 */
export function modules(
  x: tf.Tensor2D | tf.Tensor3D,
  weight: tf.Tensor3D,
  bias: tf.Tensor2D,
): tf.Tensor3D {
  if (hasKernel(Modules)) return modulesKernel(x, weight, bias);
  return tf.relu(modulesLinear(x, weight, bias));
}

/** The same before the ReLU. */
export function modulesLinear(
  x: tf.Tensor2D | tf.Tensor3D,
  weight: tf.Tensor3D,
  bias: tf.Tensor2D,
): tf.Tensor3D {
  const [count, , width] = weight.shape;
  const inputs =
    x.rank === 2 ? tf.tile(tf.expandDims(x, 0) as tf.Tensor3D, [count, 1, 1]) : (x as tf.Tensor3D);
  return tf.add(tf.matMul(inputs, weight), tf.reshape(bias, [count, 1, width]));
}

/**
 * Routes of every pair (equation 12): softmax over the sources of each target module.
 *
 * @param logits `[R, S * T]`, source-major
 * @returns `[R, S, T]`; weights into a target sum to 1
 */
export function routes(logits: tf.Tensor2D, sources: number, targets: number): tf.Tensor3D {
  if (hasKernel(Routes)) return routesKernel(logits, sources, targets);
  const rows = logits.shape[0];
  const byTarget = tf.transpose(tf.reshape(logits, [rows, sources, targets]), [0, 2, 1]);
  return tf.transpose(tf.softmax(byTarget) as tf.Tensor3D, [0, 2, 1]);
}

/**
 * Inputs of the next layer's modules (equation 13): target `t` reads `sum_s route[s, t] value_s`.
 *
 * @param values `[S, R, W]`, @param route `[R, S, T]`
 * @returns `[T, R, W]`
 */
export function mixModules(values: tf.Tensor3D, route: tf.Tensor3D): tf.Tensor3D {
  if (hasKernel(Mix)) return mixKernel(values, route);
  const [sources, rows, width] = values.shape;
  const targets = route.shape[2];
  const weights = tf.reshape(tf.transpose(route, [1, 2, 0]), [sources, targets, rows, 1]);
  return tf.sum(tf.mul(tf.reshape(values, [sources, 1, rows, width]), weights), 0);
}

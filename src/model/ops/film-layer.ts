import * as tf from '@tensorflow/tfjs-core';
import { FilmHeads, filmHeadsKernel } from '../kernels/film-heads';
import { hasKernel } from '../kernels/run';

/**
 * The two heads of a FiLM layer: `gamma = t W_0 + b_0`, `beta = t W_1 + b_1`.
 *
 * Their weights lie one after the other (`[2, T, W]`, `bias [2, W]`) so that each is contiguous:
 * splitting one `[T, 2W]` head along its inner axis is slow on wasm, forward and backward.
 *
 * @param trunk `[R, T]`
 * @returns `[gamma, beta]`, each `[R, W]`
 */
export function filmHeads(
  trunk: tf.Tensor2D,
  weight: tf.Tensor3D,
  bias: tf.Tensor2D,
): [gamma: tf.Tensor2D, beta: tf.Tensor2D] {
  if (hasKernel(FilmHeads)) return filmHeadsKernel(trunk, weight, bias);
  const [, inputs, width] = weight.shape;
  const part = (x: tf.Tensor, i: number, shape: number[]) => tf.reshape(tf.slice(x, i, 1), shape);
  // Not `tf.fused.matMul`: on wasm it takes no bias that was reshaped.
  const head = (i: number): tf.Tensor2D =>
    tf.add(
      tf.matMul(trunk, part(weight, i, [inputs, width]) as tf.Tensor2D),
      part(bias, i, [width]),
    );
  return [head(0), head(1)];
}

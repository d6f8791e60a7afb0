import * as tf from '@tensorflow/tfjs-core';
import { FilmHeads, filmHeadsKernel } from '../kernels/filmHeads';
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
  const head = (i: number) =>
    tf.fused.matMul({
      a: trunk,
      b: tf.reshape(tf.slice(weight, [i, 0, 0], [1, inputs, width]), [
        inputs,
        width,
      ]) as tf.Tensor2D,
      bias: tf.reshape(tf.slice(bias, [i, 0], [1, width]), [width]),
    }) as tf.Tensor2D;
  return [head(0), head(1)];
}

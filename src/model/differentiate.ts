import * as tf from '@tensorflow/tfjs-core';
import './gradients';

/**
 * Value and gradients of `f` with respect to `tensors`. Unlike `tf.valueAndGrads` it takes a tensor
 * that `f` does not depend on (a support encoder that nothing reads): its gradient is zero.
 */
export function differentiate(
  f: () => tf.Scalar,
  tensors: readonly tf.Tensor[],
): { value: tf.Scalar; gradients: tf.Tensor[] } {
  const { value, grads } = tf.tidy(() => tf.engine().gradients(f, [...tensors], undefined, true));
  return {
    value,
    gradients: tensors.map(
      (tensor, i) => (grads[i] as tf.Tensor | undefined) ?? tf.zerosLike(tensor),
    ),
  };
}

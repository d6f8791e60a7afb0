/** Gradients of parts of a meta-batch, as tensors. */
import * as tf from '@tensorflow/tfjs-core';

export interface Differentiated {
  loss: tf.Scalar;
  /** One a parameter. */
  gradients: tf.Tensor[];
}

/** Sums of all losses and of the gradients of each parameter; the pieces are consumed. */
export function sum(pieces: Differentiated[]): Differentiated {
  if (pieces.length === 1) return pieces[0];
  const loss = tf.addN(pieces.map((piece) => piece.loss));
  const gradients = pieces[0].gradients.map((_, i) =>
    tf.addN(pieces.map((piece) => piece.gradients[i])),
  );
  for (const piece of pieces) tf.dispose([piece.loss, ...piece.gradients]);
  return { loss, gradients };
}

/** Tensors of the shapes of `like`, from their values one after the other. */
export function unflatten(flat: Float32Array, like: readonly tf.Tensor[]): tf.Tensor[] {
  let offset = 0;
  return like.map(({ size, shape }) => tf.tensor(flat.slice(offset, (offset += size)), shape));
}

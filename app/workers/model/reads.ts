import type * as tf from '@tensorflow/tfjs-core';
import { inTime } from '../backend/timeout';

/** The values of a float tensor, as a copy of its own; the tensor is disposed. */
export async function take(tensor: tf.Tensor, what = 'read'): Promise<Float32Array> {
  try {
    return (await inTime(tensor.data<'float32'>(), what)).slice();
  } finally {
    tensor.dispose();
  }
}

/** Waits until the device has computed `tensor`, which stays. */
export async function computed(tensor: tf.Tensor, what = 'read'): Promise<void> {
  await inTime(tensor.data(), what);
}

/** `take` of several tensors, read at once. */
export function takeAll(tensors: tf.Tensor[], what = 'read'): Promise<Float32Array[]> {
  return Promise.all(tensors.map((tensor) => take(tensor, what)));
}

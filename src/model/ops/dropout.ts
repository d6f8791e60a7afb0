import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../data/random';

/** Zeroes each value with probability `rate` and scales the others by `1 / (1 - rate)`. */
export function dropout<T extends tf.Tensor>(x: T, rate: number, random: Random): T {
  const kept = 1 / (1 - rate);
  const mask = Float32Array.from({ length: x.size }, () => (random.uniform() < rate ? 0 : kept));
  return tf.mul(x, tf.tensor(mask, x.shape));
}

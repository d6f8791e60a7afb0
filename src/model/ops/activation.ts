import * as tf from '@tensorflow/tfjs-core';

/** `leaky` carries its negative slope. */
export type Activation = 'linear' | 'relu' | { leaky: number };

/** Applies `activation` element by element. */
export function activate<T extends tf.Tensor>(x: T, activation: Activation): T {
  if (activation === 'linear') return x;
  return activation === 'relu' ? tf.relu(x) : tf.leakyRelu(x, activation.leaky);
}

/** The factor on negative values: every activation here is a LeakyReLU of some slope. */
export const slopeOf = (activation: Activation): number =>
  activation === 'linear' ? 1 : activation === 'relu' ? 0 : activation.leaky;

import * as tf from '@tensorflow/tfjs-core';
import { ModulateFilm, modulateKernel } from '../kernels/modulate';
import { hasKernel } from '../kernels/run';
import { activate, slopeOf, type Activation } from './activation';

/**
 * Modulation of a layer's linear output: `gamma * l + beta` (FiLM, equation 11), or `gamma * l`
 * without `beta` (gates, equation 10). All `[R, W]`, one modulation for every pair.
 */
export function modulate(linear: tf.Tensor2D, gamma: tf.Tensor2D, beta?: tf.Tensor2D): tf.Tensor2D {
  const scaled: tf.Tensor2D = tf.mul(gamma, linear);
  return beta ? tf.add(scaled, beta) : scaled;
}

/** `modulate` and the activation that follows it. */
export function modulateAndActivate(
  linear: tf.Tensor2D,
  gamma: tf.Tensor2D,
  beta: tf.Tensor2D | undefined,
  activation: Activation,
): tf.Tensor2D {
  if (hasKernel(ModulateFilm)) {
    return modulateKernel(linear, gamma, beta, { slope: slopeOf(activation) });
  }
  return activate(modulate(linear, gamma, beta), activation);
}

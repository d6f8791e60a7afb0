import type * as tf from '@tensorflow/tfjs-core';
import type { Modulation } from './types';

/** What scales and shifts the units of layer `l`: gamma and beta, or a gate; null where units are not modulated. */
export function factorsOf(
  modulation: Modulation,
  l: number,
): { gamma: tf.Tensor2D; beta?: tf.Tensor2D } | null {
  switch (modulation.kind) {
    case 'film':
      return { gamma: modulation.gamma[l], beta: modulation.beta[l] };
    case 'sigmoid':
      return { gamma: modulation.gate[l] };
    case 'linear':
    case 'soft':
    case 'none':
      return null;
  }
}

/** From modulation tensors to what the FiLM and route views draw. */
import * as tf from '@tensorflow/tfjs-core';
import type { Modulation } from '../../../src/model/modulation/types';
import type { ModulationDetail } from '../../protocol/vocabulary';

/** Every tensor of a modulation, layer by layer. */
export function modulationTensors(modulation: Modulation): tf.Tensor[] {
  switch (modulation.kind) {
    case 'film':
      return [...modulation.gamma, ...modulation.beta];
    case 'sigmoid':
      return modulation.gate;
    case 'linear':
      return [modulation.weight, modulation.bias];
    case 'soft':
      return modulation.route;
    case 'none':
      return [];
  }
}

/** The mean over pairs `from .. from + count` of each tensor `[R, ...]`, as one row each. */
export function meanOverPairs(tensors: tf.Tensor[], from: number, count: number): tf.Tensor[] {
  return tensors.map((tensor) => {
    const rest = tensor.shape.slice(1);
    const rows = tf.slice(tensor, [from, ...rest.map(() => 0)], [count, ...rest]);
    return tf.mean(rows, 0);
  });
}

/** Names the values of one pair, given in the order of `modulationTensors`. */
export function modulationDetail(modulation: Modulation, values: Float32Array[]): ModulationDetail {
  switch (modulation.kind) {
    case 'film': {
      const layers = modulation.gamma.length;
      return { kind: 'film', gamma: values.slice(0, layers), beta: values.slice(layers) };
    }
    case 'sigmoid':
      return { kind: 'sigmoid', gate: values };
    case 'linear':
      return { kind: 'linear', weight: values[0], bias: values[1][0] };
    case 'soft':
      return {
        kind: 'soft',
        routes: modulation.route.map(({ shape }, l) => ({
          sources: shape[1],
          targets: shape[2],
          weights: values[l],
        })),
      };
    case 'none':
      return { kind: 'none' };
  }
}

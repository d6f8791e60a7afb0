/** Helpers for tests of the baselines: backend, seeded weights, numbers out of tensors. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

import { createRandom, normal } from '../../../src/data/random';
import type { LabelledPairs, Weights } from '../../../src/model/baselines/network';
import { initialise, sizeOf } from '../../../src/model/specs';
import type { ParameterSpec } from '../../../src/model/specs';

export function startWeights(specs: ParameterSpec[], seed = 1): Weights {
  const flat = initialise(specs, createRandom(seed));
  let at = 0;
  return Object.fromEntries(
    specs.map(({ name, shape }) => {
      const values = flat.slice(at, (at += sizeOf(shape)));
      return [name, tf.tensor(values, shape)];
    }),
  );
}

/** Standard normal pairs `[tasks, count, dim]`. */
export function randomPairs(tasks: number, count: number, dim: number, seed = 2): Tensor3D {
  const random = createRandom(seed);
  const values = Array.from({ length: tasks * count * dim }, () => normal(random));
  return tf.tensor3d(values, [tasks, count, dim]);
}

/** Pairs of which the first half is liked. */
export function rankingSet(tasks: number, count: number, dim: number, seed = 2): LabelledPairs {
  const row = Array.from({ length: count }, (_, k) => (k < count / 2 ? 1 : 0));
  const labels = tf.tensor2d(Array.from({ length: tasks }, () => row));
  return { pairs: randomPairs(tasks, count, dim, seed), labels };
}

export function ratingSet(tasks: number, count: number, dim: number, seed = 2): LabelledPairs {
  const labels = tf.squeeze(randomPairs(tasks, count, 1, seed + 100), [2]) as Tensor2D;
  return { pairs: randomPairs(tasks, count, dim, seed), labels };
}

export const numbers = (tensor: Tensor): number[] => Array.from(tensor.dataSync());

/** Gradients of a scalar with respect to some weights. */
export function gradientsOf(
  weights: Weights,
  loss: (weights: Weights) => Tensor,
): Record<string, number[]> {
  const names = Object.keys(weights);
  const grads = tf.grads((...tensors: Tensor[]) =>
    loss(Object.fromEntries(names.map((name, i) => [name, tensors[i]]))),
  )(names.map((name) => weights[name]));
  return Object.fromEntries(names.map((name, i) => [name, numbers(grads[i])]));
}

export function expectClose(actual: Tensor | number[], expected: Tensor | number[], digits = 5) {
  const a = actual instanceof tf.Tensor ? numbers(actual) : actual;
  const b = expected instanceof tf.Tensor ? numbers(expected) : expected;
  if (a.length !== b.length) throw new Error(`lengths differ: ${a.length} and ${b.length}`);
  const scale = Math.max(1, ...b.map(Math.abs));
  b.forEach((value, i) => {
    if (!(Math.abs(a[i] - value) < scale * 10 ** -digits)) {
      throw new Error(`value ${i}: ${a[i]} instead of ${value}`);
    }
  });
}

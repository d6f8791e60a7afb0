/** What the model's tests share: a backend, small configurations, and plain arithmetic. */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom, normal } from '../../src/data/random';
import { encode, initialParameters, parameterSpecs, predict } from '../../src/model/cmml';
import type { Support } from '../../src/model/cmml';
import { ParameterSet } from '../../src/model/parameter-set';
import type { ModelConfig } from '../../src/model/types';
import { useBackend } from '../../scripts/lib/backend';

export { useBackend };

/** Odd sizes on purpose: nothing may depend on multiples of four. */
export const TINY: ModelConfig = {
  task: 'ranking',
  encoder: 'mean',
  hybrid: 'dot',
  modulation: 'film',
  leakySlope: 0.01,
  sizes: {
    pairDim: 5,
    gruHidden: 3,
    poolHidden: 7,
    trunk: 6,
    width: 4,
    moduleWidth: 3,
    labelDim: 2,
  },
};

export const rating = (config: ModelConfig): ModelConfig => ({
  ...config,
  task: 'rating',
  sizes: { ...config.sizes, labelDim: 4 },
});

export function values(size: number, seed = 1): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: size }, () => normal(random));
}

export const tensor3 = (shape: [number, number, number], seed?: number): tf.Tensor3D =>
  tf.tensor3d(values(shape[0] * shape[1] * shape[2], seed), shape);

export const parametersOf = (config: ModelConfig, seed = 7): ParameterSet =>
  new ParameterSet(parameterSpecs(config), initialParameters(config, createRandom(seed)));

/** `tasks` support sets of `size` random pairs, half of them liked. */
export function supportOf(config: ModelConfig, tasks: number, size: number, seed = 3): Support {
  const labels = Float32Array.from({ length: tasks * size }, (_, i) =>
    config.task === 'ranking' ? i % 2 : 0.5 + (i % 10) / 2,
  );
  return {
    pairs: tensor3([tasks, size, config.sizes.pairDim], seed),
    labels: tf.tensor2d(labels, [tasks, size]),
  };
}

/** Scores of `queries` random query pairs a task. */
export function scoresOf(
  config: ModelConfig,
  parameters: ParameterSet,
  support: Support,
  query: tf.Tensor3D,
  statistics?: tf.Tensor2D,
): tf.Tensor2D {
  const context = encode(config, parameters, support);
  return predict(config, parameters, context, query, { statistics, support }).scores;
}

export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance = 1e-5,
): void {
  const largest = Math.max(1, ...Array.from(expected, Math.abs));
  const worst = Math.max(...Array.from(expected, (e, i) => Math.abs(actual[i] - e)));
  if (actual.length !== expected.length || !(worst <= tolerance * largest)) {
    throw new Error(
      `expected ${Array.from(expected).slice(0, 6)}…, got ${Array.from(actual).slice(0, 6)}… ` +
        `(largest difference ${worst})`,
    );
  }
}

/** Plain matrices, row-major, for computing by hand. */
export type Matrix = number[][];

export const matrixOf = (tensor: tf.Tensor): Matrix => tensor.arraySync() as Matrix;
export const vectorOf = (tensor: tf.Tensor): number[] => Array.from(tensor.dataSync());

/** `x W + b`, then `activation`. */
export const layer = (
  x: number[],
  weight: Matrix,
  bias: number[],
  activation: (value: number) => number = (value) => value,
): number[] =>
  bias.map((b, j) => activation(x.reduce((sum, value, i) => sum + value * weight[i][j], b)));

export const relu = (value: number): number => Math.max(0, value);
export const leaky = (value: number): number => (value > 0 ? value : 0.01 * value);
export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/** `layer` with a model's own parameters. */
export const named =
  (parameters: ParameterSet) =>
  (name: string, x: number[], activation?: (value: number) => number): number[] =>
    layer(
      x,
      matrixOf(parameters.get(`${name}.weight`)),
      vectorOf(parameters.get(`${name}.bias`)),
      activation,
    );

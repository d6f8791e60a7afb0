/** The problem that every speed is measured on: one model, one meta-batch of random numbers. */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom, normal } from '../src/data/random';
import type { Batch, PackedTasks } from '../src/model/batch';
import type { ModelConfig, ModulationKind } from '../src/model/types';

/** Tasks / support pairs / query pairs of a meta-batch. */
export interface Size {
  name: string;
  tasks: number;
  support: number;
  query: number;
}

/** The sizes of the limits (`docs/performance.md`). */
export const SIZES: Size[] = [
  { name: 'S1', tasks: 4, support: 32, query: 64 },
  { name: 'S2', tasks: 8, support: 32, query: 128 },
  { name: 'S3', tasks: 16, support: 64, query: 128 },
];

/** Pair vector and all hidden sizes. */
export const WIDTH = 64;

/** GRU encoder, dot hybrid, all hidden sizes 64. */
export const benchConfig = (modulation: ModulationKind): ModelConfig => ({
  task: 'ranking',
  encoder: 'gru',
  hybrid: 'dot',
  modulation,
  leakySlope: 0.01,
  layers: 3,
  sizes: {
    pairDim: WIDTH,
    gruHidden: WIDTH,
    poolHidden: WIDTH,
    trunk: WIDTH,
    width: WIDTH,
    moduleWidth: WIDTH / 2,
    labelDim: 2,
  },
});

/** A meta-batch as plain arrays: `pairs [B, S, D]`, `labels [B, S]` (1 or 0), `query [B, Q, D]`. */
export interface Arrays {
  pairs: Float32Array;
  labels: Float32Array;
  query: Float32Array;
}

export function randomArrays({ tasks, support, query }: Size, seed = 1): Arrays {
  const random = createRandom(seed);
  const gaussian = (count: number) =>
    Float32Array.from({ length: count }, () => 0.5 * normal(random));
  const labels = Float32Array.from({ length: tasks * support }, () => random.integer(2));
  return {
    pairs: gaussian(tasks * support * WIDTH),
    labels,
    query: gaussian(tasks * query * WIDTH),
  };
}

/** The same as a setting packs it. */
export function toPacked({ tasks, support, query }: Size, arrays: Arrays): PackedTasks {
  const common = { tasks, pairDim: WIDTH, mask: null };
  return {
    support: { ...common, size: support, pairs: arrays.pairs, labels: arrays.labels },
    query: {
      ...common,
      size: query,
      pairs: arrays.query,
      labels: new Float32Array(tasks * query),
    },
  };
}

/** The same on the device; dispose it with `tf.dispose`. */
export function toTensors({ tasks, support, query }: Size, arrays: Arrays): Batch {
  return {
    tasks,
    support: {
      pairs: tf.tensor3d(arrays.pairs, [tasks, support, WIDTH]),
      labels: tf.tensor2d(arrays.labels, [tasks, support]),
    },
    query: {
      pairs: tf.tensor3d(arrays.query, [tasks, query, WIDTH]),
      labels: tf.zeros([tasks, query]),
    },
  };
}

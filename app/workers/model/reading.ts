/** How a visitor's support set and the catalogue become what a model reads. */
import * as tf from '@tensorflow/tfjs-core';
import type { Support } from '../../../src/model/encoder/support';
import type { ModelConfig } from '../../../src/model/types';
import type { SupportItem } from '../protocol';

/** A support set as numbers. */
export interface ReadSupport {
  /** `[S, D]` */
  pairs: Float32Array;
  /** `[S]`: 1 liked, 0 not; rating models: what the label leaves over its base. */
  labels: Float32Array;
  /** Statistics of the labels that the modulation network reads; none for most models. */
  statistics?: Float32Array;
  /** `[items]` what a score is added to; none: 0. */
  base?: Float32Array;
}

/** The part of a setting that knows the data; one a model. */
export interface Reading {
  config: ModelConfig;
  /** Catalogue size. */
  items: number;
  /** `x [items, D]` */
  candidates: Float32Array;
  read(support: readonly SupportItem[]): ReadSupport;
}

/** Support sets of `B` tasks as tensors, padded to the longest (at least one row). */
export function supportTensors(reading: Reading, supports: readonly ReadSupport[]): Support {
  const { pairDim } = reading.config.sizes;
  const lengths = supports.map(({ labels }) => labels.length);
  const longest = Math.max(1, ...lengths);
  const pairs = new Float32Array(supports.length * longest * pairDim);
  const labels = new Float32Array(supports.length * longest);
  const mask = new Float32Array(supports.length * longest);
  supports.forEach((support, b) => {
    pairs.set(support.pairs, b * longest * pairDim);
    labels.set(support.labels, b * longest);
    mask.fill(1, b * longest, b * longest + lengths[b]);
  });
  const ragged = lengths.some((length) => length !== longest);
  return {
    pairs: tf.tensor3d(pairs, [supports.length, longest, pairDim]),
    labels: tf.tensor2d(labels, [supports.length, longest]),
    mask: ragged ? tf.tensor2d(mask, [supports.length, longest]) : undefined,
  };
}

/** `[B, statistics]`, for models that read them. */
export function statisticsTensor(supports: readonly ReadSupport[]): tf.Tensor2D | undefined {
  if (!supports[0]?.statistics) return undefined;
  return tf.stack(supports.map(({ statistics }) => tf.tensor1d(statistics!))) as tf.Tensor2D;
}

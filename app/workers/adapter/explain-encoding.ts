/** How the support pairs became the context, pair by pair. */
import * as tf from '@tensorflow/tfjs-core';
import { pairMlp } from '../../../src/model/encoder/pair-mlp';
import { prototypeOf } from '../../../src/model/encoder/prototype';
import { labelValues } from '../../../src/model/encoder/support';
import { embedPairs, SHRINKAGE } from '../../../src/model/encoder/weighted';
import { take } from '../model/reads';
import type { Encoding } from '../../protocol/explanation';
import type { SupportItem } from '../../protocol/vocabulary';
import type { AdapterModel } from './adapter-model';

/** @returns null for an empty support set, whose context is zero */
export async function explainEncoding(
  model: AdapterModel,
  items: readonly SupportItem[],
): Promise<Encoding | null> {
  if (items.length === 0) return null;
  switch (model.config.encoder) {
    case 'weighted':
      return weighted(model, items);
    case 'gru':
      return sequence(model, items);
    default:
      return pooled(model, items, model.config.encoder);
  }
}

/** Each pair's own vector before pooling, and the prototype residual. */
async function pooled(
  model: AdapterModel,
  items: readonly SupportItem[],
  kind: 'mean' | 'max',
): Promise<Encoding> {
  const { config, reading, parameters } = model;
  const tensors = tf.tidy(() => {
    const { support } = reading.tensors([items]);
    return {
      vectors: pairMlp(config, parameters, support),
      prototype: config.prototype ? prototypeOf(config, support) : undefined,
    };
  });
  const prototype = tensors.prototype ? await take(tensors.prototype, 'prototype') : null;
  return { kind, vectors: rowsOf(await take(tensors.vectors, 'encoded'), items.length), prototype };
}

/** The contexts of the first pair, the first two, ... all, in one batch. */
async function sequence(model: AdapterModel, items: readonly SupportItem[]): Promise<Encoding> {
  const encoded = model.encode(items.map((_, k) => items.slice(0, k + 1)));
  tf.dispose([encoded.statistics, encoded.support]);
  return { kind: 'sequence', vectors: rowsOf(await take(encoded.context, 'states'), items.length) };
}

/**
 * Keys `phi_k` and how much of each is in the context. Each round adds `eta_t e_k phi_k / (n + 5
 * softplus(ridge))` for every pair and takes what that explains from the errors `e_k`
 * (`encodeWeighted`), so what stands before `phi_k` adds up over the rounds.
 */
async function weighted(model: AdapterModel, items: readonly SupportItem[]): Promise<Encoding> {
  const { config, parameters, reading } = model;
  const tensors = tf.tidy(() => {
    const { support } = reading.tensors([items]);
    const [, size, pairDim] = support.pairs.shape;
    const rows = tf.reshape(support.pairs, [size, pairDim]) as tf.Tensor2D;
    return {
      keys: embedPairs(config, parameters, rows).key,
      labels: labelValues(config, support),
      ridge: tf.softplus(parameters.get('encoder.ridge')),
    };
  });
  const vectors = rowsOf(await take(tensors.keys, 'keys'), items.length);
  const errors = await take(tensors.labels, 'labels');
  const [ridge] = await take(tensors.ridge, 'ridge');
  const scale = await take(tf.clone(parameters.get('encoder.scale')), 'scale');
  const rates = await take(tf.clone(parameters.get('encoder.rates')), 'rates');
  const shrunken = items.length + SHRINKAGE * ridge;
  const weights = new Float32Array(items.length);
  for (const rate of rates) {
    const shares = errors.map((error) => (rate * error) / shrunken);
    const change = scale.map((_, d) =>
      shares.reduce((sum, share, k) => sum + share * vectors[k][d], 0),
    );
    shares.forEach((share, k) => {
      weights[k] += share;
      errors[k] -= change.reduce((sum, value, d) => sum + scale[d] * value * vectors[k][d], 0);
    });
  }
  return { kind: 'weighted', vectors, weights };
}

/** `[rows, width]` row by row, each an array of its own. */
function rowsOf(values: Float32Array, rows: number): Float32Array[] {
  const width = values.length / rows;
  return Array.from({ length: rows }, (_, k) => values.slice(k * width, (k + 1) * width));
}

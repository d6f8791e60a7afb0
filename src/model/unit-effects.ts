/** What scores would be with one unit of the backbone left unmodulated, for many units in one pass. */
import * as tf from '@tensorflow/tfjs-core';
import type { Intermediates } from './intermediates';
import { factorsOf } from './modulation/factors';
import { activate } from './ops/activation';
import type { Parameters } from './parameter-set';
import type { ModelConfig } from './types';

/** Consecutive units of one layer, both counted from 0. */
export interface Units {
  layer: number;
  from: number;
  count: number;
}

/**
 * By how much each score changes when one unit passes as it is: gamma 1 and beta 0, or gate 1, as in the
 * backbone without modulation. A unit of layer `l` changes one column of what layer `l + 1` reads, so nothing
 * is computed again up to there; of the last layer, only one product of each score.
 *
 * @param intermediates of `predict` with `layers`, for `R` pairs
 * @returns `[count, R]`, in the scores' own unit (logits, or stars)
 * @throws RangeError where no unit is modulated by itself (routes, a generated last layer, a plain backbone)
 */
export function scoreChanges(
  { leakySlope }: ModelConfig,
  parameters: Parameters,
  { layers, modulation }: Pick<Intermediates, 'layers' | 'modulation'>,
  { layer, from, count }: Units,
): tf.Tensor2D {
  const factors = layers.map((_, l) => factorsOf(modulation, l));
  if (!factors[layer]) throw new RangeError(`${modulation.kind} modulates no unit`);
  const activation = { leaky: leakySlope };
  const readers = [...layers.keys()].slice(1).map((l) => `backbone.layer${l}.weight`);
  const weightOf = (l: number) => parameters.get<tf.Tensor2D>(readers[l] ?? 'backbone.out.weight');
  return tf.tidy(() => {
    const own = layers[layer];
    const change = tf.sub(activate(own.linear, activation), own.activated);
    const rows = change.shape[0];
    const columns = tf.transpose(tf.slice(change, [0, from], [rows, count]));
    const reading = weightOf(layer);
    const width = reading.shape[1];
    const weights = tf.slice(reading, [from, 0], [count, width]);
    // [count, rows, width]: what each unit's change adds to the linear outputs of the next layer.
    let added: tf.Tensor = tf.mul(
      tf.reshape(columns, [count, rows, 1]),
      tf.reshape(weights, [count, 1, width]),
    );
    for (let l = layer + 1; l < layers.length; l++) {
      const { modulated, activated } = layers[l];
      const hidden = activate(tf.add(modulated, tf.mul(factors[l]!.gamma, added)), activation);
      const changes = tf.reshape(tf.sub(hidden, activated), [count * rows, activated.shape[1]!]);
      const next = weightOf(l);
      added = tf.reshape(tf.matMul(changes, next), [count, rows, next.shape[1]]);
    }
    return tf.reshape(added, [count, rows]) as tf.Tensor2D;
  });
}

/**
 * Learned item vectors: a table that is trained with everything else, for protocols in which an item is described by
 * its identity. Packed pairs then hold the item's index in their first column, and whatever else after it.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Baseline } from './baselines/baseline';
import type { LabelledPairs, Weights } from './baselines/network';
import type { Batch } from './batch';
import { uniform } from './specs';
import type { ParameterSpec } from './specs';
import type { Learner } from './training/learner';

export interface ItemTable {
  items: number;
  /** Columns of an item's vector. */
  dim: number;
}

const TABLE = 'item.table';
/** Vectors start small beside the attributes, which are 0 or 2. */
const START = 0.1;

const tableSpec = ({ items, dim }: ItemTable): ParameterSpec => ({
  name: TABLE,
  shape: [items, dim],
  init: uniform(START),
});

/** Rows of the table, whose gradient adds up over repeated indices. @param indices `[N]`, int32 */
function rowsOf(table: tf.Tensor2D, indices: tf.Tensor1D): tf.Tensor2D {
  const shape = table.shape;
  const lookUp = tf.customGrad((rows, save) => {
    (save as tf.GradSaveFunc)([indices]);
    return {
      value: tf.gather(rows as tf.Tensor2D, indices),
      // Not tfjs's own gradient of `gather`: its kernel is missing on wasm.
      gradFunc: (dy: tf.Tensor, [saved]: tf.Tensor[]) =>
        tf.scatterND(tf.expandDims(saved, 1), dy, shape),
    };
  });
  return lookUp(table) as tf.Tensor2D;
}

/** `[B, N, 1 + A]` of index and attributes becomes `[B, N, dim + A]`; padding stays zero. */
export function withItemVectors<P extends LabelledPairs>(set: P, table: tf.Tensor2D): P {
  const [tasks, pairs, columns] = set.pairs.shape;
  const flat = tf.reshape(set.pairs, [tasks * pairs, columns]) as tf.Tensor2D;
  const indices = tf.cast(tf.squeeze(tf.slice(flat, [0, 0], [-1, 1]), [1]), 'int32') as tf.Tensor1D;
  const attributes = tf.slice(flat, [0, 1], [-1, columns - 1]);
  const joined = tf.concat([rowsOf(table, indices), attributes], 1);
  const shaped = tf.reshape(joined, [tasks, pairs, joined.shape[1]!]) as tf.Tensor3D;
  const shown = set.mask ? tf.mul(shaped, tf.expandDims(set.mask, 2)) : shaped;
  return { ...set, pairs: shown };
}

/** A batch as the model reads it: with item vectors where the data have a table. */
export const readBatch = (batch: Batch, parameters: { get: (name: string) => tf.Tensor }, table?: ItemTable): Batch =>
  table
    ? {
        ...batch,
        support: withItemVectors(batch.support, parameters.get(TABLE) as tf.Tensor2D),
        query: withItemVectors(batch.query, parameters.get(TABLE) as tf.Tensor2D),
      }
    : batch; // prettier-ignore

/** A learner of CMML that learns the table too. */
export function learnerWithTable(learner: Learner, table?: ItemTable): Learner {
  if (!table) return learner;
  return {
    ...learner,
    specs: [...learner.specs, tableSpec(table)],
    loss: (parameters, batch, random) =>
      learner.loss(parameters, readBatch(batch, parameters, table), random),
  };
}

/** A baseline that learns the table too; what adapts to a task is what adapted before. */
export function baselineWithTable(baseline: Baseline, table?: ItemTable): Baseline {
  if (!table) return baseline;
  const read = <P extends LabelledPairs>(set: P, weights: Weights): P =>
    withItemVectors(set, weights[TABLE] as tf.Tensor2D);
  const readPairs = (pairs: tf.Tensor3D, weights: Weights): tf.Tensor3D => {
    const labels = tf.zeros([pairs.shape[0], pairs.shape[1]]) as tf.Tensor2D;
    return read({ pairs, labels }, weights).pairs;
  };
  return {
    specs: [...baseline.specs, tableSpec(table)],
    loss: (weights, { support, query }, random) =>
      baseline.loss(
        weights,
        { support: read(support, weights), query: read(query, weights) },
        random,
      ),
    adapt: (weights, support, watch) => ({
      ...baseline.adapt(weights, read(support, weights), watch),
      [TABLE]: weights[TABLE],
    }),
    score: (adapted, pairs) => baseline.score(adapted, readPairs(pairs, adapted)),
    ...(baseline.spread && {
      spread: (adapted, pairs, draws, random) =>
        baseline.spread!(adapted, readPairs(pairs, adapted), draws, random),
    }),
  };
}

import * as tf from '@tensorflow/tfjs-core';
import type { PackedPairs, TaskBatch } from '../data/features';
import type { Support } from './encoder/support';

/** What a setting makes of tasks: plain arrays, with what the rating treatment adds. */
export type PackedTasks = TaskBatch & {
  /** `[B, Q]`, in stars, to be added to what the model predicts. */
  base?: Float32Array;
  /** `[B, statistics]` of the support labels. */
  statistics?: Float32Array;
};

/** A meta-batch of `B` tasks on the device. */
export type Batch = {
  tasks: number;
  support: Support;
  query: {
    /** `[B, Q, D]` */
    pairs: tf.Tensor3D;
    /** `[B, Q]` */
    labels: tf.Tensor2D;
    /** `[B, Q]`, 1 where there is a pair; none: no padding. */
    mask?: tf.Tensor2D;
  };
  /** `[B, statistics]` */
  statistics?: tf.Tensor2D;
  /** `[B, Q]`: what the labels are residuals of. */
  base?: tf.Tensor2D;
};

/** Puts a meta-batch on the device; dispose it with `tf.dispose`. */
export function toBatch({ support, query, statistics, base }: PackedTasks): Batch {
  return {
    tasks: support.tasks,
    support: toTensors(support),
    query: toTensors(query),
    ...(statistics && {
      statistics: tf.tensor2d(statistics, [support.tasks, statistics.length / support.tasks]),
    }),
    ...(base && { base: tf.tensor2d(base, [query.tasks, query.size]) }),
  };
}

function toTensors({ tasks, size, pairDim, pairs, labels, mask }: PackedPairs) {
  return {
    pairs: tf.tensor3d(pairs, [tasks, size, pairDim]),
    labels: tf.tensor2d(labels, [tasks, size]),
    ...(mask && { mask: tf.tensor2d(mask, [tasks, size]) }),
  };
}

/** The arrays of a meta-batch, and the tensors that `toBatch` makes of them, in one order; none where there is none. */
export const arraysOf = ({ support, query, statistics, base }: PackedTasks) =>
  [...partsOf(support), ...partsOf(query), statistics, base].map((values) => values ?? undefined);

export const tensorsOf = ({ support, query, statistics, base }: Batch) =>
  [...partsOf(support), ...partsOf(query), statistics, base] as (tf.Tensor | undefined)[];

const partsOf = <P, L, M>({ pairs, labels, mask }: { pairs: P; labels: L; mask?: M }) =>
  [pairs, labels, mask] as const;

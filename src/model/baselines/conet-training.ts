/** CoNet has no meta-training: it is trained anew for every target task, here for many at once. */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';

import { adamInit, adamUpdate } from '../adam';
import { coNetLoss } from './conet';
import type { CoNetOptions } from './conet';
import { copyPerTask } from './network';
import type { LabelledPairs, Weights } from './network';

export interface CoNetTraining extends CoNetOptions {
  steps: number;
  learningRate: number;
  weightDecay: number;
}

/**
 * Trains every task's two towers by Adam on its support set and source pairs.
 *
 * @param start shared starting weights (`coNetSpecs`); left alone
 * @param layers layers of either tower
 * @param source for each step, a labelled source pair of the same user beside each support pair
 *   (`[B, N, D]`); disposed after the step
 * @returns weights `[B, ...shape]`
 */
export function trainCoNet(
  start: Weights,
  layers: number,
  support: LabelledPairs,
  source: (step: number) => LabelledPairs,
  { steps, learningRate, weightDecay, l1 }: CoNetTraining,
): Weights {
  const names = Object.keys(start);
  const tasks = support.pairs.shape[0];
  let values: Tensor[] = tf.tidy(() => Object.values(copyPerTask(start, names, tasks)));
  let adam = adamInit(values);
  for (let step = 0; step < steps; step++) {
    const sourcePairs = source(step);
    const gradients = tf.tidy(() =>
      tf.grads((...own: Tensor[]) => {
        const weights = Object.fromEntries(names.map((name, i) => [name, own[i]]));
        return tf.sum(coNetLoss(weights, layers, support, sourcePairs, { l1 }));
      })(values),
    );
    const next = adamUpdate(adam, gradients, { learningRate, weightDecay });
    tf.dispose([adam.rows, ...values, ...gradients, ...Object.values(sourcePairs)]);
    adam = next.state;
    values = next.values;
  }
  adam.rows.dispose();
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
}

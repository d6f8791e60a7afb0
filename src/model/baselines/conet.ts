/**
 * CoNet (Hu et al. 2018): a tower for the target scenario and one for the source domain, joined by
 * cross connections. The same user meets a movie in each domain, and what each tower makes of it
 * flows into the other through a transfer matrix `H`, kept sparse by L1:
 * `t' = relu(W_t t + H s + b_t)`, `s' = relu(W_s s + H t + b_s)`.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

import { linearSpecs, uniform } from '../specs';
import type { ParameterSpec } from '../specs';
import { linear } from './network';
import type { LabelledPairs, Weights } from './network';
import { setLoss } from './objective';

export interface CoNetSizes {
  pairDim: number;
  /** Widths of the layers of either tower. */
  widths: number[];
}

/** Both towers' scores, `[B, N]`. */
export interface CoNetScores {
  target: Tensor2D;
  source: Tensor2D;
}

export interface CoNetOptions {
  /** Weight of the L1 norm of the transfer matrices. */
  l1: number;
}

/** Cross connections join hidden layers: there is one between each layer and the next. */
export function coNetSpecs({ pairDim, widths }: CoNetSizes): ParameterSpec[] {
  const inputs = [pairDim, ...widths];
  const tower = (name: string) => [
    ...widths.flatMap((width, l) => linearSpecs(`${name}.fc${l}`, inputs[l], width)),
    ...linearSpecs(`${name}.out`, inputs[widths.length], 1),
  ];
  const transfers = widths.slice(1).map((width, l) => ({
    name: transferName(l + 1),
    shape: [widths[l], width],
    init: uniform(1 / Math.sqrt(widths[l])),
  }));
  return [...tower('target'), ...tower('source'), ...transfers];
}

/** @param target, source pairs `[B, N, D]`; pair `n` of both belongs to the same user */
export function coNetScores(
  weights: Weights,
  layers: number,
  target: Tensor3D,
  source: Tensor3D,
): CoNetScores {
  let t: Tensor3D = target;
  let s: Tensor3D = source;
  for (let l = 0; l < layers; l++) {
    const toTarget = linear(weights, `target.fc${l}`, t);
    const toSource = linear(weights, `source.fc${l}`, s);
    const transfer = weights[transferName(l)];
    const crossTarget = transfer ? tf.add(toTarget, transferred(s, transfer)) : toTarget;
    const crossSource = transfer ? tf.add(toSource, transferred(t, transfer)) : toSource;
    t = tf.relu(crossTarget) as Tensor3D;
    s = tf.relu(crossSource) as Tensor3D;
  }
  return {
    target: tf.squeeze(linear(weights, 'target.out', t), [2]),
    source: tf.squeeze(linear(weights, 'source.out', s), [2]),
  };
}

/** Ranking loss of both domains plus the L1 norm of each task's transfer matrices, `[B]`. */
export function coNetLoss(
  weights: Weights,
  layers: number,
  target: LabelledPairs,
  source: LabelledPairs,
  { l1 }: CoNetOptions,
): Tensor1D {
  const scores = coNetScores(weights, layers, target.pairs, source.pairs);
  const losses = tf.add(
    setLoss('ranking', scores.target, target),
    setLoss('ranking', scores.source, source),
  );
  let norm: Tensor = tf.scalar(0);
  for (let l = 1; l < layers; l++) {
    const magnitudes = tf.abs(weights[transferName(l)]);
    const axes = magnitudes.rank === 3 ? [1, 2] : [0, 1];
    norm = tf.add(norm, tf.sum(magnitudes, axes));
  }
  return tf.add(losses, tf.mul(norm, l1));
}

const transferName = (layer: number) => `transfer${layer}.weight`;

function transferred(x: Tensor3D, transfer: Tensor): Tensor3D {
  const [tasks, pairs, size] = x.shape;
  if (transfer.rank === 3) return tf.matMul(x, transfer as Tensor3D);
  const flat = tf.matMul(tf.reshape(x, [tasks * pairs, size]), transfer as Tensor2D);
  return tf.reshape(flat, [tasks, pairs, transfer.shape[1] as number]);
}

/**
 * The stop controller of s2Meta (Du et al. 2019): an LSTM over the inner loop reads each task's
 * support loss and gradient norm and says with what probability to stop. It is trained by policy
 * gradient, for stopping is no differentiable act.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

import { constant, uniform } from '../../specs';
import type { ParameterSpec } from '../../specs';
import { detach } from '../network';
import type { Weights } from '../network';
import { lstmReadout, lstmSpecs, lstmStart, lstmStep } from './lstm';
import type { LstmState } from './lstm';

/** Loss and the logarithm of the gradient norm. */
const FEATURES = 2;
/** Stopping starts out rare, `sigmoid(-2) = 0.12`, so that long inner loops are tried. */
const STOP_START = -2;

export function stopControllerSpecs(hidden: number): ParameterSpec[] {
  return [
    ...lstmSpecs('stop.lstm', FEATURES, hidden),
    { name: 'stop.out.weight', shape: [hidden, 1], init: uniform(1 / Math.sqrt(hidden)) },
    { name: 'stop.out.bias', shape: [1], init: constant(STOP_START) },
  ];
}

export function stopControllerStart(weights: Weights, tasks: number): LstmState {
  return lstmStart(weights, 'stop.lstm', tasks);
}

/**
 * @param loss, gradientNorm of each task, `[B]`; taken as constants
 * @returns `logit [B]`, of which `sigmoid` is the probability to stop
 */
export function controlStop(
  weights: Weights,
  loss: Tensor1D,
  gradientNorm: Tensor1D,
  state: LstmState,
): { logit: Tensor1D; state: LstmState } {
  const logNorm = tf.log(tf.add(detach(gradientNorm), 1e-8));
  const features = tf.stack([detach(loss), logNorm]) as Tensor2D;
  const next = lstmStep(weights, 'stop.lstm', features, state);
  return { logit: lstmReadout(weights, 'stop.out', next), state: next };
}

/** One decision of every task: 1 where the task was still adapting (`alive`), 1 where it stopped. */
export interface Decision {
  logit: Tensor1D;
  alive: Tensor1D;
  stop: Tensor1D;
  /** Query loss of the parameters at the time. */
  queryLoss: Tensor1D;
  /** Updates made so far. */
  updates: number;
}

/**
 * REINFORCE: `-sum_t log pi(a_t) G_t`, mean over tasks, a scalar to be differentiated. The return of
 * going on is what the query loss loses from then to the end, less `stepCost` an update; the return
 * of stopping is 0, which is therefore the baseline.
 *
 * @param finalLoss query loss of the parameters that the inner loop ended with, `[B]`
 * @param finalUpdates updates each task made, `[B]`
 */
export function policyLoss(
  decisions: Decision[],
  finalLoss: Tensor1D,
  finalUpdates: Tensor1D,
  stepCost: number,
): Scalar {
  const terms = decisions.map(({ logit, alive, stop, queryLoss, updates }) => {
    const gain = tf.sub(queryLoss, finalLoss);
    const cost = tf.mul(tf.sub(finalUpdates, updates), stepCost);
    const wentOn = tf.mul(alive, tf.sub(1, stop));
    const advantage = tf.mul(tf.sub(gain, cost), wentOn);
    return tf.mul(tf.softplus(logit), detach(advantage)); // softplus(z) = -log(1 - sigmoid(z))
  });
  const total = terms.reduce((sum: Tensor, term) => tf.add(sum, term), tf.zerosLike(finalLoss));
  return tf.div(tf.sum(total), finalLoss.size) as Scalar;
}

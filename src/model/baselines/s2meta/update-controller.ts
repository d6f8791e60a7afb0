/**
 * The update controller of s2Meta (Du et al. 2019): an LSTM, one for all parameters but with a
 * state of its own for each, reads gradient, parameter and support loss and gives the parameter its
 * forget gate and input gate: `theta' = forget * theta - input * gradient`.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

import { constant, uniform } from '../../specs';
import type { ParameterSpec } from '../../specs';
import { detach } from '../network';
import type { Weights } from '../network';
import { lstmReadout, lstmSpecs, lstmStart, lstmStep } from './lstm';
import type { LstmState } from './lstm';

/** Gradient (two numbers), parameter, loss. */
const FEATURES = 4;
/** `p` of the gradient's scale `log|g| / p` (Ravi & Larochelle 2017). */
const LOG_RANGE = 10;
/** Nothing is forgotten at first: `sigmoid(6) = 0.998`. */
const FORGET_START = 6;

/** @param rate where the input gates start: plain gradient descent at that rate, in `(0, 1)` */
export function updateControllerSpecs(hidden: number, rate: number): ParameterSpec[] {
  const small = uniform(0.1 / Math.sqrt(hidden));
  return [
    ...lstmSpecs('update.lstm', FEATURES, hidden),
    { name: 'update.forget.weight', shape: [hidden, 1], init: small },
    { name: 'update.forget.bias', shape: [1], init: constant(FORGET_START) },
    { name: 'update.input.weight', shape: [hidden, 1], init: small },
    { name: 'update.input.bias', shape: [1], init: constant(Math.log(rate / (1 - rate))) },
  ];
}

export function updateControllerStart(weights: Weights, parameters: Tensor2D): LstmState {
  return lstmStart(weights, 'update.lstm', parameters.size);
}

/** Two numbers that tell a gradient's size and sign at any scale. */
export function gradientFeatures(gradient: Tensor): [size: Tensor, sign: Tensor] {
  const logSize = tf.div(tf.log(tf.add(tf.abs(gradient), Math.exp(-2 * LOG_RANGE))), LOG_RANGE);
  const large = tf.mul(gradient, Math.exp(LOG_RANGE));
  return [tf.maximum(logSize, -1), tf.clipByValue(large, -1, 1)];
}

/** Both gates of every parameter, `[B, P]`. */
export interface Gates {
  forget: Tensor2D;
  input: Tensor2D;
  state: LstmState;
}

/**
 * What the controller reads is taken as constant, so that no second-order term arises
 * (Ravi & Larochelle 2017): the meta-gradient flows through the gates and the forgetting alone.
 *
 * @param parameters, gradients `[B, P]`, all of a task's parameters in one row
 * @param loss support loss of each task, `[B]`
 */
export function controlUpdate(
  weights: Weights,
  parameters: Tensor2D,
  gradients: Tensor2D,
  loss: Tensor1D,
  state: LstmState,
): Gates {
  const [tasks, count] = parameters.shape;
  const everywhere = tf.add(tf.expandDims(detach(loss), 1), tf.zeros([tasks, count]));
  const rows = [...gradientFeatures(detach(gradients)), detach(parameters), everywhere];
  const features = tf.stack(rows.map((row) => tf.reshape(row, [tasks * count])));
  const next = lstmStep(weights, 'update.lstm', features as Tensor2D, state);
  const gate = (name: 'forget' | 'input') => {
    const logits = lstmReadout(weights, `update.${name}`, next);
    return tf.reshape(tf.sigmoid(logits), [tasks, count]) as Tensor2D;
  };
  return { forget: gate('forget'), input: gate('input'), state: next };
}

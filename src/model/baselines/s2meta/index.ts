/**
 * s2Meta (Du et al. 2019, Sequential Scenario-Specific Meta Learner): learned starting weights, a
 * learned update rule and a learned moment to stop.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

import type { Random } from '../../../data/random';
import type { Objective } from '../../types';
import { decisionNetwork, wholeNetwork } from '../decision-network';
import type { DecisionSizes } from '../decision-network';
import { supportGradient } from '../inner-loop';
import { copyPerTask, detach } from '../network';
import type { LabelledPairs, Weights } from '../network';
import { queryLoss } from '../objective';
import type { Baseline, Watch } from '../baseline';
import {
  controlStop,
  policyLoss,
  stopControllerSpecs,
  stopControllerStart,
} from './stop-controller';
import type { LstmState } from './lstm';
import type { Decision } from './stop-controller';
import { controlUpdate, updateControllerSpecs, updateControllerStart } from './update-controller';

export interface S2MetaOptions {
  objective: Objective;
  /** The inner loop ends here at the latest. */
  maxSteps: number;
  /** Inner learning rate that the update controller starts from. */
  rate?: number;
  /** Hidden sizes of the two controllers. */
  updateHidden?: number;
  stopHidden?: number;
  /** Query loss that an update must save to be worth its time. */
  stepCost?: number;
}

export interface S2Meta extends Baseline {
  /**
   * As `adapt`, with the updates that each task made, `[B]`.
   * @param limit leaves the inner loop after so many steps; tasks that have stopped wait for it
   */
  adaptCounted(
    weights: Weights,
    support: LabelledPairs,
    watch?: Watch,
    limit?: number,
  ): { weights: Weights; updates: Tensor1D };
}

/** What the inner loop asks at each decision, `[B]`; 1 stops the task. */
type StopRule = (logit: Tensor1D) => Tensor1D;

interface InnerTask {
  support: LabelledPairs;
  /** For the returns of the stop controller's decisions; null where none are trained. */
  query: LabelledPairs | null;
  stops: StopRule;
  watch?: Watch;
}

interface InnerState {
  fast: Weights;
  updateState: LstmState;
  stopState: LstmState;
  /** 1 while a task adapts, `[B]`. */
  alive: Tensor1D;
  updates: Tensor1D;
}

interface InnerRun {
  weights: Weights;
  /** `[B]` */
  updates: Tensor1D;
  decisions: Decision[];
}

export function s2meta(
  sizes: DecisionSizes,
  {
    objective,
    maxSteps,
    rate = 0.02,
    updateHidden = 4,
    stopHidden = 8,
    stepCost = 1e-3,
  }: S2MetaOptions,
): S2Meta {
  const network = decisionNetwork(sizes);
  const names = wholeNetwork(network);

  /** One step of the inner loop: look at the gradient, decide whether to stop, else update. */
  function step(
    weights: Weights,
    { support, query, stops, watch }: InnerTask,
    { fast, updateState, stopState, alive, updates }: InnerState,
    t: number,
  ): InnerState & { decision: Decision | null } {
    const { loss, gradients } = supportGradient(network, objective, weights, fast, support);
    watch?.(t, loss);
    const flatGradients = detach(flatten(gradients));
    // Not `tf.norm`, which raises each number to a power that it is told.
    const norm = tf.sqrt(tf.sum(tf.square(flatGradients), 1)) as Tensor1D;
    const verdict = controlStop(weights, loss, norm, stopState);
    // The first update is always made.
    const stop = t > 0 ? stops(detach(verdict.logit)) : tf.zerosLike(alive);
    const goesOn: Tensor1D = tf.mul(alive, tf.sub(1, stop));
    const flat = flatten(fast);
    const gates = controlUpdate(weights, flat, flatGradients, loss, updateState);
    const updated = tf.sub(tf.mul(gates.forget, flat), tf.mul(gates.input, flatGradients));
    const moves = tf.expandDims(goesOn, 1);
    const next = tf.add(tf.mul(moves, updated), tf.mul(tf.sub(1, moves), flat)) as Tensor2D;
    const decide = (asked: LabelledPairs): Decision => ({
      logit: verdict.logit,
      alive: tf.clone(alive),
      stop,
      queryLoss: queryLossOf(detachAll(fast), asked),
      updates: t,
    });
    return {
      fast: unflatten(next, fast),
      updateState: gates.state,
      stopState: verdict.state,
      alive: goesOn,
      updates: tf.add(updates, goesOn) as Tensor1D,
      decision: query && t > 0 ? decide(query) : null,
    };
  }

  function run(weights: Weights, task: InnerTask, limit = maxSteps): InnerRun {
    const tasks = task.support.pairs.shape[0];
    const fast = copyPerTask(weights, names, tasks);
    let state: InnerState = {
      fast,
      updateState: updateControllerStart(weights, flatten(fast)),
      stopState: stopControllerStart(weights, tasks),
      alive: tf.ones([tasks]),
      updates: tf.zeros([tasks]),
    };
    const decisions: Decision[] = [];
    for (let t = 0; t < limit; t++) {
      const { decision, ...next } = tidied(() => step(weights, task, state, t));
      // Frees what the step is done with; a gradient that still needs it has kept its own handle.
      tf.dispose(state as unknown as tf.TensorContainer);
      state = next;
      if (decision) decisions.push(decision);
    }
    return { weights: { ...weights, ...state.fast }, updates: state.updates, decisions };
  }

  const queryLossOf = (weights: Weights, query: LabelledPairs) =>
    queryLoss(objective, network.score(weights, query.pairs), query);

  const adaptCounted: S2Meta['adaptCounted'] = (weights, support, watch, limit) =>
    run(weights, { support, query: null, stops: isLikely, watch }, limit);

  return {
    specs: [
      ...network.specs,
      ...updateControllerSpecs(updateHidden, rate),
      ...stopControllerSpecs(stopHidden),
    ],
    loss(weights, { support, query }, random) {
      const sampled: StopRule = (logit) => sampleStop(tf.sigmoid(logit), random);
      const task = { support, query, stops: sampled };
      const { weights: adapted, updates, decisions } = run(weights, task);
      const losses = queryLossOf(adapted, query);
      const policy = policyLoss(decisions, detach(losses), updates, stepCost);
      return tf.add(tf.div(tf.sum(losses), losses.size), policy) as Scalar;
    },
    adapt: (weights, support, watch) => adaptCounted(weights, support, watch).weights,
    adaptCounted,
    score: (weights, pairs) => network.score(weights, pairs),
  };
}

/** `tf.tidy` for results that its types do not know as containers of tensors. */
const tidied = <T>(make: () => T): T =>
  tf.tidy(() => make() as unknown as tf.TensorContainer) as unknown as T;

const isLikely: StopRule = (logit) => tf.cast(tf.greater(logit, 0), 'float32');

function sampleStop(probability: Tensor1D, random: Random): Tensor1D {
  const draws = Array.from({ length: probability.size }, () => random.uniform());
  return tf.cast(tf.less(tf.tensor1d(draws), probability), 'float32');
}

/** All weights of a task in one row: `[B, P]`. */
function flatten(weights: Weights): Tensor2D {
  const rows = Object.values(weights).map((w) => tf.reshape(w, [w.shape[0] as number, -1]));
  return tf.concat(rows, 1) as Tensor2D;
}

/** The inverse of `flatten`, with names and shapes taken from `like`. */
function unflatten(flat: Tensor2D, like: Weights): Weights {
  const weights: Weights = {};
  let offset = 0;
  for (const [name, { shape }] of Object.entries(like)) {
    const size = shape.slice(1).reduce((a, b) => a * b, 1);
    weights[name] = tf.reshape(tf.slice(flat, [0, offset], [-1, size]), shape);
    offset += size;
  }
  return weights;
}

function detachAll(weights: Weights): Weights {
  const constants: Record<string, Tensor> = {};
  for (const [name, weight] of Object.entries(weights)) constants[name] = detach(weight);
  return constants;
}

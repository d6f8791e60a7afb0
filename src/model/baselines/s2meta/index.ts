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
import type { Rival, Watch } from '../rival';
import {
  controlStop,
  policyLoss,
  stopControllerSpecs,
  stopControllerStart,
} from './stop-controller';
import type { Decision } from './stop-controller';
import { controlUpdate, updateControllerSpecs, updateControllerStart } from './update-controller';

export interface S2MetaOptions {
  objective: Objective;
  /** The inner loop ends here at the latest. */
  maxSteps: number;
  /** Hidden sizes of the two controllers. */
  updateHidden?: number;
  stopHidden?: number;
  /** Query loss that an update must save to be worth its time. */
  stepCost?: number;
}

export interface S2Meta extends Rival {
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

interface InnerRun {
  weights: Weights;
  /** `[B]` */
  updates: Tensor1D;
  decisions: Decision[];
}

export function s2meta(
  sizes: DecisionSizes,
  { objective, maxSteps, updateHidden = 4, stopHidden = 8, stepCost = 1e-3 }: S2MetaOptions,
): S2Meta {
  const network = decisionNetwork(sizes);
  const names = wholeNetwork(network);

  /** The inner loop; the first update is always made. */
  function run(
    weights: Weights,
    support: LabelledPairs,
    stops: StopRule,
    query: LabelledPairs | null,
    watch?: Watch,
    limit = maxSteps,
  ): InnerRun {
    const tasks = support.pairs.shape[0];
    let fast = copyPerTask(weights, names, tasks);
    let updateState = updateControllerStart(weights, flatten(fast));
    let stopState = stopControllerStart(weights, tasks);
    let alive: Tensor1D = tf.ones([tasks]);
    let updates: Tensor1D = tf.zeros([tasks]);
    const decisions: Decision[] = [];
    for (let t = 0; t < limit; t++) {
      const { loss, gradients } = supportGradient(network, objective, weights, fast, support);
      watch?.(t, loss);
      const flatGradients = detach(flatten(gradients));
      const norm = tf.norm(flatGradients, 2, 1) as Tensor1D;
      const verdict = controlStop(weights, loss, norm, stopState);
      stopState = verdict.state;
      if (t > 0) {
        const stop = stops(detach(verdict.logit));
        if (query) {
          const atNow = queryLossOf(detachAll(fast), query);
          decisions.push({ logit: verdict.logit, alive, stop, queryLoss: atNow, updates: t });
        }
        alive = tf.mul(alive, tf.sub(1, stop));
      }
      const flat = flatten(fast);
      const gates = controlUpdate(weights, flat, flatGradients, loss, updateState);
      updateState = gates.state;
      const updated = tf.sub(tf.mul(gates.forget, flat), tf.mul(gates.input, flatGradients));
      const goesOn = tf.expandDims(alive, 1);
      const next = tf.add(tf.mul(goesOn, updated), tf.mul(tf.sub(1, goesOn), flat)) as Tensor2D;
      fast = unflatten(next, fast);
      updates = tf.add(updates, alive);
    }
    return { weights: { ...weights, ...fast }, updates, decisions };
  }

  const queryLossOf = (weights: Weights, query: LabelledPairs) =>
    queryLoss(objective, network.score(weights, query.pairs), query);

  const adaptCounted: S2Meta['adaptCounted'] = (weights, support, watch, limit) =>
    run(weights, support, (logit) => tf.cast(tf.greater(logit, 0), 'float32'), null, watch, limit);

  return {
    specs: [
      ...network.specs,
      ...updateControllerSpecs(updateHidden),
      ...stopControllerSpecs(stopHidden),
    ],
    loss(weights, { support, query }, random) {
      const sampled: StopRule = (logit) => sampleStop(tf.sigmoid(logit), random);
      const { weights: adapted, updates, decisions } = run(weights, support, sampled, query);
      const losses = queryLossOf(adapted, query);
      const policy = policyLoss(decisions, detach(losses), updates, stepCost);
      return tf.add(tf.div(tf.sum(losses), losses.size), policy) as Scalar;
    },
    adapt: (weights, support, watch) => adaptCounted(weights, support, watch).weights,
    adaptCounted,
    score: (weights, pairs) => network.score(weights, pairs),
  };
}

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

/**
 * Compares DCN and MeLU with reference vectors (`tests/golden/dcn.json`, `melu-*.json`): sizes,
 * layers and inner steps are read from the file, so that any file of the same form will do.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor, Tensor3D } from '@tensorflow/tfjs-core';

import { dcnNetwork } from '../../../src/model/baselines/dcn';
import { decisionNetwork } from '../../../src/model/baselines/decision-network';
import { adapt } from '../../../src/model/baselines/inner-loop';
import type { LabelledPairs, ScoreNetwork, Weights } from '../../../src/model/baselines/network';
import { setLoss } from '../../../src/model/baselines/objective';

interface GoldenTensor {
  shape: number[];
  data: number[];
}
type GoldenTensors = Record<string, GoldenTensor>;

export interface DcnGolden {
  params: GoldenTensors;
  inputs: { pairs: GoldenTensor };
  expected: { scores: GoldenTensor; lossMeanSquare: GoldenTensor; grads: GoldenTensors };
}

export interface MeluGolden {
  config: { innerSteps: number; innerLearningRate: number; adapted: string[]; order: 1 | 2 };
  params: GoldenTensors;
  inputs: Record<'supportPairs' | 'supportRatings' | 'queryPairs' | 'queryRatings', GoldenTensor>;
  expected: {
    predictions: GoldenTensor;
    loss: GoldenTensor;
    adaptedParams: GoldenTensors;
    metaGrads: GoldenTensors;
  };
}

/** One tensor against its reference, flat, in the reference's own layout. */
export interface GoldenComparison {
  name: string;
  actual: Float32Array;
  expected: number[];
}

/** Scores, the mean of their squares, and its gradients. */
export async function checkDcn(golden: DcnGolden): Promise<GoldenComparison[]> {
  const { params, inputs, expected } = golden;
  const pairs = asOneTask(inputs.pairs);
  const network = dcnNetwork({
    pairDim: pairs.shape[2],
    crossLayers: countLayers(params, 'cross'),
    deep: widths(params, 'deep'),
  });
  const weights = readWeights(params);
  const scores = network.score(weights, pairs);
  const { value, grads } = gradientsOf(network, weights, (own) => {
    const scored = network.score(own, pairs);
    return tf.div(tf.sum(tf.mul(scored, scored)), scored.size);
  });
  return [
    await compare('scores', scores, expected.scores),
    await compare('lossMeanSquare', value, expected.lossMeanSquare),
    ...(await compareAll('grads.', grads, expected.grads)),
  ];
}

/** Predictions after the inner steps, query loss, adapted parameters, and meta-gradients. */
export async function checkMelu(golden: MeluGolden): Promise<GoldenComparison[]> {
  const { config, params, inputs, expected } = golden;
  const support = labelled(inputs.supportPairs, inputs.supportRatings);
  const query = labelled(inputs.queryPairs, inputs.queryRatings);
  const network = decisionNetwork({
    pairDim: query.pairs.shape[2],
    embedding: params['embed.bias'].shape[0],
    decision: widths(params, 'fc'),
  });
  const weights = readWeights(params);
  const adaptFrom = (own: Weights) =>
    adapt(network, own, support, {
      objective: 'rating',
      steps: config.innerSteps,
      rate: config.innerLearningRate,
      adapted: config.adapted,
      order: config.order,
    });
  const adapted = adaptFrom(weights);
  const { value, grads } = gradientsOf(network, weights, (own) =>
    tf.sum(setLoss('rating', network.score(adaptFrom(own), query.pairs), query)),
  );
  return [
    await compare('predictions', network.score(adapted, query.pairs), expected.predictions),
    await compare('loss', value, expected.loss),
    ...(await compareAll('adaptedParams.', adapted, expected.adaptedParams)),
    ...(await compareAll('metaGrads.', grads, expected.metaGrads)),
  ];
}

function gradientsOf(
  network: ScoreNetwork,
  weights: Weights,
  loss: (weights: Weights) => Tensor,
): { value: Tensor; grads: Weights } {
  const names = network.specs.map(({ name }) => name);
  const { value, grads } = tf.valueAndGrads((...tensors: Tensor[]) =>
    loss(Object.fromEntries(names.map((name, i) => [name, tensors[i]]))),
  )(names.map((name) => weights[name]));
  return { value, grads: Object.fromEntries(names.map((name, i) => [name, grads[i]])) };
}

function readWeights(params: GoldenTensors): Weights {
  return Object.fromEntries(
    Object.entries(params).map(([name, { shape, data }]) => {
      const tensor = tf.tensor(data, shape);
      return [name, shape.length === 2 ? tf.transpose(tensor) : tensor];
    }),
  );
}

function countLayers(params: GoldenTensors, prefix: string): number {
  let count = 0;
  while (`${prefix}${count}.weight` in params) count++;
  return count;
}

function widths(params: GoldenTensors, prefix: string): number[] {
  return Array.from(
    { length: countLayers(params, prefix) },
    (_, l) => params[`${prefix}${l}.bias`].shape[0],
  );
}

function asOneTask({ shape, data }: GoldenTensor): Tensor3D {
  return tf.tensor(data, [1, shape[0], shape[1]]);
}

function labelled(pairs: GoldenTensor, ratings: GoldenTensor): LabelledPairs {
  return {
    pairs: asOneTask(pairs),
    labels: tf.tensor(ratings.data, [1, ratings.data.length]),
  };
}

/** Linear weights are `[out, in]` in the file, so a task's `[1, in, out]` is turned back. */
async function compare(
  name: string,
  actual: Tensor,
  expected: GoldenTensor,
): Promise<GoldenComparison> {
  const isLinear = expected.shape.length === 2 && actual.rank >= 2;
  const turned = isLinear
    ? tf.transpose(tf.reshape(actual, [...expected.shape].reverse()))
    : actual;
  return { name, actual: await turned.data<'float32'>(), expected: expected.data };
}

function compareAll(
  prefix: string,
  actual: Weights,
  expected: GoldenTensors,
): Promise<GoldenComparison[]> {
  return Promise.all(
    Object.entries(expected).map(([name, tensor]) =>
      compare(`${prefix}${name}`, actual[name], tensor),
    ),
  );
}

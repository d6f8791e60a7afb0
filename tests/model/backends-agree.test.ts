/** Fused kernels against plain operations: every combination, odd sizes, all gradients. */
import { ENCODERS, HYBRIDS, MODULATIONS } from '../../src/kinds';
import { describe, expect, it } from 'vitest';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../src/data/random';
import type { Batch } from '../../src/model/batch';
import { differentiate } from '../../src/model/differentiate';
import { cmmlLearner } from '../../src/model/training/cmml-learner';
import type { EncoderKind, HybridKind, ModelConfig } from '../../src/model/types';
import {
  parametersOf, rating, supportOf, tensor3, TINY, useBackend, vectorOf,
} from './setup'; // prettier-ignore

const SIZES: ModelConfig['sizes'][] = [
  {
    ...TINY.sizes,
    pairDim: 13,
    gruHidden: 9,
    poolHidden: 11,
    trunk: 10,
    width: 17,
    moduleWidth: 7,
  },
  { ...TINY.sizes, pairDim: 1, gruHidden: 1, poolHidden: 1, trunk: 1, width: 1, moduleWidth: 1 },
  { ...TINY.sizes, pairDim: 8, gruHidden: 16, poolHidden: 8, trunk: 24, width: 8, moduleWidth: 16 },
];

function lossAndGradients(config: ModelConfig, tasks: number, support: number, queries: number) {
  const learner = cmmlLearner(config, { routeRegulariser: 0.1 });
  const parameters = parametersOf(config);
  const labels = Float32Array.from({ length: tasks * queries }, (_, i) => 0.5 + (i % 10) / 2);
  const batch: Batch = {
    tasks,
    support: supportOf(config, tasks, support),
    query: {
      pairs: tensor3([tasks, queries, config.sizes.pairDim], 11),
      labels: tf.tensor2d(labels, [tasks, queries]),
    },
  };
  return tf.tidy(() => {
    const loss = () => learner.loss(parameters, batch, createRandom(1));
    const { value, gradients } = differentiate(loss, parameters.tensors());
    return [vectorOf(value), ...gradients.map(vectorOf)];
  });
}

/**
 * Largest difference, relative to the largest magnitude of each tensor; a tensor far below all
 * others is what cancellation left (the readout's bias under the hinge) and compared with those.
 */
function distance(a: number[][], b: number[][]): number {
  const most = Math.max(...a.flat().map(Math.abs));
  return Math.max(
    ...a.map((tensor, i) => {
      const largest = Math.max(1e-3 * most, ...tensor.map(Math.abs));
      return Math.max(...tensor.map((value, k) => Math.abs(value - b[i][k]))) / largest;
    }),
  );
}

const isRanking = ({ hybrid }: { hybrid: HybridKind }) => hybrid === 'attention';

/** Attention is not for ratings, which the weighted encoder is for. */
const isModel = (one: { encoder: EncoderKind; hybrid: HybridKind }) =>
  !(isRanking(one) && one.encoder === 'weighted');

const parts = ENCODERS.flatMap((encoder) =>
  HYBRIDS.flatMap((hybrid) =>
    MODULATIONS.map((modulation) => ({ encoder, hybrid, modulation })).filter(isModel),
  ),
);

describe.each(parts)('$encoder, $hybrid, $modulation', (combination) => {
  it('has the same loss and gradients on wasm as on cpu', async () => {
    const cases: [ModelConfig, number, number, number][] = SIZES.flatMap((sizes) => {
      const config = { ...TINY, ...combination, sizes };
      return [
        [config, 3, 5, 6],
        [
          isRanking(combination)
            ? { ...config, inputs: 'context', prototype: 'separate', consensus: true }
            : rating({ ...config, inputs: 'product' }),
          1,
          1,
          isRanking(combination) ? 2 : 1,
        ],
        [
          { ...config, inputs: 'product', prototype: true, consensus: true, positivesOnly: true },
          2,
          4,
          2,
        ],
      ] as [ModelConfig, number, number, number][];
    });
    await useBackend('cpu');
    const expected = cases.map((args) => lossAndGradients(...args));
    await useBackend('wasm');
    const found = cases.map((args) => lossAndGradients(...args));
    expected.forEach((tensors, i) => expect(distance(tensors, found[i])).toBeLessThan(1e-4));
  });
});

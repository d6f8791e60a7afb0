import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/data/random';
import type { Batch } from '../../src/model/batch';
import { differentiate } from '../../src/model/differentiate';
import { ParameterSet } from '../../src/model/parameter-set';
import { cmmlLearner, type CmmlTraining } from '../../src/model/training/cmml-learner';
import type { EncoderKind, ModelConfig, ModulationKind } from '../../src/model/types';
import {
  parametersOf,
  rating,
  supportOf,
  tensor3,
  TINY,
  useBackend,
  values,
  vectorOf,
} from './setup';

const QUERIES = 4;

function batchOf(config: ModelConfig): Batch {
  const labels =
    config.task === 'ranking'
      ? tf.tensor2d([1, 1, 0, 0, 1, 1, 0, 0], [2, QUERIES])
      : tf.tensor2d([1, 4.5, 3, 2, 5, 0.5, 3, 4], [2, QUERIES]);
  return {
    tasks: 2,
    support: supportOf(config, 2, 3),
    query: { pairs: tensor3([2, QUERIES, config.sizes.pairDim], 11), labels },
    statistics: tf.tensor2d([0.1, 0.5, -0.4, 1.2], [2, 2]),
    base: tf.fill([2, QUERIES], 3),
  };
}

/**
 * Compares the gradient with the slope of the loss in random directions. Differences in float32 are
 * coarse, and a direction may cross a kink of a ReLU, so a fit within 2% of the largest is asked for.
 */
async function worstSlope(config: ModelConfig, options: CmmlTraining): Promise<number> {
  const learner = cmmlLearner(config, options);
  const parameters = parametersOf(config);
  const batch = batchOf(config);
  const loss = (p: ParameterSet) => learner.loss(p, batch, createRandom(1));
  const { gradients } = differentiate(() => loss(parameters), parameters.tensors());
  const gradient = gradients.flatMap(vectorOf);
  const flat = await parameters.flat();
  const at = (direction: Float32Array, h: number) => {
    const moved = new ParameterSet(
      learner.specs,
      flat.map((v, i) => v + h * direction[i]),
    );
    return loss(moved).dataSync()[0];
  };
  const h = 3e-4;
  const fits = [1, 2, 3, 4, 5].map((seed) => {
    const direction = values(flat.length, seed);
    const expected = gradient.reduce((sum, g, i) => sum + g * direction[i], 0);
    return { expected, measured: (at(direction, h) - at(direction, -h)) / (2 * h) };
  });
  const largest = Math.max(...fits.map(({ expected }) => Math.abs(expected)));
  expect(largest).toBeGreaterThan(1e-3);
  return Math.max(...fits.map((fit) => Math.abs(fit.measured - fit.expected))) / largest;
}

describe.each(['cpu', 'wasm'] as const)('gradients on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  const kinds: { encoder: EncoderKind; modulation: ModulationKind }[] = [
    { encoder: 'mean', modulation: 'film' },
    { encoder: 'gru', modulation: 'soft' },
    { encoder: 'max', modulation: 'sigmoid' },
    { encoder: 'weighted', modulation: 'linear' },
    { encoder: 'mean', modulation: 'none' },
  ];

  it.each(kinds)('$encoder, $modulation: product inputs, prototype, mlp hybrid', async (parts) => {
    const config: ModelConfig = {
      ...TINY,
      ...parts,
      hybrid: 'mlp',
      inputs: 'product',
      prototype: true,
      consensus: true,
      statistics: 2,
      rounds: 3,
    };
    expect(await worstSlope(config, { routeRegulariser: 0.3 })).toBeLessThan(0.02);
  });

  const rankingKinds = kinds.filter(({ encoder }) => encoder !== 'weighted');

  it.each(rankingKinds)('$encoder, $modulation: attention, separate prototypes', async (parts) => {
    const config: ModelConfig = {
      ...TINY,
      ...parts,
      hybrid: 'attention',
      inputs: 'product',
      prototype: 'separate',
      consensus: true,
    };
    expect(await worstSlope(config, {})).toBeLessThan(0.02);
    expect(await worstSlope({ ...config, attention: 'uniform' }, {})).toBeLessThan(0.02);
  });

  it.each(kinds)('$encoder, $modulation: rating with every loss', async (parts) => {
    const config = rating({ ...TINY, ...parts, statistics: 2, rounds: 3 });
    const options = { huber: 0.5, pairwise: 0.5 };
    expect(await worstSlope(config, options)).toBeLessThan(0.02);
    expect(await worstSlope(config, {})).toBeLessThan(0.02);
  });
});

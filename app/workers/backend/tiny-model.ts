/** A tiny model and a small step: enough to see whether a backend differentiates, and how fast. */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom, normal } from '../../../src/data/random';
import type { PackedPairs } from '../../../src/data/features';
import { toBatch, type PackedTasks } from '../../../src/model/batch';
import { initialParameters, parameterSpecs } from '../../../src/model/cmml';
import { differentiate } from '../../../src/model/differentiate';
import { ParameterSet } from '../../../src/model/parameter-set';
import { preset } from '../../../src/model/presets';
import { cmmlLearner } from '../../../src/model/training/cmml-learner';
import type { ModelConfig } from '../../../src/model/types';
import { takeAll } from '../model/reads';

const SEED = 7;

interface Size {
  config: ModelConfig;
  tasks: number;
  support: number;
  query: number;
}

/** A recurrent encoder too: a phone's GPU was seen to give all-zero gradients for those alone. */
const TINY: Size = {
  config: {
    task: 'ranking',
    encoder: 'gru',
    hybrid: 'dot',
    modulation: 'film',
    leakySlope: 0.01,
    sizes: {
      pairDim: 6,
      gruHidden: 5,
      poolHidden: 5,
      trunk: 5,
      width: 5,
      moduleWidth: 3,
      labelDim: 2,
    },
  },
  tasks: 2,
  support: 3,
  query: 4,
};

/** About what the page trains. */
const SMALL: Size = {
  config: preset(
    'small',
    { task: 'ranking', encoder: 'mean', hybrid: 'dot', modulation: 'film' },
    60,
  ),
  tasks: 8,
  support: 16,
  query: 48,
};

/** Gradients of the tiny model on the present backend, one array a parameter. */
export async function tinyGradients(): Promise<Float32Array[]> {
  return withStep(TINY, (step) => takeAll(step().slice(1), 'gradient check'));
}

/** Steps between two reads, of which the first are not timed: compilers wake up. */
const CHUNK = 2;
const TIMED = 3;

/**
 * Median ms of a small training step (loss and gradients) on the present backend. Several steps go
 * before each read, as in training, so that a browser that is late to say that a GPU is done does not
 * lose by that alone.
 */
export async function smallStepMs(): Promise<number> {
  return withStep(SMALL, (step) => medianOfChunks(() => chunk(step)));
}

async function chunk(step: () => tf.Tensor[]): Promise<void> {
  for (let k = 1; k < CHUNK; k++) tf.dispose(step());
  const [loss, first, ...others] = step();
  tf.dispose(others);
  await takeAll([loss, first], 'timed step');
}

/** Median ms of a step, of which `run` takes `CHUNK`. */
export async function medianOfChunks(
  run: () => Promise<void>,
  now = () => performance.now(),
): Promise<number> {
  const times: number[] = [];
  for (let k = 0; k <= TIMED; k++) {
    const begun = now();
    await run();
    times.push((now() - begun) / CHUNK);
  }
  const timed = times.slice(1).sort((a, b) => a - b);
  return timed[TIMED >> 1];
}

/** Calls `run` with a function that gives loss and gradients of one fixed meta-batch. */
async function withStep<T>(size: Size, run: (step: () => tf.Tensor[]) => Promise<T>): Promise<T> {
  const { config } = size;
  const random = createRandom(SEED);
  const parameters = new ParameterSet(parameterSpecs(config), initialParameters(config, random));
  const batch = toBatch(randomTasks(size, random));
  const learner = cmmlLearner(config);
  const loss = () => learner.loss(parameters, batch, random);
  try {
    return await run(() => {
      const { value, gradients } = differentiate(loss, parameters.tensors());
      return [value, ...gradients];
    });
  } finally {
    tf.dispose(batch);
    parameters.dispose();
  }
}

function randomTasks(
  { config, tasks, support, query }: Size,
  random: ReturnType<typeof createRandom>,
): PackedTasks {
  const { pairDim } = config.sizes;
  const pack = (size: number): PackedPairs => ({
    tasks,
    size,
    pairDim,
    pairs: Float32Array.from({ length: tasks * size * pairDim }, () => normal(random)),
    labels: Float32Array.from({ length: tasks * size }, (_, k) => (k + 1) % 2),
    mask: null,
  });
  return { support: pack(support), query: pack(query) };
}

/** Largest difference between two sets of gradients, relative to the largest of each tensor. */
export function gradientError(actual: Float32Array[], expected: Float32Array[]): number {
  return Math.max(
    ...expected.map((wanted, t) => {
      const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
      return wanted.reduce(
        // NaN wins: `Math.max` passes it on.
        (most, value, i) => Math.max(most, Math.abs(actual[t][i] - value) / largest),
        0,
      );
    }),
  );
}

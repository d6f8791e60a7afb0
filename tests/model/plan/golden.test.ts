/** The reference vectors of loss and gradient, by a plan that was recorded on other meta-batches. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { configOf, type CmmlGolden } from '../../../scripts/lib/golden-cmml';
import {
  mismatch,
  type GoldenTensor,
  type GoldenTensors,
} from '../../../scripts/lib/golden-tensors';
import type { Batch, PackedTasks } from '../../../src/model/batch';
import { parameterSpecs } from '../../../src/model/cmml';
import { differentiate } from '../../../src/model/differentiate';
import { fromOuter, toOuter } from '../../../src/model/layout';
import { ParameterSet } from '../../../src/model/parameter-set';
import { plansFor } from '../../../src/model/plan/step-plans';
import { cmmlLearner } from '../../../src/model/training/cmml-learner';
import { createRandom } from '../../../src/data/random';
import { useBackend, WASM } from '../kernels/backends';

const TOLERANCE = 1e-4;
const FOLDER = path.join(import.meta.dirname, '../../golden');
const files = readdirSync(FOLDER).filter((name) => /^(ranking|rating)-.*\.json$/.test(name));
const BETA_1 = 0.9;

/** The file's meta-batch, or another of its shape (`scale` other than 1). */
function packedOf({ inputs }: CmmlGolden, scale: number): PackedTasks {
  const { supportPairs, supportLabels, queryPairs, queryRatings } = inputs;
  const part = (pairs: GoldenTensor, labels: Float32Array) => {
    const [tasks, size, pairDim] = pairs.shape;
    const values = Float32Array.from(pairs.data, (value) => scale * value);
    return { tasks, size, pairDim, pairs: values, labels, mask: null };
  };
  // Ranking labels are one-hot in the files.
  const width = supportLabels.shape[2] ?? 1;
  const labels = Float32Array.from(supportLabels.data.filter((_, i) => i % width === 0));
  const [tasks, queries] = queryPairs.shape;
  const stars = queryRatings?.data ?? new Array<number>(tasks * queries).fill(0);
  return { support: part(supportPairs, labels), query: part(queryPairs, Float32Array.from(stars)) };
}

describe.each(WASM)('a recorded gradient on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(files)('is that of %s', async (file) => {
    const golden = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as CmmlGolden;
    const config = configOf(golden);
    const specs = parameterSpecs(config);
    const flat = fromOuter(specs, golden.params);
    const parameters = new ParameterSet(specs, flat);
    const learner = cmmlLearner(config);
    const byTfjs = (batch: Batch) => {
      const loss = () => learner.loss(parameters, batch, createRandom(1));
      const { value, gradients } = differentiate(loss, parameters.tensors());
      return { loss: value, gradients };
    };
    const plans = plansFor(parameters, (detail) => expect.fail(`differs by ${detail}`))!;
    /** Loss and gradient, which Adam's first moment holds after a first step. */
    const step = (scale: number) => {
      const rows = tf.tensor2d([...flat, ...new Float32Array(2 * flat.length)], [3, flat.length]);
      const loss = plans.step(packedOf(golden, scale), byTfjs, rows, {
        ...{ learningRate: 0, weightDecay: 0, clip: Infinity, step: 1 },
        ...{ beta1: BETA_1, beta2: 0.999, epsilon: 1e-8 },
      });
      const moment = rows.dataSync().slice(flat.length, 2 * flat.length);
      const value = loss.dataSync();
      tf.dispose([rows, loss]);
      return { value, gradient: moment.map((m) => m / (1 - BETA_1)) };
    };
    for (const scale of [0.5, -1, 2]) step(scale);
    expect(plans.count).toBe(1);
    const { value, gradient } = step(1);

    const { loss, grads } = golden.expected as unknown as {
      loss: GoldenTensor;
      grads: GoldenTensors;
    };
    expect(mismatch('loss', loss, value).error).toBeLessThan(TOLERANCE);
    const found = toOuter(specs, gradient);
    expect(Object.keys(found).sort()).toEqual(Object.keys(grads).sort());
    for (const [name, reference] of Object.entries(grads))
      expect(mismatch(name, reference, found[name].data)).toMatchObject({ name, error: expect.toSatisfy((error: number) => error < TOLERANCE) as number }); // prettier-ignore
    plans.dispose();
    parameters.dispose();
  });
});

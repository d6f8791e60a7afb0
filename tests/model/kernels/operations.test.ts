import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { hasKernel } from '../../../src/model/kernels/run';
import { GruForward } from '../../../src/model/kernels/gru';
import { hasLstmKernel } from '../../../src/model/kernels/lstm';
import { Dense } from '../../../src/model/kernels/dense';
import { BACKENDS, useBackend } from './backends';
import { CASES } from './cases';
import { caseError } from './cases/case-error';

const use = (backend: string) => useBackend(backend as (typeof BACKENDS)[number]);

describe.each(BACKENDS)('operations of the model on %s', (backend) => {
  it.each(CASES)('$name: value and gradients as plain operations have them', async (testCase) => {
    expect(await caseError(testCase, use, backend)).toBeLessThan(5e-5);
  });

  it('leaves no tensor behind', async () => {
    await use(backend);
    for (const testCase of CASES) {
      const inputs = testCase.shapes.map((shape) => tf.ones(shape));
      const before = tf.memory().numTensors;
      const grads = tf.grads((...args: tf.Tensor[]) => tf.sum(testCase.run(...args)))(inputs);
      tf.dispose(grads);
      expect(tf.memory().numTensors, testCase.name).toBe(before);
      tf.dispose(inputs);
    }
  });
});

it('runs fused kernels, not their stand-ins', async () => {
  await use('wasm');
  expect([hasKernel(Dense), hasKernel(GruForward), hasLstmKernel()]).toEqual([true, true, true]);
  await use('cpu');
  expect([hasKernel(GruForward), hasLstmKernel()]).toEqual([true, false]);
});

import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { Floor } from '../../../bench/floor/floor';
import { benchConfig, randomArrays, toTensors } from '../../../bench/problem';
import { BenchModel } from '../../../bench/step';
import { instantiateKernels } from '../../../src/model/kernels/wasm/module';
import { distance, useBackend } from './backends';

describe('the hand-written floor', () => {
  it.each([
    { name: 'tiny', tasks: 2, support: 3, query: 4 },
    { name: 'small', tasks: 3, support: 9, query: 10 },
  ])('has the loss and gradient of the model, $name', async (size) => {
    await useBackend('cpu');
    const arrays = randomArrays(size);
    const model = new BenchModel(benchConfig('film'));
    const { value, gradients } = model.gradients(toTensors(size, arrays));
    const expected = (await tf
      .concat(gradients.map((one) => tf.reshape(one, [-1])))
      .data()) as Float32Array;

    const memory = new WebAssembly.Memory({ initial: 1 });
    const floor = new Floor(await instantiateKernels(memory, 'simd'), memory, size);
    floor.load(await model.parameters.flat(), arrays);
    const gradient = floor.gradients();
    const largest = expected.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    expect(distance(gradient, expected) / largest).toBeLessThan(1e-5);
    expect(Math.abs(floor.loss() - (await value.data())[0])).toBeLessThan(1e-5);
    floor.step();
    expect(floor.gradients().some((value, i) => value !== gradient[i])).toBe(true);
  });
});

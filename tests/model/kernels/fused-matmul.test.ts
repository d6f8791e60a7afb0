import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { distance, numbers, useBackend, WASM } from './backends';

const SIZES = [
  [1, 1, 1],
  [5, 7, 3],
  [4, 64, 64],
  [33, 66, 13],
] as const;

describe.each(WASM)('_FusedMatMul on %s', (wasm) => {
  for (const activation of ['linear', 'relu', 'leakyrelu', 'sigmoid'] as const)
    it.each(SIZES)(`[%d,%d,%d] with bias and ${activation}, as on cpu`, async (m, k, n) => {
      const run = async (backend: 'cpu' | typeof wasm) => {
        await useBackend(backend);
        const y = tf.fused.matMul({
          a: tf.tensor2d(numbers(m * k, 1), [m, k]),
          b: tf.tensor2d(numbers(k * n, 2), [k, n]),
          bias: tf.tensor1d(numbers(n, 3)),
          activation,
          leakyreluAlpha: 0.01,
        });
        return y.data();
      };
      expect(distance(await run(wasm), await run('cpu'))).toBeLessThan(1e-5);
    });
});

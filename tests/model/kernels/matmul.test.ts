import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { distance, numbers, useBackend, WASM } from './backends';

/** `A B` in double precision, either side transposed. */
function product(
  a: Float32Array,
  b: Float32Array,
  [m, k, n]: readonly [number, number, number],
  transposeA: boolean,
  transposeB: boolean,
): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++)
      for (let l = 0; l < k; l++)
        out[i * n + j] +=
          a[transposeA ? l * m + i : i * k + l] * b[transposeB ? j * k + l : l * n + j];
  return out;
}

const SIZES = [
  [1, 1, 1], [4, 8, 8], [3, 5, 7], [5, 1, 9], [64, 64, 64], [7, 66, 13], [33, 64, 1], [1, 64, 65],
  [9, 2, 3], [128, 31, 30], [6, 0, 5],
] as const; // prettier-ignore

describe.each(WASM)('SIMD matrix products on %s', (wasm) => {
  beforeAll(() => useBackend(wasm));

  for (const size of SIZES)
    for (const [transposeA, transposeB] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ]) {
      it(`[m,k,n] = [${size}]${transposeA ? ', A^T' : ''}${transposeB ? ', B^T' : ''}`, async () => {
        const [m, k, n] = size;
        const [a, b] = [numbers(m * k, 1), numbers(k * n, 2)];
        const result = tf.matMul(
          tf.tensor(a, transposeA ? [k, m] : [m, k]),
          tf.tensor(b, transposeB ? [n, k] : [k, n]),
          transposeA,
          transposeB,
        );
        expect(result.shape).toEqual([m, n]);
        const expected = product(a, b, size, transposeA, transposeB);
        expect(distance(await result.data(), expected)).toBeLessThan(1e-5);
      });
    }

  it.each([
    [[3, 5, 6], [3, 6, 9]],
    [[3, 5, 6], [6, 9]],
    [[5, 6], [3, 6, 9]],
    [[2, 3, 5, 6], [2, 3, 6, 9]],
    [[2, 1, 5, 6], [1, 3, 6, 9]],
    [[3, 5, 6], [1, 1, 6, 9]],
    [[1, 1, 5, 6], [3, 6, 9]],
    [[1, 5, 6], [1, 1, 6, 9]],
  ])('batches %j x %j, as the cpu backend has them', async (shapeA, shapeB) => {
    const run = async (backend: 'cpu' | typeof wasm) => {
      await useBackend(backend);
      const a = tf.tensor(numbers(tf.util.sizeFromShape(shapeA), 3), shapeA);
      const b = tf.tensor(numbers(tf.util.sizeFromShape(shapeB), 4), shapeB);
      const c = tf.matMul(a, b);
      return { shape: c.shape, values: await c.data() };
    };
    const expected = await run('cpu');
    const got = await run(wasm);
    expect(got.shape).toEqual(expected.shape);
    expect(distance(got.values, expected.values)).toBeLessThan(1e-5);
  }); // prettier-ignore

  it.each([
    [[7, 5], [0]],
    [[7, 5], [1]],
    [[7, 5], [-2]],
    [[2, 3, 9], [0, 1]],
    [[2, 3, 9], [1]],
    [[2, 3, 9], [0, 1, 2]],
  ])('sums %j over axes %j, as the cpu backend does', async (shape, axes) => {
    const run = async (backend: 'cpu' | typeof wasm) => {
      await useBackend(backend);
      const x = tf.tensor(numbers(tf.util.sizeFromShape(shape), 5), shape);
      return Promise.all([tf.sum(x, axes), tf.sum(x, axes, true)].map(async (sum) => ({
        shape: sum.shape,
        values: await sum.data(),
      })));
    };
    const expected = await run('cpu');
    const got = await run(wasm);
    got.forEach((sum, i) => {
      expect(sum.shape).toEqual(expected[i].shape);
      expect(distance(sum.values, expected[i].values)).toBeLessThan(1e-5);
    });
  }); // prettier-ignore

  it('keeps no memory beyond its outputs', () => {
    const a = tf.tensor2d(numbers(35), [5, 7]);
    const before = tf.memory();
    tf.tidy(() => void tf.sum(tf.matMul(a, a, true, false), 0));
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numBytes).toBe(before.numBytes);
  });
});

/** Copies and aliases that stand before tfjs's own kernels on wasm: the same values and shapes as on cpu. */
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { numbers, useBackend, WASM } from './backends';

const [A, B, MATRIX] = [numbers(2 * 3 * 4, 1), numbers(2 * 5 * 4, 2), numbers(7 * 5, 3)];
const a = () => tf.tensor3d(A, [2, 3, 4]);
const b = () => tf.tensor3d(B, [2, 5, 4]);
const matrix = () => tf.tensor2d(MATRIX, [7, 5]);

const CASES: [string, () => tf.Tensor | tf.Tensor[]][] = [
  ['concat, middle axis', () => tf.concat([a(), b(), a()], 1)],
  ['concat, first axis', () => tf.concat([matrix(), matrix()], 0)],
  ['concat, last axis', () => tf.concat([a(), a()], -1)],
  ['concat with nothing', () => tf.concat([matrix(), tf.zeros([0, 5])], 0)],
  [
    'concat of integers',
    () => tf.concat([tf.tensor1d([1, 2], 'int32'), tf.tensor1d([3], 'int32')]),
  ],
  ['stack', () => tf.stack([matrix(), matrix()], 1)],
  ['unstack', () => tf.unstack(a(), 1)],
  ['slice, first axis', () => tf.slice(a(), [1, 0, 0], [1, -1, -1])],
  ['slice, middle axis', () => tf.slice(a(), [0, 1, 0], [2, 2, 4])],
  ['slice, last axis', () => tf.slice(matrix(), [0, 2], [-1, 2])],
  ['slice of two axes', () => tf.slice(matrix(), [1, 2], [3, 2])],
  ['slice of nothing', () => tf.slice(matrix(), [3, 0], [0, 5])],
  ['whole slice', () => tf.slice(matrix(), [0, 0], [7, 5])],
  ['slice of integers', () => tf.slice(tf.tensor1d([1, 2, 3], 'int32'), 1, 1)],
  ['split in equal parts', () => tf.split(tf.concat([a(), a()], 1), 3, 1)],
  ['split by sizes', () => tf.split(b(), [1, 3, 1], 1)],
  ['transpose of short axes', () => tf.transpose(tf.tensor4d(A, [2, 1, 3, 4]), [1, 0, 2, 3])],
  ['transpose of long axes', () => tf.transpose(a(), [2, 0, 1])],
  ['mean over one value', () => tf.mean(tf.tensor4d(A, [2, 1, 3, 4]), 1)],
  ['mean over one value, axis kept', () => tf.mean(tf.tensor4d(A, [1, 2, 3, 4]), 0, true)],
  ['cast from bool', () => tf.cast(tf.greater(matrix(), 0), 'float32')],
  ['cast to the same', () => tf.cast(matrix(), 'float32')],
  ['cast to int', () => tf.cast(tf.mul(matrix(), 9), 'int32')],
  ['fill', () => tf.fill([3, 2], 1.5)],
  ['fill with integers', () => tf.fill([3], 2, 'int32')],
  ['zeros like', () => tf.zerosLike(a())],
  ['zeros like integers', () => tf.zerosLike(tf.tensor1d([1, 2], 'int32'))],
];

function read(make: () => tf.Tensor | tf.Tensor[]) {
  const made = tf.tidy(make);
  const all = Array.isArray(made) ? made : [made];
  const found = all.map((x) => ({ shape: x.shape, dtype: x.dtype, values: [...x.dataSync()] }));
  tf.dispose(all);
  return found;
}

describe.each(WASM)('copies on %s', (backend) => {
  it.each(CASES)('%s', async (_name, make) => {
    await useBackend('cpu');
    const expected = read(make);
    await useBackend(backend);
    expect(read(make)).toEqual(expected);
  });

  it('leaves an aliased tensor alive', async () => {
    await useBackend(backend);
    const x = tf.tensor4d(A, [2, 1, 3, 4]);
    const y = tf.transpose(x, [1, 0, 2, 3]);
    x.dispose();
    expect([...y.dataSync()]).toEqual([...A]);
    y.dispose();
  });
});

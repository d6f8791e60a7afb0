import * as tf from '@tensorflow/tfjs-core';
import { numbers } from '../numbers';
import type { Case } from './case';

interface Outcome {
  shape: number[];
  /** The value, then the gradient of every input. */
  values: Float32Array[];
}

/** Value and gradients of `sum(weights * f(inputs))` on the backend in use. */
async function outcome({ shapes }: Case, f: Case['run']): Promise<Outcome> {
  tf.engine().startScope();
  const inputs = shapes.map((shape, i) =>
    tf.tensor(numbers(tf.util.sizeFromShape(shape), i + 1), shape),
  );
  const value = f(...inputs);
  const weights = tf.tensor(numbers(value.size, 99), value.shape);
  const grads = tf.grads((...args: tf.Tensor[]) => tf.sum(tf.mul(f(...args), weights)))(inputs);
  const values = await Promise.all(
    [value, ...grads].map(async (tensor) => (await tensor.data<'float32'>()).slice()),
  );
  const { shape } = value;
  tf.engine().endScope();
  return { shape, values };
}

/**
 * Largest difference between a case on `backend` and its reference on `plain` (value and gradients),
 * relative to the largest value of each tensor, at least 1.
 */
export async function caseError(
  testCase: Case,
  use: (backend: string) => Promise<void>,
  backend: string,
): Promise<number> {
  await use('cpu');
  const expected = await outcome(testCase, testCase.reference);
  await use(backend);
  const actual = await outcome(testCase, testCase.run);
  if (String(actual.shape) !== String(expected.shape)) return Infinity;
  let worst = 0;
  expected.values.forEach((tensor, i) => {
    const scale = tensor.reduce((largest, x) => Math.max(largest, Math.abs(x)), 1);
    tensor.forEach((x, j) => {
      const error = Math.abs(actual.values[i][j] - x) / scale;
      if (!(error <= worst)) worst = error;
    });
  });
  return worst;
}

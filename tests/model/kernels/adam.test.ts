import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { AdamStep, type AdamAttrs } from '../../../src/model/kernels/adam';
import { BACKENDS, distance, numbers, useBackend } from './backends';

const ATTRS: AdamAttrs = {
  learningRate: 0.01,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0.02,
  clip: 0.5,
  step: 1,
};

/** The equations of `adam.as.ts` in double precision; `state` is `[w..., m..., v...]`. */
function reference(state: Float64Array, g: Float32Array, attrs: AdamAttrs): Float64Array {
  const n = g.length;
  const next = new Float64Array(3 * n);
  g.forEach((value, i) => {
    const q = Math.min(attrs.clip, Math.max(-attrs.clip, value)) + attrs.weightDecay * state[i];
    const m = attrs.beta1 * state[n + i] + (1 - attrs.beta1) * q;
    const v = attrs.beta2 * state[2 * n + i] + (1 - attrs.beta2) * q * q;
    const mHat = m / (1 - attrs.beta1 ** attrs.step);
    const vHat = v / (1 - attrs.beta2 ** attrs.step);
    next[i] = state[i] - (attrs.learningRate * mHat) / (Math.sqrt(vHat) + attrs.epsilon);
    next[n + i] = m;
    next[2 * n + i] = v;
  });
  return next;
}

describe.each(BACKENDS)('AdamStep on %s', (backend) => {
  it.each([Infinity, 0.5])('follows the equations for three steps, clip %d', async (clip) => {
    await useBackend(backend);
    const shapes = [[3, 5], [7], [1], [2, 2, 3], [8]];
    const sizes = shapes.map((shape) => tf.util.sizeFromShape(shape));
    const n = sizes.reduce((sum, size) => sum + size, 0);
    let state: tf.Tensor = tf.concat([tf.tensor2d(numbers(n), [1, n]), tf.zeros([2, n])], 0);
    let expected: Float64Array = Float64Array.from(await state.data());
    for (let step = 1; step <= 3; step++) {
      const flat = numbers(n, 10 + step);
      const inputs: Record<string, tf.Tensor> = { state };
      let offset = 0;
      shapes.forEach((shape, i) => {
        inputs[i] = tf.tensor(flat.slice(offset, (offset += sizes[i])), shape);
      });
      const attrs = { ...ATTRS, clip, step };
      const [next, ...values] = tf
        .engine()
        .runKernel(AdamStep, inputs, { ...attrs }) as unknown as tf.Tensor[];
      expected = reference(expected, flat, attrs);
      state.dispose();
      expect(distance(await next.data(), expected)).toBeLessThan(2e-6);
      expect(values.map((value) => value.shape)).toEqual(shapes);
      const rejoined = (await Promise.all(values.map((value) => value.data()))).flatMap((v) => [
        ...v,
      ]);
      expect(rejoined).toEqual([...(await next.data()).slice(0, n)]);
      state = next;
    }
  });
});

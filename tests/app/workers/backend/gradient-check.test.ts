import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useBackend } from '../../../../scripts/lib/backend';
import {
  gradientError,
  smallStepMs,
  tinyGradients,
} from '../../../../app/workers/backend/tiny-model';
import type * as Differentiate from '../../../../src/model/differentiate';
import { inTime } from '../../../../app/workers/backend/timeout';

let onCpu: Float32Array[];

/** While set, the backward pass of training loses every gradient. */
const pass = vi.hoisted(() => ({ broken: false }));
vi.mock('../../../../src/model/differentiate', async (original) => {
  const { differentiate } = await original<typeof Differentiate>();
  return {
    differentiate(...args: Parameters<typeof differentiate>) {
      const { value, gradients } = differentiate(...args);
      return { value, gradients: pass.broken ? gradients.map((x) => tf.zerosLike(x)) : gradients };
    },
  };
});

beforeAll(async () => {
  await useBackend('cpu');
  onCpu = await tinyGradients();
});

describe('the gradient check', () => {
  it('lets wasm with its fused kernels pass', async () => {
    await useBackend('wasm');
    expect(gradientError(await tinyGradients(), onCpu)).toBeLessThan(1e-4);
    expect(onCpu.some((gradient) => gradient.some((value) => value !== 0))).toBe(true);
  });

  it('is of the backward pass that training takes', async () => {
    pass.broken = true;
    const lost = await tinyGradients().finally(() => (pass.broken = false));
    expect(gradientError(lost, onCpu)).toBeCloseTo(1, 5);
  });

  it('notices zeros, a wrong value and NaN in a single parameter', () => {
    const zeros = onCpu.map((gradient, k) => (k === 0 ? gradient.map(() => 0) : gradient));
    expect(gradientError(zeros, onCpu)).toBeCloseTo(1, 5);
    const wrong = onCpu.map((gradient) => gradient.slice());
    wrong[2][0] += 0.1 * Math.max(...wrong[2].map(Math.abs));
    expect(gradientError(wrong, onCpu)).toBeGreaterThan(0.05);
    wrong[2][0] = NaN;
    expect(gradientError(wrong, onCpu)).toBeNaN();
  });

  it('times a small step', async () => {
    await useBackend('wasm');
    expect(await smallStepMs()).toBeGreaterThan(0);
  });
});

describe('a read', () => {
  it('fails as a lost device when it never ends', async () => {
    const never = new Promise<number>(() => undefined);
    await expect(inTime(never, 'loss', 5)).rejects.toMatchObject({ code: 'device-lost' });
    await expect(inTime(Promise.resolve(3), 'loss', 5)).resolves.toBe(3);
  });
});

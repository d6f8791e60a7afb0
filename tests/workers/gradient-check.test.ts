import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../scripts/lib/backend';
import { gradientError, smallStepMs, tinyGradients } from '../../app/workers/backend/tiny-model';
import { inTime } from '../../app/workers/backend/timeout';

let onCpu: Float32Array[];

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

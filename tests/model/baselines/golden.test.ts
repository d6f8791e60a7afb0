import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { checkDcn, checkMelu } from './golden';
import type { GoldenComparison } from './golden';

const load = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../golden/${name}.json`, import.meta.url), 'utf8'));

/** Largest error relative to the tensor's largest magnitude. */
function relativeError({ actual, expected }: GoldenComparison): number {
  expect(actual).toHaveLength(expected.length);
  const scale = Math.max(...expected.map(Math.abs), 1e-6);
  return Math.max(...expected.map((value, i) => Math.abs(value - actual[i]))) / scale;
}

describe('reference vectors', () => {
  it('DCN: scores and gradients', async () => {
    const comparisons = await checkDcn(load('dcn'));
    expect(comparisons).toHaveLength(2 + 12);
    for (const c of comparisons) expect(relativeError(c), c.name).toBeLessThan(1e-4);
  });

  it.each(['melu-1step', 'melu-3step'])('%s: adapted parameters, meta-gradients', async (name) => {
    const comparisons = await checkMelu(load(name));
    expect(comparisons).toHaveLength(2 + 6 + 8);
    for (const c of comparisons) expect(relativeError(c), c.name).toBeLessThan(1e-4);
  });

  it('first order is told from second order', async () => {
    const golden = load('melu-1step');
    const comparisons = await checkMelu({ ...golden, config: { ...golden.config, order: 1 } });
    const errors = Object.fromEntries(comparisons.map((c) => [c.name, relativeError(c)]));
    expect(errors['adaptedParams.fc0.weight']).toBeLessThan(1e-4);
    expect(errors['metaGrads.fc0.weight']).toBeGreaterThan(1e-2);
  });
});

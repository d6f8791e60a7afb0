import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../src/data/random';
import {
  buildBaseline,
  decodeBaseline,
  encodeBaseline,
  SHIPPED_BASELINES,
} from '../../../src/model/baselines/checkpoint';
import type { BaselineCheckpoint } from '../../../src/model/baselines/checkpoint';
import { initialise } from '../../../src/model/specs';

function checkpointOf(kind: BaselineCheckpoint['description']['kind']): BaselineCheckpoint {
  const description = { kind, objective: 'rating' as const, pairDim: 7, steps: 3, rate: 0.01 };
  return {
    description,
    flat: initialise(buildBaseline(description).specs, createRandom(1)),
    provenance: {
      command: 'test', setting: 'rating', treatment: 'full', seed: 0, steps: 1,
      commit: 'none', date: '2026-01-01', dataset: 'test', metrics: { mae: 0.7 },
    },
  }; // prettier-ignore
}

describe('baseline checkpoints', () => {
  it.each(SHIPPED_BASELINES)('%s comes back as it was, in half precision', async (kind) => {
    const checkpoint = checkpointOf(kind);
    const file = await encodeBaseline(checkpoint);
    const { flat, ...rest } = await decodeBaseline(file);
    expect(rest).toEqual({
      description: checkpoint.description,
      provenance: checkpoint.provenance,
    });
    flat.forEach((value, i) => expect(value).toBeCloseTo(checkpoint.flat[i], 2));
    expect(file.length).toBeLessThan(2 * flat.length + 700);
  });

  it('says what is wrong with a file', async () => {
    const file = await encodeBaseline(checkpointOf('dcn'));
    await expect(decodeBaseline(file.subarray(0, 20))).rejects.toThrow('truncated');
    await expect(decodeBaseline(file.subarray(0, -2))).rejects.toThrow('bytes of parameters');
    await expect(decodeBaseline(new Uint8Array(50))).rejects.toThrow('not a baseline');
    const damaged = file.slice();
    damaged[damaged.length - 1] ^= 1;
    await expect(decodeBaseline(damaged)).rejects.toThrow('damaged');
  });
});

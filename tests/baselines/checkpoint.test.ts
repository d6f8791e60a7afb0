import { describe, expect, it } from 'vitest';

import { createRandom } from '../../src/data/random';
import {
  buildRival,
  decodeRival,
  encodeRival,
  SHIPPED_RIVALS,
} from '../../src/model/baselines/checkpoint';
import type { RivalCheckpoint } from '../../src/model/baselines/checkpoint';
import { initialise } from '../../src/model/specs';

function checkpointOf(kind: RivalCheckpoint['description']['kind']): RivalCheckpoint {
  const description = { kind, objective: 'rating' as const, pairDim: 7, steps: 3, rate: 0.01 };
  return {
    description,
    flat: initialise(buildRival(description).specs, createRandom(1)),
    provenance: {
      command: 'test', setting: 'rating', treatment: 'full', seed: 0, steps: 1,
      commit: 'none', date: '2026-01-01', dataset: 'test', metrics: { mae: 0.7 },
    },
  }; // prettier-ignore
}

describe('rival checkpoints', () => {
  it.each(SHIPPED_RIVALS)('%s comes back as it was, in half precision', async (kind) => {
    const checkpoint = checkpointOf(kind);
    const file = await encodeRival(checkpoint);
    const { flat, ...rest } = await decodeRival(file);
    expect(rest).toEqual({
      description: checkpoint.description,
      provenance: checkpoint.provenance,
    });
    flat.forEach((value, i) => expect(value).toBeCloseTo(checkpoint.flat[i], 2));
    expect(file.length).toBeLessThan(2 * flat.length + 700);
  });

  it('says what is wrong with a file', async () => {
    const file = await encodeRival(checkpointOf('dcn'));
    await expect(decodeRival(file.subarray(0, 20))).rejects.toThrow('truncated');
    await expect(decodeRival(file.subarray(0, -2))).rejects.toThrow('bytes of parameters');
    await expect(decodeRival(new Uint8Array(50))).rejects.toThrow('not a rival');
    const damaged = file.slice();
    damaged[damaged.length - 1] ^= 1;
    await expect(decodeRival(damaged)).rejects.toThrow('damaged');
  });
});

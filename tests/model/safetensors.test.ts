import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CheckpointError } from '../../src/model/framed-file';
import { initialParameters } from '../../src/model/cmml';
import { decodeSafetensors, encodeSafetensors } from '../../src/model/safetensors';
import { createRandom } from '../../src/data/random';
import type { ModelConfig, Provenance } from '../../src/model/types';
import { TINY } from './setup';

// No square matrix: what is transposed shows.
const config: ModelConfig = { ...TINY, sizes: { ...TINY.sizes, poolHidden: 4 } };
const provenance: Provenance = {
  command: 'test',
  setting: 'anonymous',
  treatment: 'plain',
  seed: 1,
  steps: 2,
  commit: 'none',
  date: '2026-01-01T00:00:00Z',
  dataset: 'none',
  metrics: {},
};
const flat = initialParameters(config, createRandom(3));
const file = await encodeSafetensors({
  config,
  provenance,
  flat,
  note: '{"title":"<b>x</b>"}',
});

describe('safetensors', () => {
  it('gives back what was written', async () => {
    const read = await decodeSafetensors(file);
    expect(read.config).toEqual(config);
    expect(read.provenance).toEqual(provenance);
    expect([...read.flat]).toEqual([...flat]);
    expect(read.note).toBe('{"title":"<b>x</b>"}');
  });

  it('holds the optimiser state beside the weights, and says when it does not fit', async () => {
    const first = flat.map((value) => value * 0.1);
    const second = flat.map((value) => value * value);
    const optimiser = { first, second, tasksSeen: 123 };
    const run = await encodeSafetensors({ config, provenance, flat, optimiser });
    const read = await decodeSafetensors(run);
    expect(read.optimiser).toEqual(optimiser);
    expect(read.flat).toEqual(flat);
    expect((await decodeSafetensors(file)).optimiser).toBeUndefined();
    for (const wrong of [
      { ...optimiser, tasksSeen: -1 },
      { ...optimiser, second: second.subarray(1) },
      { ...optimiser, first: first.map(() => NaN) },
    ]) {
      const made = encodeSafetensors({ config, provenance, flat, optimiser: wrong });
      await expect(made.then(decodeSafetensors)).rejects.toThrow(/optimiser/);
    }
  });

  it('lies as the format says: aligned values, offsets within them, [out, in]', () => {
    const length = Number(new DataView(file.buffer).getBigUint64(0, true));
    expect(length % 8).toBe(0);
    const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
    expect(header['encoder.pair0.weight'].shape).toEqual([4, 7]);
    const ends = Object.entries(header)
      .filter(([name]) => name !== '__metadata__')
      .map(([, tensor]) => (tensor as { data_offsets: number[] }).data_offsets[1]);
    expect(Math.max(...ends)).toBe(file.length - 8 - length);
  });

  it('refuses every damage with a message, and never crashes otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const damaged = file.slice();
          damaged[at] ^= change;
          const read = await decodeSafetensors(damaged).catch((error: unknown) => error);
          if (read instanceof Error) expect(read).toBeInstanceOf(CheckpointError);
          else expect([...(read as { flat: Float32Array }).flat]).toEqual([...flat]);
        },
      ),
      { numRuns: 300 },
    );
    for (const cut of [0, 5, 100, file.length - 4]) {
      await expect(decodeSafetensors(file.slice(0, cut))).rejects.toThrow(CheckpointError);
    }
  });
});

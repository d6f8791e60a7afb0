import { beforeAll, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { createRandom } from '../../src/data/random';
import { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from '../../src/model/checkpoint';
import { initialParameters, parameterSpecs } from '../../src/model/cmml';
import { fromFloat16, toFloat16 } from '../../src/model/float16';
import { CheckpointError } from '../../src/model/framed-file';
import { fromOuter, toOuter } from '../../src/model/layout';
import type { ModelConfig, ModulationKind } from '../../src/model/types';
import { TINY, useBackend } from './setup';

const checkpointOf = (config: ModelConfig): Checkpoint => ({
  config,
  flat: initialParameters(config, createRandom(3)),
  provenance: {
    command: 'npm run train',
    setting: 'anonymous',
    treatment: 'plain',
    seed: 3,
    steps: 10,
    commit: 'abc',
    date: '2026-01-01T00:00:00.000Z',
    dataset: 'tiny',
    metrics: { 'recall@20': 0.5 },
  },
});

const MODULATIONS: ModulationKind[] = ['film', 'soft', 'linear'];

beforeAll(() => useBackend('cpu'));

describe('checkpoints', () => {
  it.each(MODULATIONS)('%s: come back as they were, to a part in 127 of each row', async (kind) => {
    const config: ModelConfig = {
      ...TINY,
      modulation: kind,
      inputs: 'context',
      prototype: true,
      consensus: true,
    };
    const written = checkpointOf(config);
    const read = await decodeCheckpoint(await encodeCheckpoint(written));
    expect(read.config).toEqual(written.config);
    expect(read.provenance).toEqual(written.provenance);
    const specs = parameterSpecs(config);
    const [before, after] = [toOuter(specs, written.flat), toOuter(specs, read.flat)];
    for (const [name, { shape, data }] of Object.entries(before)) {
      const columns = shape.length === 2 ? shape[1] : 1;
      data.forEach((value, i) => {
        const row = Math.floor(i / columns) * columns;
        const largest = Math.max(...data.slice(row, row + columns).map(Math.abs));
        expect(Math.abs(after[name].data[i] - value)).toBeLessThanOrEqual(largest / 127);
      });
    }
  });

  it('written again are the same file', async () => {
    const file = await encodeCheckpoint(checkpointOf(TINY));
    expect(await encodeCheckpoint(await decodeCheckpoint(file))).toEqual(file);
  });

  it('are read from the middle of a larger buffer', async () => {
    const file = await encodeCheckpoint(checkpointOf(TINY));
    const larger = new Uint8Array(file.length + 7);
    larger.set(file, 3);
    await expect(decodeCheckpoint(larger.subarray(3, 3 + file.length))).resolves.toBeDefined();
  });

  /** The file with its header changed. */
  async function withHeader(change: (header: Record<string, unknown>) => void) {
    const file = await encodeCheckpoint(checkpointOf(TINY));
    const length = new DataView(file.buffer).getUint32(4, true);
    const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
    change(header);
    const bytes = new TextEncoder().encode(JSON.stringify(header));
    const changed = new Uint8Array(8 + bytes.length + file.length - 8 - length);
    changed.set(file.subarray(0, 4));
    new DataView(changed.buffer).setUint32(4, bytes.length, true);
    changed.set(bytes, 8);
    changed.set(file.subarray(8 + length), 8 + bytes.length);
    return changed;
  }

  it('are read again where they were written without a hash, as on an insecure page', async () => {
    const written = checkpointOf(TINY);
    vi.stubGlobal('crypto', {});
    const file = await encodeCheckpoint(written);
    vi.unstubAllGlobals();
    expect((await decodeCheckpoint(file)).provenance).toEqual(written.provenance);
  });

  it('say what is wrong with them', async () => {
    const file = await encodeCheckpoint(checkpointOf(TINY));
    const damaged = file.slice();
    damaged[damaged.length - 1] ^= 0xff;
    const problems: [Uint8Array, RegExp][] = [
      [new TextEncoder().encode('<!doctype html>'), /not a checkpoint/],
      [new Uint8Array(0), /not a checkpoint/],
      [file.slice(0, 40), /truncated in its header/],
      [file.slice(0, file.length - 10), /truncated: \d+ bytes of parameters, expected \d+/],
      [damaged, /damaged/],
      [await withHeader((h) => (h.formatVersion = 9)), /formatVersion/],
      [
        await withHeader((h) => ((h.config as ModelConfig).sizes.width = 99)),
        /configuration needs/,
      ],
      [await withHeader((h) => ((h.config as ModelConfig).layers = 1e9)), /config\.layers/],
      [await withHeader((h) => delete h.provenance), /provenance/],
    ];
    for (const [bytes, message] of problems) {
      await expect(decodeCheckpoint(bytes)).rejects.toThrow(message);
      await expect(decodeCheckpoint(bytes)).rejects.toBeInstanceOf(CheckpointError);
    }
  });
});

describe('the outer layout', () => {
  it.each(MODULATIONS)('%s: there and back is where it started', (modulation) => {
    const config = { ...TINY, modulation };
    const specs = parameterSpecs(config);
    const flat = initialParameters(config, createRandom(1));
    expect(fromOuter(specs, toOuter(specs, flat))).toEqual(flat);
  });

  it('names what is missing, misshapen or foreign', () => {
    const specs = parameterSpecs(TINY);
    const outer = toOuter(specs, initialParameters(TINY, createRandom(1)));
    const { 'backbone.out.bias': bias, ...without } = outer;
    expect(() => fromOuter(specs, without)).toThrow(/'backbone.out.bias' is missing/);
    const misshapen = { ...without, 'backbone.out.bias': { ...bias, shape: [1, 1] } };
    expect(() => fromOuter(specs, misshapen)).toThrow(/is \[1,1\], expected \[1\]/);
    expect(() => fromOuter(specs, { ...outer, extra: bias })).toThrow(/'extra' is not part/);
  });
});

describe('half precision', () => {
  it('knows its landmarks', () => {
    const known: [number, number][] = [
      [0, 0],
      [1, 0x3c00],
      [-2, 0xc000],
      [65504, 0x7bff],
      [2 ** -24, 1],
      [2 ** -14, 0x0400],
      [1 / 3, 0x3555],
      [1e6, 0x7c00],
    ];
    for (const [value, half] of known) expect(toFloat16(value)).toBe(half);
    expect(fromFloat16(toFloat16(Number.NaN))).toBeNaN();
  });

  it('is within half a unit in the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: -60000, max: 60000, noNaN: true }), (value) => {
        const error = Math.abs(fromFloat16(toFloat16(value)) - value);
        expect(error).toBeLessThanOrEqual(
          Math.max(Math.abs(value) * 2 ** -11 * 1.001, 2 ** -25 * 1.001),
        );
      }),
    );
  });

  it('gives every half back', () => {
    for (let half = 0; half < 0x7c00; half++) expect(toFloat16(fromFloat16(half))).toBe(half);
  });
});

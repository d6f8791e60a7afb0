import { beforeAll, describe, expect, it } from 'vitest';
import type { SupportItem, Variant } from '../../../../app/protocol/vocabulary';
import { TwoTastes } from '../../../../app/workers/adapter/two-tastes';
import { BUNDLED_DATA } from '../../../../app/storage/names';
import { useBackend } from '../../../../scripts/lib/backend';
import { decodeCheckpoint, encodeCheckpoint } from '../../../../src/model/checkpoint';
import type { Provenance } from '../../../../src/model/types';
import { ParameterSet } from '../../../../src/model/parameter-set';
import { parameterSpecs } from '../../../../src/model/cmml';
import { weightsByHand } from '../../../model/attention-by-hand';
import { expectClose } from '../../../model/setup';
import { alone, setupOf, dataset, SCENARIO, nothingShips } from '../model';
import { ask, modelOf } from './adapted';

const ATTENTION: Variant = { ...SCENARIO, hybrid: 'attention' };
const SUPPORT: SupportItem[] = [5, 10, 17, 3, 40].map((item, k) => ({
  item,
  label: k < 3 ? 1 : 0,
}));
const COUNT = 20;

const MODELS = { vector: SCENARIO, attention: ATTENTION };

/** The two files, of untrained models. */
async function read(path: string): Promise<ArrayBuffer> {
  const name = path.includes('attention') ? 'attention' : 'vector';
  const { config, flat } = await setupOf(MODELS[name], 0);
  const file = await encodeCheckpoint({ config, flat, provenance: PROVENANCE });
  return file.slice().buffer;
}

const PROVENANCE: Provenance = {
  command: 'test',
  setting: 'anonymous',
  treatment: 'full',
  seed: 0,
  steps: 0,
  commit: '',
  date: '2026-01-01',
  dataset: 'tiny',
  metrics: {},
};

/** Parameters as they come back from a file: a byte each. */
const asStored = async (variant: Variant): Promise<Float32Array> => {
  const name = variant.hybrid === 'attention' ? 'attention' : 'vector';
  return (await decodeCheckpoint(new Uint8Array(await read(name)))).flat;
};

const items = (name: string) => ({ ...dataset(), manifest: { ...dataset().manifest, name } });
const tastes = () => new TwoTastes({ items: items(BUNDLED_DATA) }, read);
const answer = (support: SupportItem[], sharpness = 1) =>
  tastes().answer({ support, count: COUNT, sharpness }, alone.yieldToMessages);

beforeAll(() => useBackend('wasm'));

describe('two tastes', () => {
  it('lists what each of the two models would, without the support set', async () => {
    const found = await answer(SUPPORT);
    const inSupport = new Set(SUPPORT.map(({ item }) => item));
    for (const [list, variant] of [
      [found.vector, SCENARIO],
      [found.attention, ATTENTION],
    ] as const) {
      const { model } = await modelOf(variant, undefined, 0);
      model.load(await asStored(variant), 0);
      const { order } = await ask(model, SUPPORT);
      expect([...list]).toEqual([...order].filter((item) => !inSupport.has(item)).slice(0, COUNT));
      model.dispose();
    }
    expect(found.trained).toBe(true);
  });

  it('weighs films as the definition has it, likes and dislikes apart', async () => {
    const { attention, likes, dislikes } = await answer(SUPPORT);
    const { config, data } = await setupOf(ATTENTION, 0);
    const parameters = new ParameterSet(parameterSpecs(config), await asStored(ATTENTION));
    const all = [...SUPPORT.map(({ item }) => item), ...attention];
    const { pairs, pairDim } = data.pack([
      { id: 'x', support: [], query: all.map((item) => ({ user: -1, item, label: 0 })) },
    ]).query;
    const x = (k: number) => Array.from(pairs.subarray(k * pairDim, (k + 1) * pairDim));
    const support = {
      pairs: SUPPORT.map((_, k) => x(k)),
      labels: SUPPORT.map(({ label }) => label),
    };
    for (const row of [0, 7, COUNT - 1]) {
      const own = (weights: Float32Array) =>
        weights.subarray(row * SUPPORT.length, (row + 1) * SUPPORT.length);
      const candidate = x(SUPPORT.length + row);
      expectClose(own(likes), weightsByHand(config, parameters, candidate, support, 1), 1e-4);
      expectClose(own(dislikes), weightsByHand(config, parameters, candidate, support, 0), 1e-4);
    }
  });

  it('weighs all alike at sharpness 0, and nothing where nothing is liked', async () => {
    const { likes } = await answer(SUPPORT, 0);
    expectClose(likes.subarray(0, 5), [1 / 3, 1 / 3, 1 / 3, 0, 0]);
    const elsewhere = new TwoTastes({ items: items('own-data') }, nothingShips);
    const question = { support: SUPPORT, count: COUNT, sharpness: 1 };
    expect((await elsewhere.answer(question, alone.yieldToMessages)).trained).toBe(false);
    const none = await answer([]);
    expect(none.likes).toHaveLength(0);
    expect(none.attention).toHaveLength(COUNT);
  });
});

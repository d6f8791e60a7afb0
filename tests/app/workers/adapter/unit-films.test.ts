import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { modulationViews } from '../../../../app/workers/adapter/modulation-views';
import { unitFilms } from '../../../../app/workers/adapter/unit-films';
import type { Variant } from '../../../../app/protocol/vocabulary';
import { useBackend } from '../../../../scripts/lib/backend';
import { ask, MIXED, modelOf } from './adapted';
import { SCENARIO } from '../model';

const SIGMOID: Variant = { ...SCENARIO, modulation: 'sigmoid' };
const PLACE = { layer: 1, unit: 7 };

beforeAll(() => useBackend('wasm'));

describe.each<['gamma' | 'beta' | 'gate', Variant]>([
  ['gamma', SCENARIO],
  ['beta', SCENARIO],
  ['gate', SIGMOID],
])('films by a unit’s %s', (target, variant) => {
  it('are those whose own modulation has most and least of it', async () => {
    const { model } = await modelOf(variant, { gammaBias: undefined, headBias: undefined });
    await ask(model, MIXED);
    const own = MIXED.map(({ item }) => item);
    const likely = [...model.likeliest(MIXED, null)].filter((item) => !own.includes(item));
    const values = [];
    for (const item of likely) {
      const question = { support: MIXED, select: item, average: new Uint32Array(0) };
      const { modulation } = (await modulationViews(model, question)).detail!;
      const of = modulation as unknown as Record<typeof target, Float32Array[]>;
      values.push({ item, value: of[target][PLACE.layer][PLACE.unit] });
    }
    values.sort((a, b) => b.value - a.value);
    const { most, least, films } = await unitFilms(model, { support: MIXED, target, ...PLACE });
    expect(films).toBe(likely.length);
    const wanted = [...values.slice(0, 3), ...values.slice(-3).reverse()];
    expect([...most, ...least].map(({ item }) => item)).toEqual(wanted.map(({ item }) => item));
    [...most, ...least].forEach(({ value }, k) => expect(value).toBeCloseTo(wanted[k].value, 5));
    expect(most[0].value).toBeGreaterThan(least[0].value);
    model.dispose();
  });

  it('are none where the visitor overrides it, or where the context alone makes it', async () => {
    const { model } = await modelOf(variant);
    const question = { support: MIXED, target, ...PLACE };
    const interventions = { cells: [{ target, ...PLACE, value: 0.5 }] };
    expect((await unitFilms(model, { ...question, interventions })).most).toEqual([]);
    model.dispose();
    const alike = (await modelOf({ ...variant, hybrid: 'none' })).model;
    expect(await unitFilms(alike, question)).toMatchObject({ most: [], least: [] });
    alike.dispose();
  });

  it('leave no tensor behind, and a number that is not there is refused', async () => {
    const { model } = await modelOf(variant);
    const question = { support: MIXED, target, ...PLACE };
    await unitFilms(model, question);
    const before = tf.memory().numTensors;
    await unitFilms(model, question);
    const refused = unitFilms(model, { ...question, unit: 640 });
    await expect(refused).rejects.toMatchObject({ code: 'bad-request' });
    const other = target === 'gate' ? 'gamma' : 'gate';
    const missing = unitFilms(model, { ...question, target: other });
    await expect(missing).rejects.toMatchObject({ code: 'bad-request' });
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });
});

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { unitEffects } from '../../../../app/workers/adapter/unit-effects';
import type { AdapterModel } from '../../../../app/workers/adapter/adapter-model';
import type {
  CellOverride,
  Interventions,
  SupportItem,
  Variant,
} from '../../../../app/protocol/vocabulary';
import type { ModelConfig } from '../../../../src/model/types';
import { useBackend } from '../../../../scripts/lib/backend';
import { ask, MIXED, modelOf, STARS } from './adapted';
import { alone, SCENARIO, USER } from '../model';

const FIRST = 20;
const SIZES = { gruHidden: 8, poolHidden: 8, trunk: 8, width: 8, moduleWidth: 4 };

/** A model that is small enough to run once for each of its units. */
async function smallOf(variant: Variant, options: Partial<ModelConfig> = {}) {
  const { model, setup } = await modelOf(variant);
  model.dispose();
  const sizes = { ...setup.config.sizes, ...SIZES };
  // Heads that start anywhere: an untrained FiLM leaves every unit as it is.
  const heads = { gammaBias: undefined, headBias: undefined };
  return (await modelOf(variant, { ...heads, ...options, sizes })).model;
}

/** A unit's own numbers as in a backbone without modulation. */
const passing = (kind: string, layer: number, unit: number): CellOverride[] =>
  kind === 'film'
    ? [
        { target: 'gamma', layer, unit, value: 1 },
        { target: 'beta', layer, unit, value: 0 },
      ]
    : [{ target: 'gate', layer, unit, value: 1 }];

/** Ranks the catalogue once for each unit, with its own cells overridden as a visitor would. */
async function oneByOne(model: AdapterModel, support: SupportItem[], interventions: Interventions) {
  const { modulation, layers = 3, sizes } = model.config;
  const hidden = new Set(support.map(({ item }) => item));
  const headOf = (order: Uint32Array) => [...order].filter((item) => !hidden.has(item)).slice(0, FIRST); // prettier-ignore
  const now = await ask(model, support, null, interventions);
  const effects = new Map<string, { replaced: number; change: number }>();
  for (let layer = 0; layer < layers; layer++) {
    for (let unit = 0; unit < sizes.width; unit++) {
      const others = (interventions.cells ?? []).filter(
        (c) => c.layer !== layer || c.unit !== unit,
      );
      const cells = [...others, ...passing(modulation, layer, unit)];
      const then = await ask(model, support, null, { ...interventions, cells });
      const kept = headOf(then.order);
      const moved = [...now.scores.keys()]
        .filter((item) => !hidden.has(item))
        .map((item) => Math.abs(then.scores[item] - now.scores[item]));
      effects.set(`${layer} ${unit}`, {
        replaced: headOf(now.order).filter((item) => !kept.includes(item)).length,
        change: moved.reduce((sum, value) => sum + value, 0) / moved.length,
      });
    }
  }
  return effects;
}

beforeAll(() => useBackend('wasm'));

const SIGMOID: Variant = { ...SCENARIO, modulation: 'sigmoid' };
const overridden = (target: CellOverride['target']): Interventions => ({
  cells: [
    { target, layer: 1, unit: 3, value: 0.9 },
    { target, layer: 2, unit: 5, value: 0.1 },
  ],
});

describe.each<[string, Variant, SupportItem[], Interventions, Partial<ModelConfig>?]>([
  ['FiLM', SCENARIO, MIXED, {}],
  ['sigmoid', SIGMOID, MIXED, {}],
  ['FiLM with cells overridden', SCENARIO, MIXED, overridden('gamma')],
  ['sigmoid with cells overridden', SIGMOID, MIXED, overridden('gate')],
  [
    'FiLM of two layers that reads the product',
    SCENARIO,
    MIXED,
    {},
    { layers: 2, inputs: 'product' },
  ],
  ['FiLM of stars, weighted', { ...USER, encoder: 'weighted' }, STARS, {}],
  ['FiLM with attention', { ...SCENARIO, hybrid: 'attention' }, MIXED, {}],
])('the effect of each unit: %s', (_, variant, support, interventions, options) => {
  it('is what ranking anew with only that unit unmodulated gives', async () => {
    const model = await smallOf(variant, options);
    const naive = await oneByOne(model, support, interventions);
    const found = (await unitEffects(model, { support, interventions }, alone))!;
    expect(found.layer).toHaveLength(naive.size);
    expect(found.first).toBe(FIRST);
    expect(found.candidates).toBe(model.items - support.length);
    const seen = [...found.layer.keys()].map((k) => {
      const { replaced, change } = naive.get(`${found.layer[k]} ${found.unit[k]}`)!;
      expect(found.change[k]).toBeGreaterThan(0);
      expect(Math.abs(found.change[k] - change)).toBeLessThan(1e-5);
      return [found.replaced[k], replaced];
    });
    for (const [batched, alone] of seen) expect(batched).toBe(alone);
    // What the weighted encoder adds by itself, and the base of stars, hold its head in place.
    if (variant.encoder !== 'weighted') expect(Math.max(...found.replaced)).toBeGreaterThan(0);
    model.dispose();
  });

  it('comes most influential first', async () => {
    const model = await smallOf(variant, options);
    const found = (await unitEffects(model, { support, interventions }, alone))!;
    for (let k = 1; k < found.layer.length; k++) {
      const [more, less] = [found.replaced[k - 1], found.replaced[k]];
      expect(more).toBeGreaterThanOrEqual(less);
      if (more === less) expect(found.change[k - 1]).toBeGreaterThanOrEqual(found.change[k]);
    }
    model.dispose();
  });
});

describe('working out the effects', () => {
  it('leaves no tensor behind, whether it ends or is cut short', async () => {
    const model = await smallOf(SCENARIO);
    await ask(model, MIXED);
    await unitEffects(model, { support: MIXED }, alone);
    const before = tf.memory().numTensors;
    await unitEffects(model, { support: MIXED }, alone);
    expect(tf.memory().numTensors).toBe(before);
    const editing = { yieldToMessages: async () => void (await ask(model, STARS)) };
    expect(await unitEffects(model, { support: MIXED }, editing)).toBeNull();
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  it('says that nothing moves where every unit passes as it is', async () => {
    // An untrained FiLM of the page starts at the plain backbone: only the heads' weights move it.
    const model = await smallOf(SCENARIO);
    const { layers = 3, sizes } = model.config;
    const cells = Array.from({ length: layers * sizes.width }, (_, n) =>
      passing('film', Math.floor(n / sizes.width), n % sizes.width),
    ).flat();
    const found = (await unitEffects(model, { support: MIXED, interventions: { cells } }, alone))!;
    expect(Math.max(...found.replaced, ...found.change)).toBe(0);
    model.dispose();
  });

  it.each(['soft', 'linear', 'none'] as const)('is refused for %s', async (modulation) => {
    const { model } = await modelOf({ ...SCENARIO, modulation });
    const asked = unitEffects(model, { support: MIXED }, alone);
    await expect(asked).rejects.toMatchObject({ code: 'bad-request' });
    model.dispose();
  });
});

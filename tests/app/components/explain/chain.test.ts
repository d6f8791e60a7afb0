import { beforeAll, describe, expect, it } from 'vitest';
import { unitStep } from '../../../../app/components/explain/chain';
import { checkChain } from '../../../../app/components/explain/check';
import { pooled } from '../../../../app/components/explain/encoding';
import { featureAt } from '../../../../app/components/explain/feature-names';
import {
  generatedRows,
  isOverridden,
  makingOf,
} from '../../../../app/components/explain/generated';
import { byWeight, totalOf } from '../../../../app/components/explain/sums';
import { followThread, generatedFor } from '../../../../app/components/explain/thread';
import { AdapterModel } from '../../../../app/workers/adapter/adapter-model';
import { explain } from '../../../../app/workers/adapter/explain';
import { Reading } from '../../../../app/workers/model/reading';
import type { Explanation } from '../../../../app/protocol/explanation';
import type { Interventions, SupportItem, Variant } from '../../../../app/protocol/vocabulary';
import { useBackend } from '../../../../scripts/lib/backend';
import { setupOf, dataset, SCENARIO, USER } from '../../workers/model';

const SUPPORT: SupportItem[] = [5, 10, 17].map((item) => ({ item, label: 1 }));

async function explained(variant: Variant, interventions?: Interventions): Promise<Explanation> {
  const { config, data, flat } = await setupOf(variant);
  const model = new AdapterModel(new Reading(config, data.pack, dataset().movies.count), flat);
  const explanation = await explain(model, SUPPORT, 42, interventions);
  model.dispose();
  return explanation;
}

beforeAll(() => useBackend('wasm'));

describe('the check of a chain', () => {
  /** What is spoilt, and the stage that must notice. */
  const SPOILT: [keyof ReturnType<typeof checkChain>, Variant, (e: Explanation) => void][] = [
    ['score', SCENARIO, (e) => (e.score += 0.01)],
    ['layers', SCENARIO, (e) => (e.layers[1].modulated[3] += 0.01)],
    ['layers', SCENARIO, (e) => (e.layers[0].linear[3] += 0.01)],
    ['layers', SCENARIO, (e) => (e.input[2] += 0.01)],
    ['layers', { ...SCENARIO, modulation: 'soft' }, (e) => (e.layers[0].modulated[1] += 0.01)],
    ['generated', SCENARIO, (e) => (e.hypernetwork!.heads[1].bias[0] += 0.01)],
    [
      'generated',
      { ...SCENARIO, modulation: 'soft' },
      (e) => (e.hypernetwork!.heads[1].bias[0] += 1),
    ],
    ['trunk', SCENARIO, (e) => (e.hypernetwork!.trunk[0].output[4] += 0.01)],
    ['hybrid', { ...SCENARIO, hybrid: 'mlp' }, (e) => (e.mixing[0].bias[4] += 1)],
    ['embedding', { ...USER, encoder: 'weighted' }, (e) => (e.embedding[1].bias[0] += 0.01)],
    ['context', SCENARIO, (e) => (e.encoding!.vectors[0][2] += 0.3)],
    ['context', { ...USER, encoder: 'weighted' }, (e) => (e.context[0] += 0.01)],
    ['context', { ...SCENARIO, encoder: 'gru' }, (e) => (e.context[0] += 0.01)],
  ];

  it.each(SPOILT)('notices a wrong number: %s, %o', async (stage, variant, spoil) => {
    const explanation = await explained(variant);
    expect(checkChain(explanation)[stage]).toBeLessThanOrEqual(1e-4);
    spoil(explanation);
    expect(checkChain(explanation)[stage]).toBeGreaterThan(1e-3);
  });

  it.each([
    { ...SCENARIO, encoder: 'max' },
    { ...SCENARIO, encoder: 'gru' },
    { ...SCENARIO, hybrid: 'mlp' },
    { ...SCENARIO, hybrid: 'none' },
    { ...SCENARIO, modulation: 'none' },
    { ...USER, encoder: 'weighted', hybrid: 'mlp', modulation: 'soft' },
  ] as Variant[])('has nothing to object to %o', async (variant) => {
    expect(Math.max(...Object.values(checkChain(await explained(variant))))).toBeLessThan(1e-4);
  });

  it('does not ask the hypernetwork for an overridden number, and asks for all others', async () => {
    const interventions: Interventions = {
      cells: [{ target: 'beta', layer: 1, unit: 2, value: 3 }],
    };
    const explanation = await explained(SCENARIO, interventions);
    expect(checkChain(explanation, interventions).generated).toBeLessThan(1e-4);
    expect(checkChain(explanation, null).generated).toBeGreaterThan(1);
    const row = generatedRows(explanation.modulation).findIndex(
      ({ target, layer }) => target === 'beta' && layer === 1,
    );
    expect(isOverridden(interventions, explanation.modulation, { row, index: 2 })).toBe(true);
    expect(isOverridden(interventions, explanation.modulation, { row, index: 1 })).toBe(false);
  });
});

describe('the thread', () => {
  it('follows the largest contribution, until another cell is chosen', async () => {
    const explanation = await explained(SCENARIO);
    const { readout } = explanation;
    const free = followThread(explanation, {});
    const parts = readout.features.map((value, k) => Math.abs(value * readout.weight[k]));
    expect(free.layers[2]).toBe(parts.indexOf(Math.max(...parts)));
    expect(free.generated).toEqual(generatedFor(explanation, 2, free.layers[2]));
    expect(free.trunk).toHaveLength(3);
    const other = followThread(explanation, { layers: [undefined, 7] });
    expect(other.layers[1]).toBe(7);
    expect(other.layers[2]).toBe(free.layers[2]);
  });

  it('leads through every variant of the modulation', async () => {
    for (const modulation of ['film', 'sigmoid', 'linear', 'soft'] as const) {
      const explanation = await explained({ ...SCENARIO, modulation });
      const { generated, hybrid } = followThread(explanation, {});
      const making = makingOf(explanation, generated)!;
      const used = generatedRows(explanation.modulation)[generated.row].values[generated.index];
      expect(making.made).toBeCloseTo(used, 4);
      expect(explanation.hybrid[hybrid]).toBeDefined();
    }
  });
});

describe('the parts of a chain', () => {
  it('puts the largest term first, whatever its sign', () => {
    const terms = byWeight([
      { index: 0, left: 1, right: 0.1, product: 0.1 },
      { index: 1, left: 1, right: -2, product: -2 },
    ]);
    expect(terms[0].index).toBe(1);
    expect(totalOf({ terms, bias: 0.4 })).toBeCloseTo(-1.5);
  });

  it('takes the largest where the encoder does, and adds the prototype', () => {
    const vectors = [Float32Array.of(1, -2), Float32Array.of(0.5, 4)];
    const prototype = Float32Array.of(0.25, 1);
    expect(pooled({ kind: 'max', vectors, prototype }, 0)).toBeCloseTo(1.25);
    expect(pooled({ kind: 'mean', vectors, prototype }, 1)).toBeCloseTo(2);
    expect(pooled({ kind: 'sequence', vectors }, 1)).toBeCloseTo(4);
    const weights = Float32Array.of(2, -1);
    expect(pooled({ kind: 'weighted', vectors, weights }, 0)).toBeCloseTo(1.5);
  });

  it('reads one unit of a target module', async () => {
    const explanation = await explained({ ...SCENARIO, modulation: 'soft' });
    const { modulation } = explanation;
    const step = unitStep(explanation, 0, 2, 3);
    if (step.kind !== 'soft' || modulation.kind !== 'soft') throw new Error('not soft');
    const { weights } = modulation.routes[0];
    expect(step.sources.map((s) => s.route)).toEqual([3, 7, 11, 15].map((k) => weights[k]));
    expect(step.sources.reduce((sum, { route }) => sum + route, 0)).toBeCloseTo(1);
  });
});

describe('featureAt', () => {
  it('names factors, genres, decades and statistics', () => {
    expect(featureAt(0, 60, 'scenario')).toEqual({ kind: 'factor', number: 1 });
    expect(featureAt(32, 60, 'scenario')).toEqual({ kind: 'genre', name: 'Action' });
    expect(featureAt(59, 60, 'scenario')).toEqual({ kind: 'decade', year: 2010 });
    expect(featureAt(16, 46, 'user')).toEqual({ kind: 'genre', name: 'Action' });
    expect(featureAt(45, 46, 'user')).toEqual({ kind: 'popularity' });
  });
});

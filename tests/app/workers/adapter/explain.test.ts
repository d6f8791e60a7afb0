import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useBackend } from '../../../../scripts/lib/backend';
import { explain } from '../../../../app/workers/adapter/explain';
import { leaveOneOut } from '../../../../app/workers/adapter/leave-one-out';
import type { Explanation } from '../../../../app/protocol/explanation';
import type { Interventions, SupportItem, Variant } from '../../../../app/protocol/vocabulary';
import type { ModelConfig } from '../../../../src/model/types';
import { ask, farthest, MIXED, modelOf, STARS } from './adapted';
import { alone, SCENARIO, USER } from '../model';

beforeAll(() => useBackend('wasm'));

describe('leaving one out', () => {
  it('agrees with adapting to the smaller support sets', async () => {
    const { model } = await modelOf(SCENARIO);
    const whole = await ask(model, MIXED);
    const items = [...whole.order.subarray(0, 12)];
    const place = (context: Float32Array) => Promise.resolve<[number, number]>([context[0], context[1]]); // prettier-ignore
    const { contextShift, rankChange, points } = await leaveOneOut(model, MIXED, items, alone, undefined, place); // prettier-ignore
    for (let k = 0; k < MIXED.length; k++) {
      const without = await ask(
        model,
        MIXED.filter((_, other) => other !== k),
      );
      const shift = Math.hypot(...without.context.map((value, d) => value - whole.context[d]));
      expect(contextShift[k]).toBeCloseTo(shift, 4);
      expect(points[k]![0]).toBeCloseTo(without.context[0], 4);
      expect(points[k]![1]).toBeCloseTo(without.context[1], 4);
      items.forEach((item, i) => {
        // The catalogue is smaller than the pool, so ranks are those of the whole ranking.
        const change = without.order.indexOf(item) - whole.order.indexOf(item);
        expect(rankChange[k * items.length + i]).toBe(change);
      });
    }
    model.dispose();
  });
});

describe('leaving one out, in a batch', () => {
  it('encodes all support sets at once and scores the pool under all of them together', async () => {
    const { model } = await modelOf(SCENARIO);
    const encode = vi.spyOn(model, 'encode');
    const predict = vi.spyOn(model, 'predict');
    await leaveOneOut(model, MIXED, [1, 2], alone);
    expect(encode).toHaveBeenCalledTimes(1);
    expect(encode.mock.calls[0][0]).toHaveLength(MIXED.length + 1);
    // As few passes as the chunk of pairs allows, not one a movie for each chunk of the pool.
    const pairs = model.items * (MIXED.length + 1);
    expect(predict.mock.calls.length).toBeLessThanOrEqual(Math.ceil(pairs / 1536) + 1);
    model.dispose();
  });

  it('keeps what the visitor overrides', async () => {
    const { model } = await modelOf(SCENARIO);
    const interventions: Interventions = {
      cells: [{ target: 'gamma', layer: 2, unit: 1, value: 5 }],
    };
    const whole = await ask(model, MIXED, null, interventions);
    const without = await ask(model, MIXED.slice(1), null, interventions);
    const items = [...whole.order.subarray(0, 8)];
    const { rankChange } = await leaveOneOut(model, MIXED, items, alone, interventions);
    const changes = items.map((item) => without.order.indexOf(item) - whole.order.indexOf(item));
    expect([...rankChange.subarray(0, 8)]).toEqual(changes);
    const context = new Float32Array(whole.context.length).fill(0.1);
    const still = await leaveOneOut(model, MIXED, items, alone, { context });
    expect(Math.max(...still.contextShift)).toBe(0);
    model.dispose();
  });
});

/** What the chain's own numbers give, step by step. */
function multiplyOut({ modulation, layers, readout, hybrid }: Explanation): number {
  layers.forEach(({ linear, modulated, activated }, l) => {
    if (modulation.kind !== 'film' && modulation.kind !== 'sigmoid') return;
    const gain = modulation.kind === 'film' ? modulation.gamma[l] : modulation.gate[l];
    const shift = modulation.kind === 'film' ? modulation.beta[l] : null;
    linear.forEach((value, k) => {
      const expected = gain[k] * value + (shift?.[k] ?? 0);
      expect(modulated[k]).toBeCloseTo(expected, 4);
      expect(activated[k]).toBeCloseTo(expected > 0 ? expected : 0.01 * expected, 4);
    });
  });
  const { features, weight, bias, kernel, offset } = readout;
  const similar = kernel?.reduce((sum, value, k) => sum + value * hybrid[k], 0) ?? 0;
  return features.reduce((sum, value, k) => sum + value * weight[k], bias + similar + offset);
}

/** What the ranking recipe has and the visitor's has not. */
const RANKING: Partial<ModelConfig> = { inputs: 'context', consensus: true };

describe.each<[Variant, SupportItem[], Partial<ModelConfig>?]>([
  [SCENARIO, MIXED],
  [{ ...SCENARIO, modulation: 'soft' }, MIXED, RANKING],
  [{ ...SCENARIO, modulation: 'soft' }, MIXED],
  [{ ...SCENARIO, modulation: 'sigmoid', encoder: 'max' }, MIXED],
  [{ ...SCENARIO, modulation: 'linear', encoder: 'gru' }, MIXED],
  [{ ...SCENARIO, modulation: 'none', hybrid: 'none' }, MIXED],
  [{ ...SCENARIO, hybrid: 'attention' }, MIXED],
  [{ ...SCENARIO, modulation: 'none', hybrid: 'attention' }, MIXED],
  [USER, STARS],
  [{ ...USER, encoder: 'weighted' }, STARS],
])('explaining a score: %o', (variant, support, options) => {
  it('multiplies out to the score that the ranking has', async () => {
    const { model } = await modelOf(variant, options);
    const { scores, context } = await ask(model, support);
    const chain = await explain(model, support, 42);
    expect(chain.score).toBeCloseTo(scores[42], 4);
    expect(multiplyOut(chain)).toBeCloseTo(chain.score, 4);
    expect(farthest(chain.context, context)).toBeLessThan(1e-5);
    if (variant.hybrid === 'dot' && variant.encoder !== 'weighted') {
      chain.hybrid.forEach((value, d) =>
        expect(value).toBeCloseTo(chain.context[d] * chain.candidate[d], 4),
      );
    }
    model.dispose();
  });

  it('pools the support pairs to the context', async () => {
    const { model } = await modelOf(variant, options);
    const { encoding, context, pairs } = await explain(model, support, 42);
    expect(pairs).toHaveLength(support.length);
    const kinds = { mean: 'mean', max: 'max', gru: 'sequence', weighted: 'weighted' };
    expect(encoding?.kind).toBe(kinds[variant.encoder]);
    expect(encoding?.vectors).toHaveLength(support.length);
    if (encoding?.kind === 'mean' || encoding?.kind === 'max') {
      context.forEach((value, d) => {
        const column = encoding.vectors.map((row) => row[d]);
        const pooled =
          encoding.kind === 'max'
            ? Math.max(...column)
            : column.reduce((a, b) => a + b) / column.length;
        expect(value).toBeCloseTo(pooled + (encoding.prototype?.[d] ?? 0), 4);
      });
    }
    model.dispose();
  });
});

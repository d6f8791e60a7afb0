import { beforeAll, describe, expect, it } from 'vitest';
import { checkChain } from '../../../../app/components/explain/check';
import { overrideCount, overrideCell, leaveUnmodulated } from '../../../../app/store/interventions';
import { explain } from '../../../../app/workers/adapter/explain';
import { modulationViews } from '../../../../app/workers/adapter/modulation-views';
import type { CellOverride, Interventions, Variant } from '../../../../app/protocol/vocabulary';
import { useBackend } from '../../../../scripts/lib/backend';
import { ask, farthest, MIXED, modelOf } from './adapted';
import { SCENARIO } from '../model';

const SIGMOID: Variant = { ...SCENARIO, modulation: 'sigmoid' };
const LAYER = 1;

/** Every cell of the layer, overridden as a visitor would one by one. */
const cellByCell = (kind: string, width: number): CellOverride[] =>
  Array.from({ length: width }, (_, unit): CellOverride[] =>
    kind === 'film'
      ? [
          { target: 'gamma', layer: LAYER, unit, value: 1 },
          { target: 'beta', layer: LAYER, unit, value: 0 },
        ]
      : [{ target: 'gate', layer: LAYER, unit, value: 1 }],
  ).flat();

beforeAll(() => useBackend('wasm'));

describe.each<[string, Variant, CellOverride]>([
  ['FiLM', SCENARIO, { target: 'gamma', layer: LAYER, unit: 4, value: 3 }],
  ['sigmoid', SIGMOID, { target: 'gate', layer: LAYER, unit: 4, value: 0.1 }],
])('a layer left unmodulated: %s', (_, variant, own) => {
  // Heads that start anywhere: an untrained FiLM leaves every unit as it is.
  const made = () => modelOf(variant, { gammaBias: undefined, headBias: undefined });

  it('scores as overriding each of its cells does, and unlike the free model', async () => {
    const { model } = await made();
    const cells = cellByCell(variant.modulation, model.config.sizes.width);
    const whole = await ask(model, MIXED, null, { layers: [LAYER] });
    const singly = await ask(model, MIXED, null, { cells });
    expect(farthest(whole.scores, singly.scores)).toBeLessThan(1e-6);
    expect(whole.intervened).toBe(true);
    expect(farthest(whole.scores, (await ask(model, MIXED)).scores)).toBeGreaterThan(1e-3);
    model.dispose();
  });

  it('leaves a cell that is overridden by itself at its value', async () => {
    const { model } = await made();
    const cells = cellByCell(variant.modulation, model.config.sizes.width);
    const others = cells.filter(({ target, unit }) => target !== own.target || unit !== own.unit);
    const whole = await ask(model, MIXED, null, { layers: [LAYER], cells: [own] });
    const singly = await ask(model, MIXED, null, { cells: [...others, own] });
    expect(farthest(whole.scores, singly.scores)).toBeLessThan(1e-6);
    model.dispose();
  });

  it('multiplies out, and only its own numbers are not the hypernetwork’s', async () => {
    const { model } = await made();
    const interventions: Interventions = { layers: [LAYER] };
    const { scores } = await ask(model, MIXED, null, interventions);
    const chain = await explain(model, MIXED, 42, interventions);
    expect(Math.max(...Object.values(checkChain(chain, interventions)))).toBeLessThanOrEqual(1e-4);
    expect(Math.abs(chain.score - scores[42])).toBeLessThanOrEqual(1e-4);
    expect(checkChain(chain, null).generated).toBeGreaterThan(1e-3);
    expect(checkChain(chain, { layers: [LAYER + 1] }).generated).toBeGreaterThan(1e-3);
    model.dispose();
  });

  it('is drawn as it is used', async () => {
    const { model } = await made();
    const question = { support: MIXED, select: 7, average: new Uint32Array(0) };
    const views = await modulationViews(model, { ...question, interventions: { layers: [LAYER] } });
    const drawn = views.detail!.modulation;
    if (drawn.kind === 'film') {
      expect(new Set([...drawn.gamma[LAYER]])).toEqual(new Set([1]));
      expect(new Set([...drawn.beta[LAYER]])).toEqual(new Set([0]));
      expect(new Set([...drawn.gamma[0]]).size).toBeGreaterThan(1);
    } else if (drawn.kind === 'sigmoid') {
      expect(new Set([...drawn.gate[LAYER]])).toEqual(new Set([1]));
      expect(new Set([...drawn.gate[0]]).size).toBeGreaterThan(1);
    } else expect.unreachable(drawn.kind);
    model.dispose();
  });
});

describe('what the visitor overrides', () => {
  const cell = { target: 'gamma', layer: 1, unit: 2 } as const;

  it('keeps single cells when a layer is left unmodulated and taken up again', () => {
    const one = overrideCell(null, cell, 3);
    const left = leaveUnmodulated(leaveUnmodulated(one, 1, true), 0, true);
    expect(left).toMatchObject({ layers: [0, 1], cells: [{ ...cell, value: 3 }] });
    expect(overrideCount(left)).toBe(1);
    const back = leaveUnmodulated(leaveUnmodulated(left, 0, false), 1, false);
    expect(back?.cells).toEqual([{ ...cell, value: 3 }]);
    expect(back?.layers).toEqual([]);
  });

  it('is nothing once the only layer is taken up again, and a layer when the last cell goes', () => {
    expect(leaveUnmodulated(leaveUnmodulated(null, 2, true), 2, false)).toBeNull();
    const both = leaveUnmodulated(overrideCell(null, cell, 3), 2, true);
    expect(overrideCell(both, cell, null)).toMatchObject({ layers: [2] });
  });
});

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../../scripts/lib/backend';
import { adapt } from '../../../../app/workers/adapter/adapt';
import type { AdapterModel } from '../../../../app/workers/adapter/adapter-model';
import { modulationViews } from '../../../../app/workers/adapter/modulation-views';
import type { Interventions, ModulationDetail } from '../../../../app/protocol/vocabulary';
import { ask, farthest, LIKES, modelOf, nowhere, STARS } from './adapted';
import { alone, SCENARIO, USER } from '../model';

const ALL = Uint32Array.of(5, 9, 30, 41);
const NONE = new Uint32Array(0);
type FilmDetail = Extract<ModulationDetail, { kind: 'film' }>;
type SoftDetail = Extract<ModulationDetail, { kind: 'soft' }>;

/** Modulation of one pair with these likes. */
async function pairOf(model: AdapterModel, interventions?: Interventions) {
  const question = { support: LIKES, select: 7, average: NONE, interventions };
  return (await modulationViews(model, question)).detail?.modulation;
}

beforeAll(() => useBackend('wasm'));

describe('modulation views', () => {
  it('differ with the pair, whose score is that of the answer; the average does not', async () => {
    const { model } = await modelOf(SCENARIO);
    const { detail, average } = await modulationViews(model, {
      support: LIKES,
      select: 7,
      average: ALL,
    });
    const other = await modulationViews(model, { support: LIKES, select: 8, average: ALL });
    expect(detail?.modulation.kind).toBe('film');
    expect(detail?.modulation).not.toEqual(other.detail?.modulation);
    expect(average).toEqual(other.average);
    const { scores } = await ask(model, LIKES);
    expect(detail?.score).toBeCloseTo(scores[7], 4);
    model.dispose();
  });

  it('average over the items that were asked about, and are left out where none is', async () => {
    const { model } = await modelOf(SCENARIO);
    const gammaOf = async (average: number[], select: number | null) => {
      const question = { support: LIKES, select, average: Uint32Array.from(average) };
      const { detail, average: mean } = await modulationViews(model, question);
      const of = (select === null ? mean : detail?.modulation) as FilmDetail;
      return Array.from(of.gamma[0]);
    };
    const [a, b, mean] = [await gammaOf([], 7), await gammaOf([], 8), await gammaOf([7, 8], null)];
    mean.forEach((value, unit) => expect(value).toBeCloseTo((a[unit] + b[unit]) / 2, 5));
    const only = await modulationViews(model, { support: LIKES, select: 7, average: NONE });
    expect(only.average).toBeNull();
    const nothing = await modulationViews(model, { support: LIKES, select: null, average: NONE });
    expect(nothing).toEqual({ detail: null, average: null });
    model.dispose();
  });

  it('are routes that sum to one into each module', async () => {
    const { model } = await modelOf({ ...SCENARIO, modulation: 'soft' });
    const { detail } = await modulationViews(model, { support: LIKES, select: 7, average: NONE });
    const { routes } = detail!.modulation as SoftDetail;
    expect(routes.map(({ sources, targets }) => [sources, targets])).toEqual([
      [4, 4],
      [4, 4],
      [4, 1],
    ]);
    for (const { targets, weights } of routes) {
      for (let t = 0; t < targets; t++) {
        const into = weights.filter((_, k) => k % targets === t);
        expect(into.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
      }
    }
    model.dispose();
  });
});

describe('interventions', () => {
  it('put an overridden gamma in place and change the ranking', async () => {
    const { model } = await modelOf(SCENARIO);
    const cell = { cells: [{ target: 'gamma' as const, layer: 1, unit: 3, value: 5 }] };
    const plain = await ask(model, LIKES, 7);
    const intervened = await ask(model, LIKES, 7, cell);
    const gammaOf = async (interventions?: Interventions) =>
      ((await pairOf(model, interventions)) as FilmDetail).gamma;
    const [free, kept] = [await gammaOf(), await gammaOf(cell)];
    expect(kept[1][3]).toBe(5);
    expect(kept[1][2]).toBeCloseTo(free[1][2], 6);
    expect(kept[0]).toEqual(free[0]);
    expect(farthest(intervened.scores, plain.scores)).toBeGreaterThan(1e-3);
    expect([plain.intervened, intervened.intervened]).toEqual([false, true]);
    model.dispose();
  });

  it('clamp a route and keep the sum into its module', async () => {
    const { model } = await modelOf({ ...SCENARIO, modulation: 'soft' });
    const routesOf = async (interventions?: Interventions) =>
      ((await pairOf(model, interventions)) as SoftDetail).routes[1].weights;
    const plain = await routesOf();
    const clamped = await routesOf({ routes: [{ layer: 1, source: 2, target: 0, weight: 0.7 }] });
    const into = (weights: Float32Array, target: number) =>
      [0, 1, 2, 3].map((source) => weights[4 * source + target]);
    expect(into(clamped, 0)[2]).toBeCloseTo(0.7, 5);
    expect(into(clamped, 0).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    expect(into(clamped, 0)[0] / into(clamped, 0)[1]).toBeCloseTo(
      into(plain, 0)[0] / into(plain, 0)[1],
      4,
    );
    expect(into(clamped, 1)).toEqual(into(plain, 1).map((value) => expect.closeTo(value, 5)));
    model.dispose();
  });

  it('normalise routes that are all overridden, and those that ask for too much', async () => {
    const { model } = await modelOf({ ...SCENARIO, modulation: 'soft' });
    const routes = [0, 1, 2, 3].map((source) => ({ layer: 2, source, target: 0, weight: 0.5 }));
    const weightsOf = async (overrides: typeof routes) => [
      ...((await pairOf(model, { routes: overrides })) as SoftDetail).routes[2].weights,
    ];
    expect(await weightsOf(routes)).toEqual(
      [0.25, 0.25, 0.25, 0.25].map((w) => expect.closeTo(w, 5)),
    );
    const greedy = [0.9, 0.9].map((weight, source) => ({ layer: 2, source, target: 0, weight }));
    expect(await weightsOf(greedy)).toEqual([0.5, 0.5, 0, 0].map((w) => expect.closeTo(w, 5)));
    model.dispose();
  });

  it('refuse a context of another size, and leave no tensor behind', async () => {
    const { model } = await modelOf({ ...USER, encoder: 'weighted' });
    const interventions = { context: new Float32Array(3) };
    await ask(model, STARS);
    const before = tf.memory().numTensors;
    const wrong = adapt(model, { support: STARS, select: null, interventions }, nowhere, alone);
    await expect(wrong).rejects.toMatchObject({ code: 'bad-request' });
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  it('swap in another context', async () => {
    const { model } = await modelOf(SCENARIO);
    const other = await ask(model, [{ item: 100, label: 1 }]);
    const swapped = await ask(model, LIKES, null, { context: other.context });
    expect(farthest(swapped.scores, other.scores)).toBeLessThan(1e-5);
    await expect(ask(model, LIKES, null, { context: new Float32Array(3) })).rejects.toMatchObject({
      code: 'bad-request',
    });
    model.dispose();
  });
});

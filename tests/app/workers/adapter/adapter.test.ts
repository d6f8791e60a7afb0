import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../../scripts/lib/backend';
import { adapt } from '../../../../app/workers/adapter/adapt';
import { explain } from '../../../../app/workers/adapter/explain';
import { FIRST, firstCandidates } from '../../../../app/workers/adapter/first-candidates';
import { adapterHandlers } from '../../../../app/workers/adapter/adapter-handlers';
import { modulationViews } from '../../../../app/workers/adapter/modulation-views';
import { leaveOneOut } from '../../../../app/workers/adapter/leave-one-out';
import { mapTasks } from '../../../../app/workers/adapter/map-points';
import { supportSampler, userSampler } from '../../../../app/workers/adapter/support-samples';
import { wholeDataset } from '../../../../app/workers/model/late-dataset';
import type { Adaptation } from '../../../../app/protocol/adapter';
import type { SupportItem, Variant } from '../../../../app/protocol/vocabulary';
import { UNRANKED } from '../../../../app/protocol/unranked';
import { toBatch } from '../../../../src/model/batch';
import { encode, predict } from '../../../../src/model/cmml';
import { createRandom } from '../../../../src/data/random';
import { ask, farthest, LIKES, MIXED, modelOf, nowhere, STARS } from './adapted';
import { alone, setupOf, dataset, SCENARIO, USER, nothingShips } from '../model';

const ALL = Uint32Array.of(5, 9, 30, 41);

/** Scores of all items as the training code computes them. */
function scoresByTraining(
  { model, setup }: Awaited<ReturnType<typeof modelOf>>,
  support: SupportItem[],
) {
  const { config, data } = setup;
  const query = Array.from({ length: model.items }, (_, item) => ({ user: -1, item, label: 0 }));
  const task = { id: 'x', support: support.map((pair) => ({ user: -1, ...pair })), query };
  const scores = tf.tidy(() => {
    const batch = toBatch(data.pack([task]));
    const context = encode(config, model.parameters, batch.support);
    const { statistics } = batch;
    const { scores } = predict(config, model.parameters, context, batch.query.pairs, {
      statistics,
    });
    return batch.base ? tf.add(scores, batch.base) : scores;
  });
  return scores.dataSync<'float32'>();
}

beforeAll(() => useBackend('wasm'));

describe.each([
  ['scenario', SCENARIO, MIXED],
  ['genre, soft', { ...SCENARIO, modulation: 'soft' } as Variant, MIXED],
  ['genre, gru and mlp', { ...SCENARIO, encoder: 'gru', hybrid: 'mlp' } as Variant, MIXED],
  ['user', USER, STARS],
  ['user, weighted', { ...USER, encoder: 'weighted' } as Variant, STARS],
])('adapting: %s', (_, variant, support) => {
  it('scores the catalogue as the training code would', async () => {
    const made = await modelOf(variant);
    const { scores, order, complete } = await ask(made.model, support);
    expect(farthest(scores, scoresByTraining(made, support))).toBeLessThan(1e-4);
    expect(complete).toBe(true);
    expect(new Set(order).size).toBe(made.model.items);
    for (let k = 1; k < order.length; k++) {
      expect(scores[order[k - 1]]).toBeGreaterThanOrEqual(scores[order[k]]);
    }
    made.model.dispose();
  });

  it('answers an empty support set with the unadapted ranking', async () => {
    const { model } = await modelOf(variant);
    const { context, scores } = await ask(model, []);
    expect(context.every((value) => value === 0)).toBe(true);
    expect(scores.every(Number.isFinite)).toBe(true);
    model.dispose();
  });

  it('leaves no tensor behind', async () => {
    const { model } = await modelOf(variant);
    await ask(model, support, 7);
    const before = tf.memory().numTensors;
    await ask(model, support, 7);
    await explain(model, support, 7);
    await modulationViews(model, { support, select: 7, average: ALL });
    await leaveOneOut(model, support, [1, 2], alone);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });
});

describe('a first answer', () => {
  it('covers the item nearest to the support set, though others are alike before it', () => {
    const candidates = new Float32Array(1200).fill(1);
    candidates[1199] = 2;
    const items = firstCandidates(candidates, 1, Float32Array.of(1), null);
    expect(items).toContain(1199);
    expect(new Set(items).size).toBe(FIRST);
  });

  it('has the nearest items, in order of their index, whatever their number', () => {
    const [dim, items] = [3, 1203];
    const random = createRandom(4);
    // Whole numbers: many are equally near, and sums are exact.
    const candidates = Float32Array.from({ length: items * dim }, () => random.integer(7) - 3);
    const prototype = Float32Array.of(1, -2, 1);
    const near = Array.from({ length: items }, (_, i) =>
      prototype.reduce((sum, value, d) => sum + value * candidates[i * dim + d], 0),
    );
    const byNearness = [...near.keys()].sort((a, b) => near[b] - near[a] || a - b);
    const wanted = byNearness.slice(0, FIRST / 2).sort((a, b) => a - b);
    const half = [...firstCandidates(candidates, dim, prototype, null)].slice(0, FIRST / 2);
    expect(half.sort((a, b) => a - b)).toEqual(wanted);
  });

  it('has the scores of the full one, for the candidates it covers', async () => {
    const { model } = await modelOf(SCENARIO);
    const firsts: Adaptation[] = [];
    const first = (value: Adaptation) => void firsts.push(value);
    const request = { support: LIKES, select: 519, first: true };
    const full = await adapt(model, request, nowhere, { ...alone, first });
    expect(firsts).toHaveLength(1);
    const [{ scores, order, complete }] = firsts;
    const ranked = [...order].filter((item) => item !== UNRANKED);
    expect(complete).toBe(false);
    expect(ranked.length).toBeGreaterThanOrEqual(500);
    expect(ranked).toContain(519);
    for (const item of ranked) expect(scores[item]).toBeCloseTo(full.scores[item], 4);
    expect([...scores].filter(Number.isNaN)).toHaveLength(model.items - ranked.length);
    model.dispose();
  });
});

describe('the adapter', () => {
  const load = async (variant: Variant) => {
    const handlers = adapterHandlers(wholeDataset(dataset()), nothingShips);
    const report = await handlers.load({ variant, seed: 3 }, alone);
    return { handlers, report };
  };

  it('says that nothing ships for a variant, and refuses what is not its own', async () => {
    const { handlers, report } = await load(SCENARIO);
    expect(report).toMatchObject({ variant: SCENARIO, provenance: null, steps: 0 });
    const wrong = {
      variant: SCENARIO,
      steps: 1,
      flat: new Float32Array(3),
    } as const;
    expect(() => handlers.parameters(wrong, alone)).toThrow(/parameters for a model/);
    const other = { ...wrong, variant: USER };
    expect(() => handlers.parameters(other, alone)).toThrow(/another variant/);
    const outside = { support: [{ item: 9e5, label: 1 }], select: null } as const;
    await expect(
      handlers.adapt({ ...outside, support: [...outside.support] }, alone),
    ).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  it('draws a map whose axes an edit finds before and after it', async () => {
    const { handlers } = await load(SCENARIO);
    const edit = { support: LIKES, select: null } as const;
    const before = await handlers.adapt({ ...edit, support: [...LIKES] }, alone);
    const map = await handlers.map({ projection: 'linear', keepBasis: false }, alone);
    const after = await handlers.adapt({ ...edit, support: [...LIKES] }, alone);
    expect(farthest(before.point!, after.point!)).toBeLessThan(1e-4);
    const n = map.points.length / 2;
    expect(n).toBe(map.scenario.length);
    // Every point lies where an edit to its own support set would lie.
    const sampler = supportSampler(dataset(), 'scenario');
    const own = mapTasks(sampler, [...dataset().scenarios.keys()]).supports[0];
    const placed = await handlers.adapt({ support: own, select: null }, alone);
    expect(farthest(placed.point!, map.points.subarray(0, 2))).toBeLessThan(1e-3);
  });

  it('shows a new visitor among users, each where their own ratings would lie', async () => {
    const { handlers } = await load({ ...SCENARIO, setting: 'user' });
    const map = await handlers.map({ projection: 'linear', keepBasis: false }, alone);
    const { raters, ratings, users } = dataset();
    expect(map.heldOut).toHaveLength(users);
    const user = map.scenario.at(-1)!;
    expect(raters.fold[user]).not.toBe(0);
    expect(map.heldOut![user]).toBe(Number(raters.fold[user] === 2));
    const sampler = userSampler(dataset());
    const task = { support: sampler.sample(user, 8, 1) };
    for (const { item, label } of task.support) {
      const k = ratings.item.findIndex((rated, n) => rated === item && ratings.user[n] === user);
      expect(ratings.halfStars[k] / 2).toBe(label);
    }
    const first = map.scenario.indexOf(user);
    const place = await handlers.adapt({ ...task, select: null }, alone);
    expect(farthest(place.point!, map.points.subarray(2 * first, 2 * first + 2))).toBeLessThan(1e-3); // prettier-ignore
    const asked = { scenario: user, size: 8, seed: 1, onMap: true } as const;
    expect(await handlers.sample(asked, alone)).toEqual(task.support);
  });

  it('keeps the axes while parameters change, when asked to', async () => {
    const { handlers } = await load(SCENARIO);
    const draw = (keepBasis: boolean) => handlers.map({ projection: 'linear', keepBasis }, alone);
    const first = await draw(false);
    const { flat } = await setupOf(SCENARIO);
    const request = {
      variant: SCENARIO,
      steps: 4,
      flat: flat.map((v) => 1.1 * v),
    };
    handlers.parameters(request as never, alone);
    const kept = await draw(true);
    expect(kept.explained).toEqual(first.explained);
    expect(kept.steps).toBe(4);
    expect(farthest(kept.points, first.points)).toBeGreaterThan(0);
    const again = await draw(false);
    expect(again.explained).not.toEqual(first.explained);
  });
});

describe('support sets of a scenario', () => {
  it('are the same for the same seed, distinct, and of the scenario', () => {
    const data = dataset();
    const sampler = supportSampler(data, 'user');
    const items = new Set(data.scenarios[0].items);
    const drawn = sampler.sample(0, 8, 1);
    expect(drawn).toEqual(sampler.sample(0, 8, 1));
    expect(drawn).not.toEqual(sampler.sample(0, 8, 2));
    expect(new Set(drawn.map(({ item }) => item)).size).toBe(8);
    for (const { item, label } of drawn) {
      expect(items.has(item)).toBe(true);
      expect(label).toBeGreaterThanOrEqual(0.5);
      expect(label).toBeLessThanOrEqual(5);
    }
    expect(() => sampler.sample(999, 8, 1)).toThrow(RangeError);
  });
});

/** A map that is drawn again and again while a run trains. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { adapterHandlers } from '../../../../app/workers/adapter/adapter-handlers';
import { mapTasks } from '../../../../app/workers/adapter/map-points';
import { supportSampler } from '../../../../app/workers/adapter/support-samples';
import { wholeDataset } from '../../../../app/workers/model/late-dataset';
import { useBackend } from '../../../../scripts/lib/backend';
import { alone, dataset, SCENARIO, USER, nothingShips } from '../model';

beforeAll(() => useBackend('wasm'));

it.each([
  ['scenario', SCENARIO],
  ['user', USER],
])('a drawn map leaves no tensor behind: %s', async (_, variant) => {
  const handlers = adapterHandlers(wholeDataset(dataset()), nothingShips);
  await handlers.load({ variant, seed: 3 }, alone);
  const draw = () => handlers.map({ projection: 'linear', keepBasis: true }, alone);
  await draw();
  const before = tf.memory().numTensors;
  const { points } = await draw();
  expect(points.length).toBeGreaterThan(2);
  expect(tf.memory().numTensors).toBe(before);
});

it.each(['linear', 'umap', 'features'] as const)(
  'points of a drawn map come with the contexts of their support sets: %s',
  async (projection) => {
    const handlers = adapterHandlers(wholeDataset(dataset()), nothingShips);
    await handlers.load({ variant: SCENARIO, seed: 3 }, alone);
    const chosen = Uint32Array.of(5, 0, 11);
    const ask = (points: Uint32Array) => handlers.mapContexts({ points }, alone);
    await expect(ask(chosen)).rejects.toMatchObject({ code: 'bad-request' });
    const map = await handlers.map({ projection, keepBasis: false }, alone);
    const { contexts } = await ask(chosen);
    const sampler = supportSampler(dataset(), 'scenario');
    const { supports, scenario } = mapTasks(sampler, [...Array(sampler.tasks).keys()]);
    expect([...map.scenario]).toEqual([...scenario]);
    const size = contexts.length / chosen.length;
    for (const [row, k] of chosen.entries()) {
      const answer = await handlers.adapt({ support: supports[k], select: null }, alone);
      expect(size).toBe(answer.context.length);
      answer.context.forEach((value, j) => expect(contexts[row * size + j]).toBeCloseTo(value, 4));
      if (projection === 'umap') continue;
      answer.point!.forEach((value, axis) => expect(map.points[2 * k + axis]).toBeCloseTo(value, 4)); // prettier-ignore
    }
    expect((await ask(new Uint32Array(0))).contexts).toHaveLength(0);
    await expect(ask(Uint32Array.of(supports.length))).rejects.toMatchObject({
      code: 'bad-request',
    });
  },
);

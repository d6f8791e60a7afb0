/** A map that is drawn again and again while a run trains. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { adapterHandlers } from '../../../../app/workers/adapter/adapter-handlers';
import { wholeDataset } from '../../../../app/workers/model/late-dataset';
import { useBackend } from '../../../../scripts/lib/backend';
import { alone, dataset, GENRE, NEWCOMER, nothingShips } from '../model';

beforeAll(() => useBackend('wasm'));

it.each([
  ['genre', GENRE],
  ['newcomer', NEWCOMER],
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

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { adapterHandlers } from '../../../../app/workers/adapter/adapter-handlers';
import { wholeDataset } from '../../../../app/workers/model/late-dataset';
import { raceHandlers } from '../../../../app/workers/race/handlers';
import type { RacerCalls } from '../../../../app/protocol/race';
import type { Handlers } from '../../../../app/workers/host/host';
import type { Routes } from '../../../../app/components/route-view/routes';
import { useBackend } from '../../../../scripts/lib/backend';
import { loadBundledDataset, REPOSITORY } from '../../../../scripts/lib/dataset';
import { PICTURE_SCENARIOS } from '../../../../src/data/scenarios';
import type { Dataset } from '../../../../src/data/types';
import { alone } from '../model';

const SOFT = { setting: 'scenario', encoder: 'mean', hybrid: 'dot', modulation: 'soft' } as const;
const soft = { kind: 'cmml', variant: SOFT, seed: 0, flat: null } as const;
const film = { ...soft, variant: { ...SOFT, modulation: 'film' } } as const;
const ITEM = 40;
/** Likes in a support set. */
const SIZE = 20;

let dataset: Dataset;
let racer: Handlers<RacerCalls>;
const read = async (file: string) =>
  new Uint8Array(await readFile(path.join(REPOSITORY, 'public', file))).buffer;

beforeAll(async () => {
  await useBackend('wasm');
  dataset = await loadBundledDataset();
  racer = raceHandlers(dataset, read);
});

describe('figure 3', () => {
  const draw = () => racer.clusterFigure({ cmml: soft, size: SIZE }, alone);

  it('shows 30 support sets of each of the paper’s eight genres, none seen in training', async () => {
    const { scenario } = await draw();
    const drawn = PICTURE_SCENARIOS.map((id) => dataset.scenarios.findIndex((s) => s.id === id));
    for (const index of drawn) {
      expect(scenario.filter((s) => s === index)).toHaveLength(30);
      expect(dataset.scenarios[index].fold).toBe('metaTest');
    }
    expect(scenario).toHaveLength(8 * 30);
  });

  it('measures clusters of the shipped model: families apart, genres too', async () => {
    const { maps } = await draw();
    const { context, features } = maps!;
    expect(context.points).toHaveLength(2 * 240);
    // `docs/data.md`, 'Bars'.
    expect(context.purity.family).toBeGreaterThan(0.95);
    expect(context.purity.genre).toBeGreaterThan(0.85);
    expect(context.silhouette.family).toBeGreaterThan(0.3);
    // The mean of features is no worse a picture, which the page says.
    expect(features.purity.family).toBeGreaterThan(0.95);
    for (const { explained } of [context, features]) {
      expect(explained[0]).toBeGreaterThan(explained[1]);
      expect(explained[0] + explained[1]).toBeLessThan(1);
    }
  });

  it('measures in the whole space, not on the picture', async () => {
    const { maps, scenario } = await draw();
    // Two axes keep less of what tells genres apart than the context itself.
    const { points } = maps!.context;
    const nearest = (k: number) =>
      [...scenario.keys()]
        .filter((j) => j !== k)
        .sort((a, b) => distance(points, k, a) - distance(points, k, b))[0];
    const flat = [...scenario.keys()].filter((k) => scenario[nearest(k)] === scenario[k]).length;
    expect(flat / scenario.length).toBeLessThan(maps!.context.purity.genre);
  });
});

describe('figure 4', () => {
  const indexOf = (id: string) => dataset.scenarios.findIndex((scenario) => scenario.id === id);
  const draw = (cmml: typeof soft | typeof film = soft) =>
    racer.routeFigure(
      {
        cmml,
        scenarios: [indexOf('horror+thriller'), indexOf('comedy+romance')],
        item: ITEM,
        size: SIZE,
      },
      alone,
    );
  const intoTargets = (routes: Routes) =>
    routes.flatMap(({ sources, targets, weights }) =>
      Array.from({ length: targets }, (_, t) =>
        Array.from({ length: sources }, (__, s) => weights[s * targets + t]).reduce(
          (a, b) => a + b,
        ),
      ),
    );

  it('weights into a module sum to 1, for the pair and on average', async () => {
    const { tasks } = await draw();
    for (const { pair, average } of tasks) {
      for (const sum of [...intoTargets(pair), ...intoTargets(average)]) {
        expect(sum).toBeCloseTo(1, 5);
      }
    }
  });

  it('shows the same routes as the workbench for the same support set and movie', async () => {
    const adapter = adapterHandlers(wholeDataset(dataset), read);
    await adapter.load({ variant: SOFT, seed: 0 }, alone);
    for (const { support, pair } of (await draw()).tasks) {
      const question = { support, select: ITEM, average: new Uint32Array(0) };
      const { detail } = await adapter.modulationViews({ ...question }, alone);
      const { modulation } = detail!;
      if (modulation.kind !== 'soft') throw new Error(modulation.kind);
      modulation.routes.forEach(({ weights }, layer) =>
        weights.forEach((weight, k) => expect(pair[layer].weights[k]).toBeCloseTo(weight, 4)),
      );
    }
  });

  it('differs more between genres than within one', async () => {
    const { between, within } = await draw();
    expect(between).toHaveLength(3);
    between.forEach((value, layer) => expect(value).toBeGreaterThan(within[layer]));
    expect(Math.max(...between)).toBeLessThanOrEqual(1);
  });

  it('says that other modulations have no routes', async () => {
    await expect(draw(film)).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('leaves no tensor behind', async () => {
    await draw();
    const before = tf.memory().numTensors;
    await draw();
    await racer.clusterFigure({ cmml: film, size: SIZE }, alone);
    expect(tf.memory().numTensors).toBe(before);
  });
});

const distance = (points: Float32Array, a: number, b: number) =>
  Math.hypot(points[2 * a] - points[2 * b], points[2 * a + 1] - points[2 * b + 1]);

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Handlers } from '../../../app/workers/host/host';
import type { Course, Entrant, PageSetting, RaceRun } from '../../../app/workers/protocol';
import { raceHandlers } from '../../../app/workers/race/handlers';
import { useBackend } from '../../../scripts/lib/backend';
import { loadBundledDataset, REPOSITORY } from '../../../scripts/lib/dataset';

const context = { breathe: () => Promise.resolve(), first: () => undefined };
const CMML = {
  kind: 'cmml',
  variant: { setting: 'genre', encoder: 'mean', hybrid: 'dot', modulation: 'film' },
  seed: 0,
  flat: null,
} as const;

let handlers: Handlers;

beforeAll(async () => {
  await useBackend('wasm');
  handlers = raceHandlers(await loadBundledDataset(), async (file) => {
    const bytes = await readFile(path.join(REPOSITORY, 'public', file));
    return new Uint8Array(bytes).buffer;
  });
});

const race = async (
  entrant: Entrant,
  course: Course,
  setting: PageSetting = 'genre',
): Promise<RaceRun> =>
  handlers.race!({ type: 'race', setting, entrant, course, repeats: 2 }, context);

describe('the racer', () => {
  it('knows the held-out tasks and what ships', async () => {
    const request = { type: 'raceCourses', setting: 'genre' } as const;
    const { heldOut, rivals } = await handlers.raceCourses!(request, context);
    expect(heldOut).toHaveLength(32);
    expect(rivals.melu?.steps).toBe(5);
    expect(rivals.dcn?.provenance.setting).toBe('visitor');
  });

  it('counts passes and keeps the loss of every inner step', async () => {
    const course = { kind: 'heldOut', index: 0 } as const;
    const melu = await race({ kind: 'melu', steps: 3 }, course);
    expect([melu.forwardPasses, melu.backwardPasses]).toEqual([3, 3]);
    expect(melu.supportLoss).toHaveLength(3);
    expect(melu.supportLoss[2]).toBeLessThan(melu.supportLoss[0]);
    expect(melu.adaptMs).toHaveLength(2);
    const cmml = await race(CMML, course);
    expect([cmml.forwardPasses, cmml.backwardPasses]).toEqual([1, 0]);
    expect(cmml.supportLoss).toEqual([]);
    const dcn = await race({ kind: 'dcn' }, course);
    expect([dcn.forwardPasses, dcn.backwardPasses]).toEqual([0, 0]);
  });

  it('prices s2Meta at any number of steps, and grades it only at its own', async () => {
    const course = { kind: 'heldOut', index: 0 } as const;
    const priced = await race({ kind: 's2meta', steps: 3 }, course);
    expect([priced.forwardPasses, priced.backwardPasses]).toEqual([3, 3]);
    expect(priced.quality).toBeNull();
    const own = await race({ kind: 's2meta' }, course);
    expect(own.quality?.value).toBeGreaterThanOrEqual(0);
    expect(own.backwardPasses).toBeLessThanOrEqual(5);
  });

  it('adapting pays on genres that nobody was trained on', async () => {
    const mean = async (entrant: Entrant) => {
      let sum = 0;
      for (let index = 0; index < 6; index++) {
        sum += (await race(entrant, { kind: 'heldOut', index })).quality!.value / 6;
      }
      return sum;
    };
    const dcn = await mean({ kind: 'dcn' });
    expect(await mean(CMML)).toBeGreaterThan(dcn + 0.1);
    expect(await mean({ kind: 'melu', steps: 5 })).toBeGreaterThan(dcn + 0.05);
  });

  it('predicts each rating of a visitor from the others, and none from nothing', async () => {
    const ratings = [1, 5, 20].map((item, k) => ({ item, label: 3 + k / 2 }));
    const melu = { kind: 'melu', steps: 5 } as const;
    const course = (support: typeof ratings) =>
      ({ kind: 'present', support, scenario: null }) as const;
    const { quality } = await race(melu, course(ratings), 'newcomer');
    expect(quality?.metric).toBe('mae');
    expect(quality?.value).toBeLessThan(2);
    expect((await race(melu, course(ratings.slice(0, 1)), 'newcomer')).quality).toBeNull();
  });

  it('times a meta-training step, and second order grows with the steps', async () => {
    const step = (entrant: Entrant) =>
      handlers.raceTraining!(
        { type: 'raceTraining', setting: 'genre', entrant, repeats: 3 },
        context,
      );
    const [one, ten] = [
      await step({ kind: 'melu', steps: 1 }),
      await step({ kind: 'melu', steps: 10 }),
    ];
    expect(one.ms).toHaveLength(3);
    expect(ten.peakBytes).toBeGreaterThan(3 * one.peakBytes);
    expect((await step(CMML)).tasks).toBe(one.tasks);
  });

  it('leaves no tensor behind', async () => {
    const course = { kind: 'heldOut', index: 3 } as const;
    const everybody = async () => {
      for (const entrant of [{ kind: 'dcn' }, { kind: 'melu', steps: 2 }, CMML] as Entrant[]) {
        await race(entrant, course);
      }
    };
    await everybody();
    const before = tf.memory().numTensors;
    await everybody();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('asks again for a checkpoint that could not be fetched', async () => {
    let offline = true;
    const shaky = raceHandlers(await loadBundledDataset(), async (file) => {
      if (offline && file.endsWith('.ckpt')) throw new Error('offline');
      const bytes = await readFile(path.join(REPOSITORY, 'public', file));
      return new Uint8Array(bytes).buffer;
    });
    const course = { kind: 'heldOut', index: 0 } as const;
    const request = { type: 'race', setting: 'genre', entrant: CMML, course, repeats: 1 } as const;
    const ask = async () => shaky.race!(request, context);
    await expect(ask()).rejects.toMatchObject({ code: 'data-missing' });
    offline = false;
    expect((await ask()).forwardPasses).toBe(1);
  });

  it('refuses a task that is not there', async () => {
    await expect(race({ kind: 'dcn' }, { kind: 'heldOut', index: 999 })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });
});

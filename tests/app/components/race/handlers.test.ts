import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Handlers } from '../../../../app/workers/host/host';
import type { RacerCalls, RaceTask, RaceSystem, RaceRun } from '../../../../app/protocol/race';
import type { PageSetting } from '../../../../app/protocol/vocabulary';
import { raceHandlers } from '../../../../app/workers/race/handlers';
import { useBackend } from '../../../../scripts/lib/backend';
import { loadBundledDataset, REPOSITORY } from '../../../../scripts/lib/dataset';

const context = { yieldToMessages: () => Promise.resolve(), first: () => undefined };
const CMML = {
  kind: 'cmml',
  variant: { setting: 'scenario', encoder: 'mean', hybrid: 'dot', modulation: 'film' },
  seed: 0,
  flat: null,
} as const;

let handlers: Handlers<RacerCalls>;

beforeAll(async () => {
  await useBackend('wasm');
  handlers = raceHandlers(await loadBundledDataset(), async (file) => {
    const bytes = await readFile(path.join(REPOSITORY, 'public', file));
    return new Uint8Array(bytes).buffer;
  });
});

const race = async (
  system: RaceSystem,
  task: RaceTask,
  setting: PageSetting = 'scenario',
): Promise<RaceRun> => handlers.race({ setting, system, task, repeats: 2 }, context);

describe('the racer', () => {
  it('knows the validation tasks and what ships', async () => {
    const request = { setting: 'scenario' } as const;
    const { heldOut, baselines } = await handlers.raceTasks(request, context);
    expect(heldOut).toHaveLength(16);
    expect(baselines.melu?.steps).toBe(5);
    expect(baselines.dcn?.provenance.setting).toBe('anonymous');
  });

  it('counts passes and keeps the loss of every inner step', async () => {
    const task = { kind: 'heldOut', index: 0 } as const;
    const melu = await race({ kind: 'melu', steps: 3 }, task);
    expect([melu.forwardPasses, melu.backwardPasses]).toEqual([3, 3]);
    expect(melu.supportLoss).toHaveLength(3);
    expect(melu.supportLoss[2]).toBeLessThan(melu.supportLoss[0]);
    expect(melu.adaptMs).toHaveLength(2);
    const cmml = await race(CMML, task);
    expect([cmml.forwardPasses, cmml.backwardPasses]).toEqual([1, 0]);
    expect(cmml.supportLoss).toEqual([]);
    const dcn = await race({ kind: 'dcn' }, task);
    expect([dcn.forwardPasses, dcn.backwardPasses]).toEqual([0, 0]);
  });

  it('prices s2Meta at any number of steps, and grades it only at its own', async () => {
    const task = { kind: 'heldOut', index: 0 } as const;
    const priced = await race({ kind: 's2meta', steps: 3 }, task);
    expect([priced.forwardPasses, priced.backwardPasses]).toEqual([3, 3]);
    expect(priced.quality).toBeNull();
    const own = await race({ kind: 's2meta' }, task);
    expect(own.quality?.value).toBeGreaterThanOrEqual(0);
    expect(own.backwardPasses).toBeLessThanOrEqual(5);
  });

  it('adapting pays on genres that nobody was trained on', async () => {
    const mean = async (system: RaceSystem) => {
      let sum = 0;
      for (let index = 0; index < 6; index++) {
        sum += (await race(system, { kind: 'heldOut', index })).quality!.value / 6;
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
    const task = (support: typeof ratings) =>
      ({ kind: 'current', support, scenario: null }) as const;
    const { quality } = await race(melu, task(ratings), 'user');
    expect(quality?.metric).toBe('mae');
    expect(quality?.value).toBeLessThan(2);
    expect((await race(melu, task(ratings.slice(0, 1)), 'user')).quality).toBeNull();
  });

  it('times a meta-training step, and second order grows with the steps', async () => {
    const step = (system: RaceSystem) =>
      handlers.raceTraining({ setting: 'scenario', system, repeats: 3 }, context);
    const [one, ten] = [
      await step({ kind: 'melu', steps: 1 }),
      await step({ kind: 'melu', steps: 10 }),
    ];
    expect(one.ms).toHaveLength(3);
    expect(ten.peakBytes).toBeGreaterThan(3 * one.peakBytes);
    expect((await step(CMML)).tasks).toBe(one.tasks);
  });

  it('leaves no tensor behind', async () => {
    const task = { kind: 'heldOut', index: 3 } as const;
    const everybody = async () => {
      for (const system of [{ kind: 'dcn' }, { kind: 'melu', steps: 2 }, CMML] as RaceSystem[]) {
        await race(system, task);
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
    const task = { kind: 'heldOut', index: 0 } as const;
    const request = { setting: 'scenario', system: CMML, task, repeats: 1 } as const;
    const ask = async () => shaky.race(request, context);
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

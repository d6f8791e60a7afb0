/** A run that is shared with helpers: real handlers behind messages that detach what they transfer. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../../scripts/lib/backend';
import { withValidation } from '../../../../src/data/validation';
import type { StartQuestion } from '../../../../app/protocol/calls';
import type { ToWorker } from '../../../../app/protocol/wire';
import { helperHandlers } from '../../../../app/workers/helper/handlers';
import { Host, type AnyHandlers } from '../../../../app/workers/host/host';
import { Helpers, type HelperWorker } from '../../../../app/workers/trainer/helpers';
import { nextTurn } from '../../../../app/workers/host/turn';
import { dataset, nothingShips, SCENARIO, setupOf } from '../model';
import { trainerOf } from '../../../../app/workers/trainer/trainer-of';
import { at, pauseAll, play, started, type Trainer } from './running';

const START: StartQuestion = { role: 'trainer', base: '', backend: 'auto' };

/** A helper in this process. */
class Thread implements HelperWorker {
  onmessage: HelperWorker['onmessage'] = null;
  onerror: HelperWorker['onerror'] = null;
  terminated = false;
  shards = 0;
  loads = 0;
  /** Buffers that were transferred, either way. */
  transferred = 0;
  private readonly host: Host;

  constructor(more: AnyHandlers = {}) {
    this.host = new Host(
      (message, transfer = []) =>
        this.deliver(message, transfer, (data) => this.onmessage?.({ data })),
      { start: () => ({ chosen: 'wasm' }) },
    );
    this.host.extend({
      ...helperHandlers(withValidation(dataset()), nothingShips),
      ...more,
    } as AnyHandlers);
  }

  postMessage(message: ToWorker, transfer: Transferable[]): void {
    if (message.call === 'shard') this.shards++;
    if (message.call === 'load') this.loads++;
    this.deliver(message, transfer, (data) => this.host.receive(data));
  }

  terminate(): void {
    this.terminated = true;
  }

  private deliver<T>(message: T, transfer: Transferable[], to: (message: T) => void): void {
    this.transferred += transfer.length;
    const copy = structuredClone(message, { transfer });
    void nextTurn().then(() => !this.terminated && to(copy));
  }
}

let threads: Thread[] = [];
const shared = (more?: AnyHandlers) =>
  started(SCENARIO, undefined, {
    start: START,
    spawn: () => {
      const thread = new Thread(more);
      threads.push(thread);
      return thread;
    },
  });

const working = async (which: Trainer): Promise<void> => {
  while ((which.progress().at(-1)?.workers ?? 1) < 2) await nextTurn();
};

/** With other seeds a pair crosses the margin of the hinge by rounding, and curves part (as with steps in pieces). */
const SEED = 3;

/** What a run of `steps` told. */
async function curve(trainer: Trainer, workers: number, steps = 20) {
  await trainer.train('pause', workers);
  await trainer.reset(SEED);
  trainer.notices.length = 0;
  await play(trainer, steps);
  return { losses: trainer.losses().slice(0, steps / 5), flat: at(trainer, steps).flat };
}

beforeAll(() => useBackend('wasm'));
afterEach(async () => {
  await pauseAll();
  threads = [];
});

describe('a run that is shared', () => {
  it('gives the same curve whenever the helper is ready, and that of one worker but for rounding', async () => {
    const single = await curve(await started(), 1);
    const trainer = await shared();
    await trainer.hyper(1e-3, 4);
    await trainer.train('play', 2);
    await working(trainer);
    await trainer.hyper(1e-3);
    const first = await curve(trainer, 2);
    expect(threads[0].shards).toBeGreaterThan(3);
    expect(await curve(trainer, 2)).toEqual(first);
    // From the first step on by the trainer alone, and by a helper that comes in between.
    expect(
      await curve(
        await started(SCENARIO, undefined, {
          start: START,
          spawn: () =>
            new Thread({
              shard: () => new Promise(() => undefined),
              load: () => new Promise(() => undefined),
            }),
        }),
        2,
      ),
    ).toEqual(first);
    expect(await curve(await shared(), 2)).toEqual(first);
    expect(first.losses).not.toEqual([]);
    first.losses.forEach(([step, loss], k) => {
      expect(step).toBe(single.losses[k][0]);
      expect(Math.abs(loss / single.losses[k][1] - 1)).toBeLessThan(1e-4);
    });
  });

  it('takes the same steps at every speed', async () => {
    const trainer = await shared();
    const { flat } = await curve(trainer, 2, 5);
    await trainer.train('pause');
    await trainer.reset(SEED);
    trainer.notices.length = 0;
    for (let k = 0; k < 4; k++) await trainer.train('step');
    for (let phase = 0; phase < 6; phase++) await trainer.train('phase');
    expect(at(trainer, 5).flat).toEqual(flat);
  });

  it('is the trainer’s alone while edits are recent', async () => {
    const trainer = await shared();
    await trainer.train('play', 2);
    await working(trainer);
    await trainer.giveWay(0);
    await nextTurn();
    const { shards } = threads[0];
    await play(trainer, trainer.progress().at(-1)!.step + 10, async () => trainer.giveWay(0));
    expect(threads[0].shards - shards).toBeLessThanOrEqual(1);
    expect(trainer.progress().at(-1)!.workers).toBe(1);
  });

  it('ends its helpers when it is switched off, and starts others when it is switched on', async () => {
    const trainer = await shared();
    await trainer.train('play', 3);
    await working(trainer);
    expect(threads).toHaveLength(2);
    await trainer.train('play', 1);
    expect(threads.every(({ terminated }) => terminated)).toBe(true);
    const step = trainer.progress().at(-1)!.step;
    while (trainer.progress().at(-1)!.step < step + 10) await nextTurn();
    expect(trainer.progress().at(-1)!.workers ?? 1).toBe(1);
    await trainer.train('play', 2);
    await working(trainer);
    expect(threads).toHaveLength(3);
    expect(trainer.lines()).toEqual([]);
  });

  it('stays on one worker where its loss is no mean over tasks', async () => {
    const variant = { ...SCENARIO, modulation: 'soft' } as const;
    const parts = { start: START, spawn: () => new Thread() };
    const trainer = await started(variant, undefined, parts);
    expect(trainerOf(await setupOf(variant), 3).separable).toBe(false);
    await trainer.train('play', 2);
    while (trainer.progress().length < 3) await nextTurn();
    expect(trainer.progress().at(-1)!.workers).toBeUndefined();
  });

  it('starts no helper before it plays', async () => {
    const trainer = await shared();
    await trainer.train('step', 2);
    await trainer.train('pause', 2);
    expect(threads).toEqual([]);
  });

  it('has its helper load the model of another run', async () => {
    const trainer = await shared();
    await trainer.train('play', 2);
    await working(trainer);
    await trainer.reset(8);
    trainer.notices.length = 0;
    await trainer.train('play');
    await working(trainer);
    expect(threads).toHaveLength(1);
    expect(threads[0].loads).toBe(2);
  });
});

describe('a helper that fails', () => {
  const goesOn = async (trainer: Trainer) => {
    while (!trainer.lines().includes('helper-lost')) await nextTurn();
    const step = trainer.progress().at(-1)?.step ?? 0;
    while ((trainer.progress().at(-1)?.step ?? 0) < step + 10) await nextTurn();
    expect(trainer.lines()).toEqual(['helper-lost']);
    expect(threads.every(({ terminated }) => terminated)).toBe(true);
  };

  it.each<[string, AnyHandlers]>([
    ['does not start', { start: () => Promise.reject(new Error('HTTP 404')) }],
    ['runs on another backend', { start: () => ({ chosen: 'cpu' }) }],
    ['cannot load', { load: () => Promise.reject(new Error('no room')) }],
    ['fails at a shard', { shard: () => Promise.reject(new Error('no room')) }],
  ])('and %s leaves the trainer alone', async (_name, more) => {
    const trainer = await shared(more);
    await trainer.train('play', 3);
    await goesOn(trainer);
  });

  it('by an error of its script leaves the trainer alone', async () => {
    const trainer = await shared();
    await trainer.train('play', 2);
    await working(trainer);
    threads[0].onerror!({ message: 'boom' });
    await goesOn(trainer);
  });

  it('as there can be no workers leaves the trainer alone', async () => {
    const refuse = () => {
      throw new Error('no worker in a worker');
    };
    const trainer = await started(SCENARIO, undefined, { start: START, spawn: refuse });
    await trainer.train('play', 2);
    await goesOn(trainer);
  });
});

describe('the messages to a helper', () => {
  /** Shares `steps` of a run with one helper, once that is ready. */
  async function shareRun(isolated: boolean, patience?: number) {
    const setup = await setupOf(SCENARIO);
    const trainer = trainerOf(setup, 3);
    const lost: string[] = [];
    const thread = new Thread();
    const helpers = new Helpers({
      ...{ workers: 2, start: START, isolated, patience },
      onLost: (detail) => lost.push(detail),
      spawn: () => thread,
    });
    const parallel = helpers.share(trainer, SCENARIO, 3);
    helpers.wake();
    for (let k = 0; parallel.atWork < 2; k++) {
      if (k === 1000) throw new Error(`never ready: ${lost.join()}`);
      (await parallel.step()).dispose();
      await nextTurn();
    }
    return { trainer, thread, parallel, helpers, lost };
  }

  it.each([true, false])(
    'go through shared memory where the page is isolated: %s',
    async (isolated) => {
      const { trainer, thread, parallel, helpers } = await shareRun(isolated);
      for (let k = 0; k < 5; k++) (await parallel.step()).dispose();
      expect(parallel.atWork).toBe(2);
      if (isolated) expect(thread.transferred).toBe(0);
      // Both rooms out and back.
      else expect(thread.transferred).toBe(4 * thread.shards);
      helpers.close();
      trainer.dispose();
    },
  );

  it('are given up after a while, and the step is taken all the same', async () => {
    const { trainer, thread, parallel, lost } = await shareRun(false, 40);
    const before = trainer.steps;
    thread.terminate();
    (await parallel.step()).dispose();
    expect(trainer.steps).toBe(before + 1);
    expect(parallel.atWork).toBe(1);
    expect(lost).toEqual(['shard: no answer in 40 ms']);
    trainer.dispose();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createRaceClient, type RaceClient } from '../../../app/client/race-client';
import { WhileUsed, type After } from '../../../app/client/while-used';
import { WorkerFailure } from '../../../app/protocol/failure';
import { FakeWorker } from './fake-worker';

const IDLE_MS = 90_000;

/** A clock that only moves when it is told to. */
class Clock {
  private now = 0;
  private readonly waiting = new Set<{ at: number; callback: () => void }>();

  readonly after: After = (ms, callback) => {
    const entry = { at: this.now + ms, callback };
    this.waiting.add(entry);
    return () => this.waiting.delete(entry);
  };

  pass(ms: number): void {
    this.now += ms;
    for (const entry of this.waiting) {
      if (entry.at > this.now) continue;
      this.waiting.delete(entry);
      entry.callback();
    }
  }
}

/** How many workers failed to start so far, and are to. */
let failing: number;
let workers: FakeWorker[];
let clock: Clock;
let racer: WhileUsed<RaceClient>;

const race = async (): Promise<unknown> =>
  racer.use(({ ask }) => ask('raceTasks', { setting: 'scenario' }));

beforeEach(() => {
  failing = 0;
  workers = [];
  clock = new Clock();
  racer = new WhileUsed({
    make: () =>
      createRaceClient({
        base: 'http://page/',
        backend: 'auto',
        spawn: () => {
          const worker = new FakeWorker(() => ({
            start: () => {
              if (failing-- > 0) throw new WorkerFailure('data-missing', 'no network');
              return { chosen: 'wasm', reason: 'asked for', tried: [] };
            },
            raceTasks: () => ({ heldOut: [], baselines: {} }),
          }));
          workers.push(worker);
          return worker;
        },
      }),
    end: (client) => client.dispose(),
    idleMs: IDLE_MS,
    after: clock.after,
  });
});

describe('a racer that is let go when idle', () => {
  it('answers again after its time, by a worker of its own', async () => {
    await race();
    clock.pass(IDLE_MS + 15_000);
    expect(workers.map((worker) => worker.terminated)).toEqual([true]);
    expect(racer.held).toBeNull();
    expect(await race()).toEqual({ heldOut: [], baselines: {} });
    expect(workers.map((worker) => worker.terminated)).toEqual([true, false]);
    clock.pass(IDLE_MS);
    expect(await race()).toEqual({ heldOut: [], baselines: {} });
    expect(workers).toHaveLength(3);
  });

  it('stays for questions that come in time, and while any is under way', async () => {
    await race();
    clock.pass(IDLE_MS - 1);
    await race();
    clock.pass(IDLE_MS - 1);
    let finish!: () => void;
    const long = racer.use(() => new Promise<void>((resolve) => (finish = resolve)));
    await race();
    clock.pass(10 * IDLE_MS);
    expect(workers.map((worker) => worker.terminated)).toEqual([false]);
    finish();
    await long;
    clock.pass(IDLE_MS);
    expect(workers.map((worker) => worker.terminated)).toEqual([true]);
  });

  it('is tried again at the next question when it could not start', async () => {
    failing = 1;
    await expect(race()).rejects.toMatchObject({ code: 'data-missing' });
    expect(await race()).toEqual({ heldOut: [], baselines: {} });
  });
});

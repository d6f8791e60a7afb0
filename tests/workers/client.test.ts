import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type Client } from '../../app/workers/client';
import { WorkerFailure } from '../../app/workers/failure';
import type { Handlers } from '../../app/workers/host/host';
import type {
  Adaptation,
  BackendReport,
  ModelReport,
  Notice,
  Role,
  Variant,
} from '../../app/workers/protocol';
import { FakeWorker, type MakeHandlers } from './fake-worker';

const VARIANT: Variant = { setting: 'genre', encoder: 'mean', hybrid: 'dot', modulation: 'film' };
const SOFT: Variant = { ...VARIANT, modulation: 'soft' };
const REPORT: BackendReport = {
  chosen: 'wasm',
  reason: 'first that passed',
  tried: [{ name: 'wasm', ok: true, stepMs: 8 }],
};

const modelOf = (variant: Variant, steps = 0): ModelReport => ({
  variant,
  parameters: 3,
  provenance: null,
  steps,
});

const snapshot = (steps: number, variant = VARIANT): Notice => ({
  type: 'snapshot',
  variant,
  steps,
  tasksSeen: 8 * steps,
  loss: 1 / steps,
  flat: Float32Array.of(steps, steps, steps),
});

/** An adapter that answers with the parameters it holds. */
const adapter: MakeHandlers = () => {
  let steps = 0;
  return {
    start: () => REPORT,
    load: ({ variant }) => modelOf(variant),
    parameters: (request) => ({ steps: (steps = request.steps) }),
    adapt: async ({ select }) => ({ steps, scores: Float32Array.of(select ?? -1) }) as Adaptation,
    sample: () => ({ support: [] }),
  };
};

const trainer: MakeHandlers = () => ({
  start: () => REPORT,
  load: ({ variant }) => modelOf(variant),
  resume: ({ state }) => modelOf(state.variant, state.step),
  hyperparameters: ({ values }) => values,
  train: ({ mode }) => ({ mode }),
  reset: () => modelOf(VARIANT),
});

let client: Client;
let workers: { role: Role; worker: FakeWorker }[];

function open(make: Partial<Record<Role, MakeHandlers>> = {}, test = false): Client {
  workers = [];
  client = createClient({
    base: 'http://page/',
    backend: 'wasm',
    test,
    spawn: (role) => {
      const worker = new FakeWorker(make[role] ?? (role === 'adapter' ? adapter : trainer));
      workers.push({ role, worker });
      return worker;
    },
  });
  return client;
}

const of = (role: Role) => workers.filter((entry) => entry.role === role).map((w) => w.worker);
const typesOf = (worker: FakeWorker) => worker.received.map(({ type }) => type);

/** Lets messages travel without real time. */
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'performance'] });
});

afterEach(() => {
  client.dispose();
  globalThis.cmmlTest = undefined;
  vi.useRealTimers();
});

/** Waits in real macrotasks: the host yields through a MessageChannel, which is not faked. */
async function until(done: () => boolean): Promise<void> {
  for (let k = 0; k < 2000 && !done(); k++) {
    await settle(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(done()).toBe(true);
}

async function soon<T>(promise: Promise<T>): Promise<T> {
  let settled = false;
  promise.then(
    () => (settled = true),
    () => (settled = true),
  );
  await until(() => settled);
  return promise;
}

describe('the client', () => {
  it('starts the adapter alone and reports backend and model', async () => {
    const statuses: string[] = [];
    open().on('status', ({ role, status }) => statuses.push(`${role} ${status}`));
    const started = await soon(client.start(VARIANT, 3));
    expect(started).toEqual({ backend: REPORT, model: modelOf(VARIANT) });
    expect(statuses).toEqual(['adapter starting', 'adapter ready']);
    expect(of('trainer')).toHaveLength(0);
  });

  it('gives null for edits that a newer one superseded', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    const edits = [1, 2, 3].map((select) => client.adapt([], { select }));
    const answers = await soon(Promise.all(edits));
    expect(answers[0]).toBeNull();
    expect(answers[1]).toBeNull();
    expect(answers[2]?.scores[0]).toBe(3);
  });

  it('lets calls wait for a worker that is still starting', async () => {
    open();
    const edit = client.start(VARIANT, 3).then(() => client.adapt([], { select: 4 }));
    expect((await soon(edit))?.scores[0]).toBe(4);
  });

  it('trains only once asked, and hands snapshots to the adapter', async () => {
    open();
    const parameters: number[] = [];
    client.on('parameters', ({ steps }) => parameters.push(steps));
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    of('trainer')[0].host.notify(snapshot(5));
    await until(() => parameters.length === 1);
    expect((await soon(client.adapt([])))?.steps).toBe(5);
    expect(client.parameters()).toMatchObject({ variant: VARIANT, steps: 5 });
    expect(client.checkpoints()).toEqual([{ step: 5, tasksSeen: 40, loss: 0.2 }]);
  });

  it('ignores snapshots of a variant that was left', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    await soon(client.load(SOFT, 3));
    of('trainer')[0].host.notify(snapshot(5, VARIANT));
    await settle();
    expect(client.parameters()).toBeNull();
    expect(typesOf(of('trainer')[0]).filter((type) => type === 'load')).toHaveLength(2);
  });

  it('fails once where neither worker can load a variant', async () => {
    const broken = (own: MakeHandlers): MakeHandlers => (host) => ({
      ...own(host),
      load: ({ variant }) => {
        if (variant.modulation === 'film') return modelOf(variant);
        throw new WorkerFailure('data-broken', 'film.ckpt');
      },
    }); // prettier-ignore
    open({ adapter: broken(adapter), trainer: broken(trainer) });
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    await expect(soon(client.load(SOFT, 3))).rejects.toMatchObject({ code: 'data-broken' });
    // The other failure is nobody's to catch: vitest would report it.
    await settle();
  });

  it('respawns a dead adapter with variant and parameters, and answers what was asked', async () => {
    let hung = true;
    const stuck: MakeHandlers = (host) => {
      const own = adapter(host);
      const slow: Handlers['adapt'] = async (request, context) =>
        hung ? new Promise(() => undefined) : own.adapt!(request, context);
      return { ...own, adapt: slow };
    };
    open({ adapter: stuck });
    const lines: string[] = [];
    client.on('line', ({ code }) => lines.push(code));
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    of('trainer')[0].host.notify(snapshot(9));
    await until(() => typesOf(of('adapter')[0]).includes('parameters'));
    const edit = client.adapt([], { select: 7 });
    await until(() => typesOf(of('adapter')[0]).includes('adapt'));
    hung = false;
    of('adapter')[0].crash();
    const answer = await soon(edit);
    expect(answer).toMatchObject({ steps: 9 });
    expect(answer?.scores[0]).toBe(7);
    expect(typesOf(of('adapter')[1])).toEqual(['start', 'load', 'parameters', 'adapt']);
    expect(lines).toEqual(['worker-respawned']);
  });

  it('replaces a trainer that ran out of memory, paused at its last snapshot', async () => {
    open();
    const lines: string[] = [];
    client.on('line', ({ code }) => lines.push(code));
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    const [{ host }] = of('trainer');
    host.notify(snapshot(7));
    host.notify({ type: 'mode', mode: 'pause' });
    host.notify({ type: 'line', level: 'error', code: 'out-of-memory', detail: 'full' });
    await until(() => of('trainer').length === 2);
    await until(() => typesOf(of('trainer')[1]).includes('resume'));
    await settle();
    expect(lines).toEqual(['out-of-memory']);
    expect(typesOf(of('trainer')[1])).toEqual(['start', 'load', 'resume']);
    expect(client.parameters()).toMatchObject({ steps: 7 });
  });

  it('replaces an adapter that ran out of memory and asks again, but not for ever', async () => {
    const full: MakeHandlers = (host) => ({
      ...adapter(host),
      adapt: () => {
        throw new RangeError('Array buffer allocation failed');
      },
    });
    let spawned = 0;
    open({ adapter: (host) => (++spawned === 1 ? full : adapter)(host) });
    await soon(client.start(VARIANT, 3));
    expect((await soon(client.adapt([], { select: 2 })))?.scores[0]).toBe(2);
    expect(spawned).toBe(2);
    open({ adapter: full });
    await soon(client.start(VARIANT, 3));
    const failed = soon(client.adapt([])).catch((error: unknown) => error);
    expect(await failed).toMatchObject({ code: 'out-of-memory' });
  });

  it('takes the trainer back to good parameters when they are no numbers any more', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    const [{ host }] = of('trainer');
    const diverged: Notice = { type: 'line', level: 'error', code: 'not-a-number', detail: '9' };
    host.notify(diverged);
    await until(() => typesOf(of('trainer')[0]).filter((type) => type === 'load').length === 2);
    host.notify(snapshot(7));
    host.notify(diverged);
    await until(() => typesOf(of('trainer')[0]).includes('resume'));
    const resumed = of('trainer')[0].received.find(({ type }) => type === 'resume');
    expect(resumed).toMatchObject({ state: { step: 7 } });
  });

  it('shows restored parameters without starting a trainer, which resumes once it trains', async () => {
    open();
    const parameters: number[] = [];
    client.on('parameters', ({ steps }) => parameters.push(steps));
    await soon(client.start(VARIANT, 3));
    const flat = Float32Array.of(1, 2, 3);
    const report = await soon(client.restore({ variant: VARIANT, steps: 40, flat }));
    expect(report).toEqual(modelOf(VARIANT, 40));
    await until(() => parameters.includes(40));
    expect(of('trainer')).toHaveLength(0);
    await soon(client.train('play'));
    expect(typesOf(of('trainer')[0]).slice(0, 4)).toEqual(['start', 'load', 'resume', 'train']);
  });

  it('goes on from the optimiser state of a restored run', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    const flat = Float32Array.of(1, 2, 3);
    const optimiser = { first: Float32Array.of(4, 5, 6), second: Float32Array.of(7, 8, 9), tasksSeen: 320 }; // prettier-ignore
    await soon(client.restore({ variant: VARIANT, steps: 40, flat }, optimiser));
    const state = { step: 40, tasksSeen: 320, flat, firstMoment: optimiser.first, secondMoment: optimiser.second }; // prettier-ignore
    // Kept again before anything was trained, nothing of it is lost.
    expect(await soon(client.trainingState())).toMatchObject(state);
    await soon(client.train('play'));
    const resume = of('trainer')[0].received.find(({ type }) => type === 'resume');
    expect(resume).toMatchObject({ state });
  });

  it('brings a run back after its worker died: state, hyperparameters, mode', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    await soon(client.setHyperparameters({ learningRate: 0.01, tasksPerStep: 4 }));
    const moments = { first: Float32Array.of(1, 1, 1), second: Float32Array.of(2, 2, 2) };
    of('trainer')[0].host.notify({ ...(snapshot(10) as object), moments } as Notice);
    of('trainer')[0].host.notify(snapshot(20));
    await until(() => client.parameters()?.steps === 20);
    of('trainer')[0].crash();
    await until(() => of('trainer').length === 2 && typesOf(of('trainer')[1]).includes('train'));
    const [, second] = of('trainer');
    expect(typesOf(second)).toEqual(['start', 'load', 'hyperparameters', 'resume', 'train']);
    const resume = second.received.find(({ type }) => type === 'resume');
    expect(resume).toMatchObject({
      state: { step: 20, tasksSeen: 160, firstMoment: moments.first, secondMoment: moments.second },
    });
    expect(second.received.at(-1)).toEqual({ type: 'train', mode: 'play' });
  });

  it('notices a worker that falls silent', async () => {
    open({}, true);
    await soon(client.start(VARIANT, 3));
    globalThis.cmmlTest!.hang('adapter');
    const edit = client.adapt([], { select: 2 });
    await settle(0);
    expect(of('adapter')).toHaveLength(1);
    await settle(30_000);
    expect((await soon(edit))?.scores[0]).toBe(2);
    expect(of('adapter')).toHaveLength(2);
  });

  it('forgives a silence in which this thread slept too', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    vi.setSystemTime(Date.now() + 3_600_000);
    const clock = vi.spyOn(performance, 'now');
    const real = performance.now();
    clock.mockReturnValue(real + 3_600_000);
    await settle(1000);
    expect(of('adapter')).toHaveLength(1);
    clock.mockRestore();
  });

  it('takes the next backend after a lost device', async () => {
    open({}, true);
    await soon(client.start(VARIANT, 3));
    globalThis.cmmlTest!.lose('adapter');
    await until(() => of('adapter').length === 2 && of('adapter')[1].received.length > 0);
    expect(of('adapter')[1].received[0]).toMatchObject({ type: 'start', avoid: ['wasm'] });
  });

  it('asks again on the next worker when a read never came back', async () => {
    const hanging: MakeHandlers = (host) => ({
      ...adapter(host),
      adapt: (request, context) => {
        if (of('adapter').length > 1) return adapter(host).adapt!(request, context);
        throw new WorkerFailure('device-lost', 'scores: 60000 ms');
      },
    });
    open({ adapter: hanging });
    await soon(client.start(VARIANT, 3));
    expect((await soon(client.adapt([], { select: 6 })))?.scores[0]).toBe(6);
    expect(of('adapter')).toHaveLength(2);
    expect(of('adapter')[1].received[0]).toMatchObject({ type: 'start', avoid: ['wasm'] });
  });

  it('gives up after many deaths, says so, and tries again when asked to start', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    for (let death = 0; death < 5; death++) {
      const alive = of('adapter').length;
      of('adapter').at(-1)!.crash();
      if (death < 4) await until(() => of('adapter').length === alive + 1);
      await settle();
    }
    await expect(soon(client.adapt([]))).rejects.toMatchObject({ code: 'worker-failed' });
    await soon(client.start(VARIANT, 3));
    expect((await soon(client.adapt([], { select: 1 })))?.scores[0]).toBe(1);
  });

  it('does not respawn for data that is not there', async () => {
    const missing: MakeHandlers = () => ({
      start: () => Promise.reject(new WorkerFailure('data-missing', 'movies.bin')),
    });
    open({ adapter: missing });
    await expect(soon(client.start(VARIANT, 3))).rejects.toMatchObject({ code: 'data-missing' });
    expect(of('adapter')).toHaveLength(1);
  });

  it('rewinds to a checkpoint and trains on from it', async () => {
    open();
    await soon(client.start(VARIANT, 3));
    await soon(client.train('play'));
    for (const steps of [10, 20, 30]) of('trainer')[0].host.notify(snapshot(steps));
    await until(() => client.checkpoints().length === 3);
    await soon(client.rewind(20));
    await until(() =>
      of('adapter')[0].received.some((r) => r.type === 'parameters' && r.steps === 20),
    );
    expect((await soon(client.adapt([])))?.steps).toBe(20);
    expect(of('trainer')[0].received.at(-1)).toEqual({ type: 'train', mode: 'pause' });
    await soon(client.trainFrom(20));
    expect(client.checkpoints().map(({ step }) => step)).toEqual([10, 20]);
    expect(client.parameters()?.steps).toBe(20);
    await expect(client.rewind(999)).rejects.toMatchObject({ code: 'bad-request' });
  });
});

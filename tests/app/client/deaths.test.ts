import { describe, expect, it, vi } from 'vitest';
import { WorkerFailure } from '../../../app/protocol/failure';
import type { Notice } from '../../../app/protocol/wire';
import type { MakeHandlers, SomeHandlers } from './fake-worker';
import { VARIANT, snapshot, adapter, client, open, of, typesOf, settle, until, soon } from './page';

describe('a worker that dies or falls silent', () => {
  it('respawns a dead adapter with variant and parameters, and answers what was asked', async () => {
    let hung = true;
    const stuck: MakeHandlers = (host) => {
      const own = adapter(host);
      const slow: SomeHandlers['adapt'] = async (request, context) =>
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
    expect(second.received.at(-1)).toEqual({ type: 'train', mode: 'play', workers: 1 });
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
});

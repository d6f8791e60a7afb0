import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type Client } from '../../../app/client/client';
import { WorkerFailure } from '../../../app/protocol/failure';
import { nextTurn } from '../../../app/workers/host/turn';
import type { TrainingState } from '../../../app/protocol/trainer';
import type { BackendReport, Variant } from '../../../app/protocol/vocabulary';
import { FakeWorker, type SomeHandlers } from './fake-worker';

const VARIANT: Variant = {
  setting: 'scenario',
  encoder: 'mean',
  hybrid: 'dot',
  modulation: 'film',
};
const model = { variant: VARIANT, parameters: 3, provenance: null, steps: 0 };

const report = (chosen: 'wasm' | 'webgpu', stepMs: number): BackendReport => ({
  chosen,
  reason: 'first that passed',
  tried: [{ name: chosen, ok: true, stepMs }],
});

let client: Client;
let workers: FakeWorker[];
let step: number;

/** Trainers that count their steps while they play; the second is the scout. */
function open(scout: () => BackendReport, overrides: SomeHandlers = {}): void {
  workers = [];
  step = 0;
  client = createClient({
    base: 'http://page/',
    backend: 'auto',
    spawn: () => {
      const worker = new FakeWorker(() => {
        let mode = 'pause';
        let at = 0;
        const state = (): TrainingState => ({
          variant: VARIANT,
          seed: 3,
          step: at,
          tasksSeen: 8 * at,
          flat: Float32Array.of(at, at, at),
          firstMoment: null,
          secondMoment: null,
          values: null,
        });
        const play = async () => {
          for (; mode === 'play' && at < 100_000; at++) await nextTurn();
          step = Math.max(step, at);
        };
        return {
          start: ({ only }) => (only === 'gpu' ? scout() : report('wasm', 20)),
          load: () => model,
          parameters: ({ steps }) => ({ steps }),
          train: (request) => {
            mode = request.mode === 'step' ? 'pause' : request.mode;
            if (mode === 'play') void play();
            if (request.mode === 'step') at++;
            return { mode: request.mode };
          },
          state,
          resume: (request) => {
            at = request.state.step;
            return model;
          },
          ...(workers.length === 2 ? overrides : {}),
        };
      });
      workers.push(worker);
      return worker;
    },
  });
}

const requests = (worker: FakeWorker) => worker.received.map(({ type }) => type);

async function until(done: () => boolean): Promise<void> {
  for (let k = 0; k < 3000 && !done(); k++) await nextTurn();
  expect(done()).toBe(true);
}

beforeEach(() => vi.stubGlobal('OffscreenCanvas', class {}));
afterEach(() => {
  client.dispose();
  vi.unstubAllGlobals();
});

describe('a GPU', () => {
  it('takes the run over when it is faster, at the step where it stopped', async () => {
    open(() => report('webgpu', 3));
    const lines: string[] = [];
    client.on('line', ({ code }) => lines.push(code));
    const backends: BackendReport[] = [];
    client.on('backend', ({ role, report }) => role === 'trainer' && backends.push(report));
    await client.start(VARIANT, 3);
    await client.train('play');
    await until(() => lines.includes('backend-switched'));
    const [, first, scout] = workers;
    expect(first.terminated).toBe(true);
    expect(scout.terminated).toBe(false);
    expect(backends.at(-1)!.chosen).toBe('webgpu');
    expect(backends.at(-1)!.tried.map(({ name }) => name)).toEqual(['wasm', 'webgpu']);
    const resumes = scout.received.filter((r) => r.type === 'resume');
    // Warmed up with the run as it was, then given the run as it stopped.
    expect(requests(scout).slice(0, 4)).toEqual(['start', 'load', 'resume', 'train']);
    expect(resumes).toHaveLength(2);
    expect(resumes[1]).toMatchObject({ state: { step } });
    expect(scout.received.at(-1)).toEqual({ type: 'train', mode: 'play', workers: 1 });
  });

  it('leaves the run alone when it is slower, and says what was tried', async () => {
    open(() => report('webgpu', 19));
    const backends: BackendReport[] = [];
    client.on('backend', ({ role, report }) => role === 'trainer' && backends.push(report));
    await client.start(VARIANT, 3);
    await client.train('play');
    await until(() => backends.length === 2);
    expect(workers[2].terminated).toBe(true);
    expect(workers[1].terminated).toBe(false);
    expect(backends[1]).toMatchObject({ chosen: 'wasm' });
    expect(backends[1].tried.map(({ name }) => name)).toEqual(['wasm', 'webgpu']);
  });

  it('is not looked for in a browser that has no door to one, which is reported', async () => {
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('OffscreenCanvas', undefined);
    // @ts-expect-error: a browser without it has no such name.
    delete globalThis.OffscreenCanvas;
    open(() => report('webgpu', 3));
    const backends: BackendReport[] = [];
    client.on('backend', ({ role, report }) => role === 'trainer' && backends.push(report));
    await client.start(VARIANT, 3);
    await client.train('play');
    await until(() => backends.length === 2);
    expect(workers).toHaveLength(2);
    expect(backends[1].tried.map(({ name, ok }) => [name, ok])).toEqual([
      ['wasm', true],
      ['webgpu', false],
      ['webgl', false],
    ]);
  });

  it('is reported with the reason when there is none', async () => {
    open(() => {
      const tried = [{ name: 'webgl' as const, ok: false, note: 'software renderer' }];
      throw new WorkerFailure('no-backend', 'webgl: software renderer', tried);
    });
    const backends: BackendReport[] = [];
    client.on('backend', ({ role, report }) => role === 'trainer' && backends.push(report));
    await client.start(VARIANT, 3);
    await client.train('play');
    await until(() => backends.length === 2);
    expect(backends[1].tried[1]).toEqual({ name: 'webgl', ok: false, note: 'software renderer' });
  });

  it('gives the run back when it fails at the last moment', async () => {
    let resumes = 0;
    open(() => report('webgpu', 3), {
      resume: () => {
        if (++resumes === 2) throw new Error('out of memory');
        return model;
      },
    });
    await client.start(VARIANT, 3);
    await client.train('play');
    await until(() => resumes === 2 && workers[1].received.at(-1)?.type === 'train');
    expect(workers[1].received.at(-1)).toEqual({ type: 'train', mode: 'play', workers: 1 });
    expect(workers[1].terminated).toBe(false);
    expect(workers[2].terminated).toBe(true);
  });
});

describe('a hidden tab', () => {
  it('pauses a run and lets it go on, unless told otherwise', async () => {
    const listeners: (() => void)[] = [];
    const page = {
      hidden: false,
      addEventListener: (_: string, listener: () => void) => listeners.push(listener),
      removeEventListener: () => listeners.pop(),
    };
    vi.stubGlobal('document', page);
    open(() => report('webgpu', 30));
    const modes: string[] = [];
    client.on('mode', ({ mode }) => modes.push(mode));
    const look = async (hidden: boolean) => {
      page.hidden = hidden;
      listeners.forEach((listener) => listener());
      for (let k = 0; k < 50; k++) await nextTurn();
    };
    await client.start(VARIANT, 3);
    await client.train('play');
    await look(true);
    await look(false);
    expect(modes).toEqual(['play', 'pause', 'play']);
    client.trainWhenHidden(true);
    await look(true);
    expect(modes).toHaveLength(3);
    client.trainWhenHidden(false);
    await look(false);
    await client.train('pause');
    await look(true);
    await look(false);
    expect(modes).toEqual(['play', 'pause', 'play', 'pause']);
  });
});

describe('a client that is disposed', () => {
  it('starts no worker any more', async () => {
    open(() => report('webgpu', 30));
    await client.start(VARIANT, 3);
    client.dispose();
    await expect(client.adapt([])).rejects.toMatchObject({ code: 'worker-failed' });
    expect(workers).toHaveLength(1);
  });
});

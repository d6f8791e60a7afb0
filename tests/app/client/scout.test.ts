/** What the visitor does while a run moves to a GPU. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type Client } from '../../../app/client/client';
import type { BackendReport, ModelReport, Variant } from '../../../app/protocol/vocabulary';
import { FakeWorker, type MakeHandlers } from './fake-worker';

const FILM: Variant = { setting: 'scenario', encoder: 'mean', hybrid: 'dot', modulation: 'film' };
const SOFT: Variant = { ...FILM, modulation: 'soft' };

const reportOf = (chosen: BackendReport['chosen'], stepMs: number): BackendReport => ({
  chosen,
  reason: 'fastest',
  tried: [{ name: chosen, ok: true, stepMs }],
});
const modelOf = (variant: Variant): ModelReport => ({
  variant,
  parameters: 1,
  provenance: null,
  steps: 0,
});

let workers: FakeWorker[];
let client: Client;
/** Holds the GPU's answers back where a test says so. */
let gate: { of: (call: string) => boolean; open: () => void; opened: Promise<void> };

const hold = (of: (call: string) => boolean): void => {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  gate = { of, open, opened };
};

/** A trainer that holds a variant; only the scout is told to look at GPUs. */
const trainer: MakeHandlers = () => {
  let variant = FILM;
  let isGpu = false;
  const wait = async (call: string): Promise<void> => {
    if (isGpu && gate.of(call)) await gate.opened;
  };
  return {
    start: ({ only }) => {
      isGpu = only === 'gpu';
      return isGpu ? reportOf('webgpu', 1) : reportOf('wasm', 8);
    },
    load: async (question) => {
      await wait('load');
      return modelOf((variant = question.variant));
    },
    state: () => ({ variant, seed: 3, step: 5, tasksSeen: 40, flat: Float32Array.of(1), firstMoment: null, secondMoment: null, values: null }), // prettier-ignore
    resume: async () => {
      await wait('resume');
      return modelOf(variant);
    },
    train: ({ mode }) => ({ mode }),
    hyperparameters: ({ values }) => values,
  };
};
const adapter: MakeHandlers = () => ({
  start: () => reportOf('wasm', 8),
  load: ({ variant }) => modelOf(variant),
});

/** Not before some real turns: hosts yield through a MessageChannel. */
async function until(done: () => boolean): Promise<void> {
  for (let k = 0; k < 2000 && !done(); k++) await new Promise((resolve) => setImmediate(resolve));
  expect(done()).toBe(true);
}

const typesOf = (worker: FakeWorker) =>
  worker.received.map((request) => (request.type === 'train' ? request.mode : request.type));
const count = (worker: FakeWorker, type: string) => typesOf(worker).filter((t) => t === type).length; // prettier-ignore

beforeEach(async () => {
  vi.stubGlobal('OffscreenCanvas', class {});
  hold(() => false);
  workers = [];
  client = createClient({
    base: 'http://page/',
    backend: 'auto',
    spawn: (role) => {
      const worker = new FakeWorker(role === 'adapter' ? adapter : trainer);
      workers.push(worker);
      return worker;
    },
  });
  await client.start(FILM, 3);
});

afterEach(() => {
  client.dispose();
  vi.unstubAllGlobals();
});

/** Starts a run, and leaves it while the GPU takes over its state for good. */
async function playUntilHandOver(): Promise<{ current: FakeWorker; gpu: FakeWorker }> {
  let resumes = 0;
  hold((call) => call === 'resume' && ++resumes === 2);
  await client.train('play');
  await until(() => workers.length === 3);
  const [, current, gpu] = workers;
  await until(() => count(gpu, 'resume') === 2);
  return { current, gpu };
}

describe('a run that moves to a GPU', () => {
  it('goes on there', async () => {
    const lines: string[] = [];
    client.on('line', ({ code }) => lines.push(code));
    const { current, gpu } = await playUntilHandOver();
    gate.open();
    await until(() => lines.includes('backend-switched'));
    expect(typesOf(gpu).at(-1)).toBe('play');
    expect(current.terminated).toBe(true);
  });

  it('stays paused when the visitor pauses it meanwhile', async () => {
    const modes: string[] = [];
    client.on('mode', ({ mode }) => modes.push(mode));
    const lines: string[] = [];
    client.on('line', ({ code }) => lines.push(code));
    const { gpu } = await playUntilHandOver();
    await client.train('pause');
    gate.open();
    await until(() => lines.includes('backend-switched'));
    expect(modes).toEqual(['play', 'pause']);
    expect(typesOf(gpu)).not.toContain('play');
  });

  it('is of the variant that the visitor picks meanwhile', async () => {
    const lines: string[] = [];
    client.on('line', ({ code }) => lines.push(code));
    const { gpu } = await playUntilHandOver();
    await client.load(SOFT, 3);
    gate.open();
    await until(() => lines.includes('backend-switched'));
    const loads = gpu.received.filter((request) => request.type === 'load');
    expect(loads.at(-1)).toMatchObject({ variant: SOFT });
  });
});

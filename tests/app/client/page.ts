/** A client whose workers run in this process, on a clock that tests move. */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createClient, type Client } from '../../../app/client/client';
import type { Adaptation } from '../../../app/protocol/adapter';
import type { BackendReport, ModelReport, Role, Variant } from '../../../app/protocol/vocabulary';
import type { Notice } from '../../../app/protocol/wire';
import { FakeWorker, type MakeHandlers } from './fake-worker';

export const VARIANT: Variant = {
  setting: 'scenario',
  encoder: 'mean',
  hybrid: 'dot',
  modulation: 'film',
};
export const SOFT: Variant = { ...VARIANT, modulation: 'soft' };
export const REPORT: BackendReport = {
  chosen: 'wasm',
  reason: 'first that passed',
  tried: [{ name: 'wasm', ok: true, stepMs: 8 }],
};

export const modelOf = (variant: Variant, steps = 0): ModelReport => ({
  variant,
  parameters: 3,
  provenance: null,
  steps,
});

export const snapshot = (steps: number, variant = VARIANT): Notice => ({
  type: 'snapshot',
  variant,
  steps,
  tasksSeen: 8 * steps,
  loss: 1 / steps,
  flat: Float32Array.of(steps, steps, steps),
});

/** An adapter that answers with the parameters it holds. */
export const adapter: MakeHandlers = () => {
  let steps = 0;
  return {
    start: () => REPORT,
    load: ({ variant }) => modelOf(variant),
    parameters: (request) => ({ steps: (steps = request.steps) }),
    adapt: async ({ select }) => ({ steps, scores: Float32Array.of(select ?? -1) }) as Adaptation,
    sample: () => [],
  };
};

export const trainer: MakeHandlers = () => ({
  start: () => REPORT,
  load: ({ variant }) => modelOf(variant),
  resume: ({ state }) => modelOf(state.variant, state.step),
  hyperparameters: ({ values }) => values,
  train: ({ mode }) => ({ mode }),
  reset: () => modelOf(VARIANT),
});

export let client: Client;
export let workers: { role: Role; worker: FakeWorker }[];

export function open(make: Partial<Record<Role, MakeHandlers>> = {}, test = false): Client {
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

export const of = (role: Role) =>
  workers.filter((entry) => entry.role === role).map((w) => w.worker);
export const typesOf = (worker: FakeWorker) => worker.received.map(({ type }) => type);

/** Lets messages travel without real time. */
export const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'performance'] });
});

afterEach(() => {
  client.dispose();
  globalThis.cmmlTest = undefined;
  vi.useRealTimers();
});

/** Waits in real macrotasks: the host yields through a MessageChannel, which is not faked. */
export async function until(done: () => boolean): Promise<void> {
  for (let k = 0; k < 2000 && !done(); k++) {
    await settle(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(done()).toBe(true);
}

export async function soon<T>(promise: Promise<T>): Promise<T> {
  let settled = false;
  promise.then(
    () => (settled = true),
    () => (settled = true),
  );
  await until(() => settled);
  return promise;
}

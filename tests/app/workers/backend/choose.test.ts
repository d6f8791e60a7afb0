import { describe, expect, it } from 'vitest';
import { chooseBackend, type Candidate, type Choice } from '../../../../app/workers/backend/choose';
import type { BackendName } from '../../../../app/protocol/vocabulary';

interface Behaviour {
  skip?: string;
  /** A software renderer is used when forced. */
  software?: boolean;
  broken?: string;
  error?: number;
  ms?: number;
}

function setup(behaviours: Partial<Record<BackendName, Behaviour>>) {
  const started: BackendName[] = [];
  const candidates = Object.entries(behaviours).map(
    ([name, { skip, software, broken, error = 0, ms = 10 }]): Candidate => ({
      name: name as BackendName,
      skip: async (forced) => skip ?? (software && !forced ? 'software renderer' : null),
      start: async () => {
        if (broken) throw new Error(broken);
        started.push(name as BackendName);
      },
      gradientError: async () => error,
      stepMs: async () => ms,
    }),
  );
  const choose = (choice: Partial<Choice> = {}) =>
    chooseBackend({
      wanted: 'auto',
      candidates,
      race: true,
      timed: true,
      use: async (name) => void started.push(name),
      ...choice,
    });
  return { choose, started };
}

describe('the choice of backend', () => {
  it('takes the fastest that passed, whatever the order', async () => {
    const { choose, started } = setup({ webgpu: { ms: 9 }, webgl: { ms: 30 }, wasm: { ms: 7 } });
    const report = await choose();
    expect(report.chosen).toBe('wasm');
    expect(report.reason).toBe('fastest of 3 that passed');
    expect(report.tried.map(({ stepMs }) => stepMs)).toEqual([9, 30, 7]);
    expect(started.at(-1)).toBe('wasm');
  });

  it('skips a software renderer unless it is forced', async () => {
    const { choose, started } = setup({ webgl: { software: true, ms: 1 }, wasm: {} });
    expect(await choose()).toMatchObject({ chosen: 'wasm' });
    expect(started).not.toContain('webgl');
    expect(await choose({ wanted: 'webgl' })).toMatchObject({
      chosen: 'webgl',
      reason: 'forced: webgl',
    });
  });

  it('rejects wrong gradients, NaN among them', async () => {
    const { choose } = setup({
      webgpu: { error: 1 },
      webgl: { error: NaN },
      wasm: { error: 1e-6 },
    });
    const report = await choose();
    expect(report.chosen).toBe('wasm');
    expect(report.tried.map(({ ok }) => ok)).toEqual([false, false, true]);
    expect(report.tried[0].note).toContain('wrong gradient');
  });

  it('falls back when the forced one does not start, and says so', async () => {
    const { choose } = setup({ webgpu: { broken: 'no adapter' }, wasm: {}, cpu: {} });
    const report = await choose({ wanted: 'webgpu', race: false });
    expect(report).toMatchObject({ chosen: 'wasm', reason: 'webgpu did not start; wasm instead' });
    expect(report.tried[0]).toEqual({ name: 'webgpu', ok: false, note: 'no adapter' });
  });

  it('is content with the first that passes when there is no race', async () => {
    const { choose, started } = setup({ wasm: { ms: 50 }, cpu: { ms: 1 } });
    expect(await choose({ race: false })).toMatchObject({ chosen: 'wasm' });
    expect(started).not.toContain('cpu');
  });

  it('uses the plain CPU where there is no WebAssembly', async () => {
    const { choose } = setup({ wasm: { skip: 'this browser has no WebAssembly' }, cpu: {} });
    expect(await choose({ race: false })).toMatchObject({ chosen: 'cpu' });
  });

  it('says why nothing works', async () => {
    const { choose } = setup({
      wasm: { skip: 'no WebAssembly' },
      cpu: { broken: 'out of memory' },
    });
    await expect(choose()).rejects.toMatchObject({
      code: 'no-backend',
      message: 'wasm: no WebAssembly; cpu: out of memory',
    });
  });
});

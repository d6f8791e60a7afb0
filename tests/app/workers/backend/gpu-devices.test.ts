/** Why a GPU cannot be used in a worker: each reason is said. */
import { afterEach, expect, it, vi } from 'vitest';
import { candidates } from '../../../../app/workers/backend/candidates';
import { chooseBackend } from '../../../../app/workers/backend/choose';
import { whyNotWebgl, whyNotWebgpu } from '../../../../app/workers/backend/gpu-devices';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A canvas of a worker whose context is `gl`. */
const canvas = (gl: object | null) =>
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => gl;
    },
  );

const renderer = (name: string) => ({
  RENDERER: 1,
  getExtension: () => null,
  getParameter: () => name,
});

it('WebGL: no canvas in workers, no context, a software renderer', async () => {
  vi.stubGlobal('OffscreenCanvas', undefined);
  // @ts-expect-error: a browser without it has no such name.
  delete globalThis.OffscreenCanvas;
  expect(await whyNotWebgl(false)).toBe('workers have no canvas here');
  canvas(null);
  expect(await whyNotWebgl(false)).toBe('no WebGL 2');
  canvas(renderer('llvmpipe (LLVM 15)'));
  expect(await whyNotWebgl(false)).toContain('software renderer');
  expect(await whyNotWebgl(true)).toBeNull();
  canvas(renderer('Apple GPU'));
  expect(await whyNotWebgl(false)).toBeNull();
});

it('WebGPU: none in the browser, no adapter', async () => {
  vi.stubGlobal('navigator', {});
  expect(await whyNotWebgpu(false)).toBe('this browser has no WebGPU');
  vi.stubGlobal('navigator', { gpu: { requestAdapter: () => Promise.resolve(null) } });
  expect(await whyNotWebgpu(false)).toBe('no GPU adapter');
});

it('a worker with neither tells both reasons and computes on what is left', async () => {
  vi.stubGlobal('navigator', {});
  canvas(null);
  const wasm = { skip: async () => null, start: async () => undefined };
  const report = await chooseBackend({
    wanted: 'auto',
    candidates: [
      ...candidates(['webgpu', 'webgl']),
      { ...wasm, name: 'wasm', gradientError: async () => 0, stepMs: async () => 5 },
    ],
    race: true,
    timed: true,
    use: async () => undefined,
  });
  expect(report.chosen).toBe('wasm');
  expect(report.tried).toEqual([
    { name: 'webgpu', ok: false, note: 'this browser has no WebGPU' },
    { name: 'webgl', ok: false, note: 'no WebGL 2' },
    { name: 'wasm', ok: true, stepMs: 5 },
  ]);
});

it('a driver that never says whether it has an adapter is not waited for without limit', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { gpu: { requestAdapter: () => new Promise(() => undefined) } });
  const [webgpu] = candidates(['webgpu']);
  const asked = expect(webgpu.skip(false)).rejects.toMatchObject({ code: 'device-lost' });
  await vi.runAllTimersAsync();
  await asked;
});

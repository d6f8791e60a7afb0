/** The four tfjs backends as candidates; each is a chunk of its own, fetched when it is tried. */
import * as tf from '@tensorflow/tfjs-core';
import { installKernels } from '../../../src/model/kernels';
import type { BackendName } from '../../protocol/vocabulary';
import { whyNotWasm } from '../../protocol/webassembly';
import type { Candidate } from './choose';
import { pollReads } from './device';
import { whyNotWebgl, whyNotWebgpu } from './gpu-devices';
import { inTime } from './timeout';

/** What a candidate is tried with; an adapter that starts on wasm or cpu tries nothing. */
const tinyModel = () => import('./tiny-model');

/** Starting may compile shaders or wait for a driver. */
const START_TIMEOUT_MS = 15_000;

interface Backend {
  skip: (forced: boolean) => Promise<string | null>;
  /** Registers it with tfjs. */
  fetch: () => Promise<unknown>;
}

const BACKENDS: Record<BackendName, Backend> = {
  webgpu: { skip: whyNotWebgpu, fetch: () => import('@tensorflow/tfjs-backend-webgpu') },
  webgl: { skip: whyNotWebgl, fetch: () => import('@tensorflow/tfjs-backend-webgl') },
  wasm: {
    skip: async () => whyNotWasm(),
    fetch: () => import('./wasm'),
  },
  cpu: { skip: async () => null, fetch: () => import('@tensorflow/tfjs-backend-cpu') },
};

/** Makes a backend current, with this project's kernels on it. @throws when it does not start */
export async function startBackend(name: BackendName): Promise<void> {
  await BACKENDS[name].fetch();
  // `setBackend` says whether it started; `getBackend` names it even when it did not.
  const started = await inTime(tf.setBackend(name), `${name} start`, START_TIMEOUT_MS);
  if (!started) throw new Error('did not start');
  await tf.ready();
  if (name === 'webgpu') pollReads();
  await installKernels();
}

/** Candidates in order of preference. */
export function candidates(names: readonly BackendName[]): Candidate[] {
  let expected: Promise<Float32Array[]> | null = null;
  /** What the CPU gives, computed once; the candidate is made current again. */
  const reference = async (name: BackendName) => {
    expected ??= (async () => {
      await startBackend('cpu');
      return (await tinyModel()).tinyGradients();
    })();
    const gradients = await expected;
    await startBackend(name);
    return gradients;
  };
  return names.map((name) => ({
    name,
    // Some drivers never say whether there is a device.
    skip: (forced) => inTime(BACKENDS[name].skip(forced), `${name} look`, START_TIMEOUT_MS),
    start: () => startBackend(name),
    async gradientError() {
      const wanted = await reference(name);
      const { gradientError, tinyGradients } = await tinyModel();
      return gradientError(await tinyGradients(), wanted);
    },
    stepMs: async () => (await tinyModel()).smallStepMs(),
  }));
}

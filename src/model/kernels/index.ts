/** The one call that puts this project's kernels on a backend. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { engine, getBackend, ready } from '@tensorflow/tfjs-core';
import { registerCpuKernels } from './cpu/register';
import { registerWasmKernels } from './wasm/register';

/**
 * Registers the fused kernels for the backend in use (after `setBackend`). Call it once a backend
 * starts, before the model runs; again is harmless. Every kernel has the same results on every
 * backend, so the model's definition does not know which one it runs on.
 */
export async function installKernels(): Promise<void> {
  await ready();
  if (getBackend() === 'wasm') await registerWasmKernels(engine().backend as BackendWasm);
  if (getBackend() === 'cpu') registerCpuKernels();
}

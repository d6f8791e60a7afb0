/** The one call that puts this project's kernels on a backend. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { engine, getBackend, ready } from '@tensorflow/tfjs-core';
import { bestWasmModule, type WasmModule } from './arithmetic';
import { cheapenSavedTensors } from './saved-tensors';

/**
 * Registers the fused kernels for the backend in use (after `setBackend`). Call it once a backend
 * starts, before the model runs; again is harmless. Every kernel has the same results on every
 * backend, so the model's definition does not know which one it runs on. Each backend's kernels are
 * a chunk of their own, fetched when that backend starts.
 *
 * @param module which wasm kernels (`arithmetic.ts`); the fastest here unless told
 */
export async function installKernels(module?: WasmModule): Promise<void> {
  await ready();
  cheapenSavedTensors();
  const { backend } = engine();
  switch (getBackend()) {
    case 'wasm':
      return (await import('./wasm/wasm-kernels')).registerWasmKernels(
        backend as BackendWasm,
        module ?? bestWasmModule(),
      );
    case 'cpu':
      return (await import('./cpu/register')).registerCpuKernels();
    case 'webgl':
      return (await import('./gpu/register')).registerWebglKernels(backend as MathBackendWebGL);
    case 'webgpu':
      return (await import('./gpu/register')).registerWebgpuKernels(backend as WebGPUBackend);
  }
}

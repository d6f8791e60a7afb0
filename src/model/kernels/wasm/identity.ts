/** `Identity` without a copy. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall } from '../run';
import type { WasmHeap } from './module';

/**
 * The same values under another handle, counted: as tfjs has it on other backends, and for `Reshape`
 * on this one. Its own `Identity` copies, and every tensor saved for a gradient is one.
 */
export function identity(heap: WasmHeap, { inputs: { x } }: KernelCall): TensorInfo {
  heap.backend.incRef(x.dataId);
  return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
}

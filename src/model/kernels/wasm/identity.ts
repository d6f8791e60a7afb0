/** `Identity`, `Cast`, `Transpose` and `Mean` without a copy where values stay as they are. */
import { util, type DataType, type TensorInfo } from '@tensorflow/tfjs-core';
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

/** To the same type, and from bool to float32; null for what the stock kernel takes. */
export function cast(heap: WasmHeap, call: KernelCall<{ dtype: DataType }>): TensorInfo | null {
  const { x } = call.inputs;
  const { dtype } = call.attrs;
  if (x.dtype === dtype) return identity(heap, call);
  if (x.dtype !== 'bool' || dtype !== 'float32') return null;
  const out = heap.output(x.shape);
  heap.kernels.floatsOfBytes(heap.at(x), heap.at(out), util.sizeFromShape(x.shape));
  return out;
}

/** Where no axis but those of size 1 changes places; null for any other, which the stock kernel takes. */
export function transpose(heap: WasmHeap, call: KernelCall<{ perm: number[] }>): TensorInfo | null {
  const { x } = call.inputs;
  const { perm } = call.attrs;
  const long = perm.filter((axis) => x.shape[axis] !== 1);
  if (long.some((axis, i) => i > 0 && axis < long[i - 1])) return null;
  return { ...identity(heap, call), shape: perm.map((axis) => x.shape[axis]) };
}

/** Over axes of size 1; null for any other, which the stock kernel takes. */
export function mean(
  heap: WasmHeap,
  call: KernelCall<{ axis: number | number[]; keepDims: boolean }>,
): TensorInfo | null {
  const { x } = call.inputs;
  const axes = util.parseAxisParam(call.attrs.axis, x.shape);
  if (x.dtype !== 'float32' || axes.some((axis) => x.shape[axis] !== 1)) return null;
  const shape = call.attrs.keepDims ? x.shape : x.shape.filter((_, axis) => !axes.includes(axis));
  return { ...identity(heap, call), shape };
}

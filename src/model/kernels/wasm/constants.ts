/** `Fill` and `ZerosLike` as constants, which a recording keeps (`../../plan`): the stock kernels write through a view. */
import { util, type DataType, type TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall } from '../run';
import type { WasmHeap } from './module';

interface FillAttrs {
  shape: number[];
  value: number | string;
  dtype?: DataType;
}

/** Null for other types than float32. */
export function fill(
  heap: WasmHeap,
  { attrs: { shape, value, dtype } }: KernelCall<FillAttrs>,
): TensorInfo | null {
  if (typeof value !== 'number' || (dtype ?? 'float32') !== 'float32') return null;
  return constant(heap, shape, value);
}

export const zerosLike = (heap: WasmHeap, { inputs: { x } }: KernelCall): TensorInfo | null =>
  x.dtype === 'float32' ? constant(heap, x.shape, 0) : null;

const constant = (heap: WasmHeap, shape: number[], value: number): TensorInfo =>
  heap.constant(shape, new Float32Array(util.sizeFromShape(shape)).fill(value));

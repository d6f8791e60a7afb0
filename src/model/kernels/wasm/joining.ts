/** `Concat`, `Slice` and `SplitV` as copies of rows on the heap; tfjs's own copy through JavaScript. */
import { backend_util, slice_util, util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall } from '../run';
import type { WasmHeap } from './module';

/** Null for other types than float32. */
export function concat(heap: WasmHeap, call: KernelCall<{ axis: number }>): TensorInfo | null {
  const inputs = Object.values(call.inputs);
  if (inputs.some(({ dtype }) => dtype !== 'float32')) return null;
  const [axis] = util.parseAxisParam(call.attrs.axis, inputs[0].shape);
  const shapes = inputs.map(({ shape }) => shape);
  backend_util.assertParamsConsistent(shapes, axis);
  const out = heap.output(backend_util.computeOutShape(shapes, axis));
  const rows = util.sizeFromShape(out.shape.slice(0, axis));
  const width = util.sizeFromShape(out.shape.slice(axis));
  let at = heap.at(out);
  for (const input of inputs) {
    const own = util.sizeFromShape(input.shape.slice(axis));
    heap.kernels.copyRows(heap.at(input), own, at, width, rows, own);
    at += own * 4;
  }
  return out;
}

/** Null for other types than float32, and for what is cut along several axes. */
export function slice(
  heap: WasmHeap,
  { inputs: { x }, attrs }: KernelCall<{ begin: number[]; size: number[] }>,
): TensorInfo | null {
  if (x.dtype !== 'float32') return null;
  const [begin, size] = slice_util.parseSliceParams(x, attrs.begin, attrs.size);
  slice_util.assertParamsValid(x, begin, size);
  const cut = size.flatMap((count, axis) => (count === x.shape[axis] ? [] : [axis]));
  if (cut.length > 1) return null;
  const [axis = 0] = cut;
  return part(heap, x, axis, begin[axis] ?? 0, size[axis] ?? 1);
}

/** Null for other types than float32. */
export function splitV(
  heap: WasmHeap,
  { inputs: { x }, attrs }: KernelCall<{ numOrSizeSplits: number | number[]; axis: number }>,
): TensorInfo[] | null {
  if (x.dtype !== 'float32') return null;
  const [axis] = util.parseAxisParam(attrs.axis, x.shape);
  let from = 0;
  return backend_util
    .prepareSplitSize(
      x as Parameters<typeof backend_util.prepareSplitSize>[0],
      attrs.numOrSizeSplits,
      axis,
    )
    .map((count) => part(heap, x, axis, (from += count) - count, count));
}

/** `count` places of one axis, from `from` on. */
function part(
  heap: WasmHeap,
  x: TensorInfo,
  axis: number,
  from: number,
  count: number,
): TensorInfo {
  const shape = x.shape.map((size, i) => (i === axis ? count : size));
  const out = heap.output(shape);
  const rows = util.sizeFromShape(shape.slice(0, axis));
  const inner = util.sizeFromShape(shape.slice(axis + 1));
  const width = util.sizeFromShape(x.shape.slice(axis));
  const start = heap.at(x) + from * inner * 4;
  heap.kernels.copyRows(start, width, heap.at(out), count * inner, rows, count * inner);
  return out;
}

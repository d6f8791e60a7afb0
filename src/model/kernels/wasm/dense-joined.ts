/** `DenseJoined` and its gradients on the wasm heap; shapes are in `../dense-joined.ts`. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { InputGradientAttrs } from '../dense-joined';
import type { KernelCall, Slope } from '../run';
import { inputGradient, multiply, product, weightGradient } from './dense';
import type { WasmHeap } from './module';

export function denseJoined(
  heap: WasmHeap,
  { inputs: { a, b, weight, bias }, attrs: { slope } }: KernelCall<Slope>,
): TensorInfo {
  const width = weight.shape[1];
  const weightB = heap.at(weight) + a.shape[1] * width * 4;
  // The shared input first (its product starts the other's), or simply `a`.
  const few = { x: a, weight: heap.at(weight) };
  const many = { x: b, weight: weightB };
  const [first, second] = a.shape[0] <= b.shape[0] ? [few, many] : [many, few];
  const [groups, innerFirst] = first.x.shape;
  const [rows, innerSecond] = second.x.shape;
  const y = heap.output([rows, width]);
  const { kernels } = heap;
  if (groups === rows) {
    product(
      heap,
      heap.at(first.x),
      first.weight,
      heap.at(bias),
      heap.at(y),
      rows,
      innerFirst,
      width,
    );
    multiply(heap, heap.at(second.x), innerSecond, second.weight, heap.at(y), rows, innerSecond, width, 0, 1); // prettier-ignore
  } else {
    const shared = heap.scratch(groups * width);
    product(heap, heap.at(first.x), first.weight, heap.at(bias), shared, groups, innerFirst, width);
    const each = rows / groups;
    for (let g = 0; g < groups; g++) {
      const x = heap.at(second.x) + g * each * innerSecond * 4;
      const out = heap.at(y) + g * each * width * 4;
      multiply(heap, x, innerSecond, second.weight, out, each, innerSecond, width, shared + g * width * 4, 0); // prettier-ignore
    }
  }
  if (slope !== 1) kernels.leaky(heap.at(y), rows * width, slope);
  return y;
}

export function denseJoinedGradient(
  heap: WasmHeap,
  { inputs: { a, b, y, dy }, attrs: { slope } }: KernelCall<Slope>,
): TensorInfo[] {
  const [rows, width] = dy.shape;
  const [innerA, innerB] = [a.shape[1], b.shape[1]];
  const dWeight = heap.output([innerA + innerB, width]);
  const dBias = heap.output([width]);
  const outputs = [dWeight, dBias];
  let d = dy;
  if (slope !== 1) {
    outputs.push((d = heap.output(dy.shape)));
    heap.kernels.leakyGradient(heap.at(y), heap.at(dy), heap.at(d), rows * width, slope);
  }
  const part = (x: TensorInfo, inner: number, out: number) => {
    const summed = groupSums(heap, heap.at(d), rows, x.shape[0], width);
    weightGradient(heap, heap.at(x), summed, out, x.shape[0], inner, width);
  };
  part(a, innerA, heap.at(dWeight));
  part(b, innerB, heap.at(dWeight) + innerA * width * 4);
  heap.kernels.columnSum(heap.at(d), width, rows, width, heap.at(dBias));
  return outputs;
}

export function denseJoinedInputGradient(
  heap: WasmHeap,
  { inputs: { d, weight }, attrs: { from, count, rows } }: KernelCall<InputGradientAttrs>,
): TensorInfo {
  const width = weight.shape[1];
  const dx = heap.output([rows, count]);
  if (rows === d.shape[0]) {
    const w = heap.at(weight) + from * width * 4;
    inputGradient(heap, heap.at(d), w, heap.at(dx), rows, count, width);
  } else {
    // Few rows: their transposed product needs no transposed copy, so the sums may lie in scratch.
    const summed = groupSums(heap, heap.at(d), d.shape[0], rows, width);
    const w = heap.at(weight) + from * width * 4;
    for (let r = 0; r < rows; r++)
      heap.kernels.matvec(w, width, summed + r * width * 4, heap.at(dx) + r * count * 4, count, width, 0); // prettier-ignore
  }
  return dx;
}

/** `d [rows, width]` itself, or its sums over `groups` blocks of rows, in scratch. */
function groupSums(heap: WasmHeap, d: number, rows: number, groups: number, width: number): number {
  if (groups === rows) return d;
  const each = rows / groups;
  const sums = heap.scratch(groups * width);
  for (let g = 0; g < groups; g++)
    heap.kernels.columnSum(d + g * each * width * 4, width, each, width, sums + g * width * 4);
  return sums;
}

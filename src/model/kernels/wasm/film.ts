/** `FilmHeads`, `Modulate...`, `TaskProduct` and `Hinge` on the wasm heap. */
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall, Slope } from '../run';
import { inputGradient, product, weightGradient } from './dense';
import type { WasmHeap } from './module';

/** Shapes are in `../film-heads.ts`. */
export function filmHeads(
  heap: WasmHeap,
  { inputs: { x, weight, bias } }: KernelCall,
): TensorInfo[] {
  const [, inner, width] = weight.shape;
  const rows = x.shape[0];
  return [0, 1].map((head) => {
    const w = heap.at(weight) + head * inner * width * 4;
    const y = heap.output([rows, width]);
    product(heap, heap.at(x), w, heap.at(bias) + head * width * 4, heap.at(y), rows, inner, width);
    return y;
  });
}

export function filmHeadsGradient(
  heap: WasmHeap,
  { inputs: { x, weight, dGamma, dBeta } }: KernelCall,
): TensorInfo[] {
  const [, inner, width] = weight.shape;
  const rows = x.shape[0];
  const dx = heap.output(x.shape);
  const dWeight = heap.output(weight.shape);
  const dBias = heap.output([2, width]);
  [dGamma, dBeta].forEach((gradient, head) => {
    const d = heap.at(gradient);
    const offset = head * inner * width * 4;
    weightGradient(heap, heap.at(x), d, heap.at(dWeight) + offset, rows, inner, width);
    heap.kernels.columnSum(d, width, rows, width, heap.at(dBias) + head * width * 4);
    inputGradient(heap, d, heap.at(weight) + offset, heap.at(dx), rows, inner, width, head);
  });
  return [dx, dWeight, dBias];
}

/** Shapes are in `../modulate.ts`. */
export function modulate(
  heap: WasmHeap,
  { inputs: { linear, gamma, beta }, attrs: { slope } }: KernelCall<Slope>,
): TensorInfo {
  const y = heap.output(linear.shape);
  const size = util.sizeFromShape(linear.shape);
  heap.kernels.modulate(heap.at(linear), heap.at(gamma), beta ? heap.at(beta) : 0, heap.at(y), size, slope); // prettier-ignore
  return y;
}

export function modulateGradient(
  heap: WasmHeap,
  { inputs, attrs: { slope, shift } }: KernelCall<Slope & { shift: boolean }>,
): TensorInfo[] {
  const { linear, gamma, y, dy } = inputs;
  const outputs = Array.from({ length: shift ? 3 : 2 }, () => heap.output(linear.shape));
  const [dLinear, dGamma, dBeta] = outputs.map((output) => heap.at(output));
  heap.kernels.modulateGradient(
    heap.at(linear),
    heap.at(gamma),
    heap.at(y),
    heap.at(dy),
    dLinear,
    dGamma,
    dBeta ?? 0,
    util.sizeFromShape(linear.shape),
    slope,
  );
  return outputs;
}

/** Shapes are in `../task-product.ts`. */
export function taskProduct(
  heap: WasmHeap,
  { inputs: { context, pairs } }: KernelCall,
): TensorInfo {
  const [tasks, width] = context.shape;
  const y = heap.output(pairs.shape);
  const rows = pairs.shape[0] / tasks;
  heap.kernels.taskProduct(heap.at(context), heap.at(pairs), heap.at(y), tasks, rows, width);
  return y;
}

export function taskProductGradient(
  heap: WasmHeap,
  { inputs: { pairs, dy }, attrs: { tasks } }: KernelCall<{ tasks: number }>,
): TensorInfo {
  const [rows, width] = pairs.shape;
  const dContext = heap.output([tasks, width]);
  heap.kernels.taskProductGradient(heap.at(pairs), heap.at(dy), heap.at(dContext), tasks, rows / tasks, width); // prettier-ignore
  return dContext;
}

/** Shapes are in `../hinge.ts`. */
export function hinge(heap: WasmHeap, { inputs: { scores } }: KernelCall): TensorInfo[] {
  const [tasks, queries] = scores.shape;
  const gradient = heap.output(scores.shape);
  const loss = heap.output([]);
  heap.kernels.hinge(heap.at(scores), heap.at(gradient), tasks, queries / 2, heap.at(loss));
  return [loss, gradient];
}

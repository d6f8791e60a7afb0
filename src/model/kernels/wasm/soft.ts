/** Soft modularization on the wasm heap; shapes are in `../soft.ts`. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall } from '../run';
import type { RouteAttrs } from '../soft';
import { inputGradient, product, weightGradient } from './dense';
import type { WasmHeap } from './module';

export function modules(heap: WasmHeap, { inputs: { x, weight, bias } }: KernelCall): TensorInfo {
  const [count, inner, width] = weight.shape;
  const rows = x.shape[x.shape.length - 2];
  const step = x.shape.length === 2 ? 0 : rows * inner * 4;
  const y = heap.output([count, rows, width]);
  for (let m = 0; m < count; m++) {
    const w = heap.at(weight) + m * inner * width * 4;
    const b = heap.at(bias) + m * width * 4;
    const out = heap.at(y) + m * rows * width * 4;
    product(heap, heap.at(x) + m * step, w, b, out, rows, inner, width);
  }
  heap.kernels.leaky(heap.at(y), count * rows * width, 0);
  return y;
}

export function modulesGradient(
  heap: WasmHeap,
  { inputs: { x, y, dy } }: KernelCall,
): TensorInfo[] {
  const [count, rows, width] = dy.shape;
  const inner = x.shape[x.shape.length - 1];
  const step = x.shape.length === 2 ? 0 : rows * inner * 4;
  const dWeight = heap.output([count, inner, width]);
  const dBias = heap.output([count, width]);
  const d = heap.output(dy.shape);
  heap.kernels.leakyGradient(heap.at(y), heap.at(dy), heap.at(d), count * rows * width, 0);
  for (let m = 0; m < count; m++) {
    const from = heap.at(d) + m * rows * width * 4;
    const out = heap.at(dWeight) + m * inner * width * 4;
    weightGradient(heap, heap.at(x) + m * step, from, out, rows, inner, width);
    heap.kernels.columnSum(from, width, rows, width, heap.at(dBias) + m * width * 4);
  }
  return [dWeight, dBias, d];
}

export function modulesInputGradient(
  heap: WasmHeap,
  { inputs: { d, weight }, attrs: { shared } }: KernelCall<{ shared: boolean }>,
): TensorInfo {
  const [count, inner, width] = weight.shape;
  const rows = d.shape[1];
  const dx = heap.output(shared ? [rows, inner] : [count, rows, inner]);
  for (let m = 0; m < count; m++) {
    const from = heap.at(d) + m * rows * width * 4;
    const w = heap.at(weight) + m * inner * width * 4;
    const to = heap.at(dx) + (shared ? 0 : m * rows * inner * 4);
    inputGradient(heap, from, w, to, rows, inner, width, shared && m > 0 ? 1 : 0);
  }
  return dx;
}

export function routes(
  heap: WasmHeap,
  { inputs: { logits }, attrs: { sources, targets } }: KernelCall<RouteAttrs>,
): TensorInfo {
  const rows = logits.shape[0];
  const y = heap.output([rows, sources, targets]);
  heap.copy(heap.at(logits), heap.at(y), rows * sources * targets);
  heap.kernels.routes(heap.at(y), rows, sources, targets);
  return y;
}

export function routesGradient(heap: WasmHeap, { inputs: { y, dy } }: KernelCall): TensorInfo {
  const [rows, sources, targets] = y.shape;
  const dx = heap.output([rows, sources * targets]);
  heap.kernels.routesGradient(heap.at(y), heap.at(dy), heap.at(dx), rows, sources, targets);
  return dx;
}

export function mix(heap: WasmHeap, { inputs: { values, route } }: KernelCall): TensorInfo {
  const [rows, sources, targets] = route.shape;
  const width = values.shape[2];
  const mixed = heap.output([targets, rows, width]);
  heap.kernels.mix(heap.at(values), heap.at(route), heap.at(mixed), rows, sources, targets, width);
  return mixed;
}

export function mixGradient(
  heap: WasmHeap,
  { inputs: { values, route, dy } }: KernelCall,
): TensorInfo[] {
  const [rows, sources, targets] = route.shape;
  const dValues = heap.output(values.shape);
  const dRoute = heap.output(route.shape);
  heap.kernels.mixGradient(
    heap.at(values),
    heap.at(route),
    heap.at(dy),
    heap.at(dValues),
    heap.at(dRoute),
    rows,
    sources,
    targets,
    values.shape[2],
  );
  return [dValues, dRoute];
}

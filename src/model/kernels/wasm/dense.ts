/** `Dense`, `DenseLeaky` and their gradients on the wasm heap; shapes are in `../dense.ts`. */
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall, Slope } from '../run';
import type { WasmHeap } from './module';

export function dense(
  heap: WasmHeap,
  { inputs: { x, weight, bias }, attrs: { slope } }: KernelCall<Slope>,
): TensorInfo {
  const [rows, inner] = x.shape;
  const width = weight.shape[1];
  const y = heap.output([rows, width]);
  product(heap, heap.at(x), heap.at(weight), heap.at(bias), heap.at(y), rows, inner, width);
  if (slope !== 1) heap.kernels.leaky(heap.at(y), rows * width, slope);
  return y;
}

export function denseGradient(
  heap: WasmHeap,
  { inputs: { x, y, dy, weight }, attrs: { slope } }: KernelCall<Slope>,
): TensorInfo[] {
  const [rows, inner] = x.shape;
  const width = dy.shape[1];
  const d = throughActivation(heap, y, dy, slope);
  const outputs = [heap.output([inner, width]), heap.output([width])];
  const [dWeight, dBias] = outputs.map((output) => heap.at(output));
  weightGradient(heap, heap.at(x), d, dWeight, rows, inner, width);
  heap.kernels.columnSum(d, width, rows, width, dBias);
  if (weight) {
    const dx = heap.output([rows, inner]);
    inputGradient(heap, d, heap.at(weight), heap.at(dx), rows, inner, width);
    outputs.push(dx);
  }
  return outputs;
}

/** The gradient before the activation, at a pointer: `dy` itself, or in scratch. */
export function throughActivation(
  heap: WasmHeap,
  y: TensorInfo,
  dy: TensorInfo,
  slope: number,
): number {
  if (slope === 1) return heap.at(dy);
  const size = util.sizeFromShape(dy.shape);
  const d = heap.scratch(size, 'activation');
  heap.kernels.leakyGradient(heap.at(y), heap.at(dy), d, size, slope);
  return d;
}

/**
 * `c[m,n] = a[m,k] b[k,n]`, all at pointers, starting from `bias` (none at 0) or from what `c` holds
 * (`accumulate`); a row of `a` is `lda` floats long. Where many values of `a` are zero they are left out, which
 * changes the time and no bit of the result.
 */
export function multiply(
  heap: WasmHeap,
  a: number,
  lda: number,
  b: number,
  c: number,
  m: number,
  k: number,
  n: number,
  bias: number,
  accumulate: number,
): void {
  const list = heap.scratch(2 * k + 2, 'columns');
  heap.kernels.multiply(a, lda, b, n, c, n, m, k, n, bias, accumulate, list);
}

/** `y[m,n] = x[m,k] w[k,n] + bias` (none at 0), at pointers. */
export function product(
  heap: WasmHeap,
  x: number,
  w: number,
  bias: number,
  y: number,
  m: number,
  k: number,
  n: number,
): void {
  if (n === 1) heap.kernels.matvec(x, k, w, y, m, k, bias);
  else multiply(heap, x, k, w, y, m, k, n, bias, 0);
}

/** `dw[k,n] = x[m,k]^T d[m,n]`, at pointers; one column is computed as a row, which is contiguous. */
export function weightGradient(
  { kernels }: WasmHeap,
  x: number,
  d: number,
  dw: number,
  m: number,
  k: number,
  n: number,
): void {
  if (n === 1) kernels.matmul(d, m, x, k, dw, k, 1, m, k, 0, 0);
  else kernels.matmulTN(x, k, d, n, dw, n, m, k, n, 0);
}

/** `dx[m,k] (+)= d[m,n] w[k,n]^T`, at pointers. */
export function inputGradient(
  heap: WasmHeap,
  d: number,
  w: number,
  dx: number,
  m: number,
  k: number,
  n: number,
  accumulate = 0,
): void {
  let transposed = w;
  if (k > 1 && n > 1) {
    transposed = heap.scratch(k * n);
    heap.kernels.transpose(w, k, n, transposed);
  }
  multiply(heap, d, n, transposed, dx, m, n, k, 0, accumulate);
}

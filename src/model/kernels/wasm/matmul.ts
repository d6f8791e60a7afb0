/** `BatchMatMul` and `Sum` over the first axis: SIMD in place of tfjs's slow paths on wasm. */
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall } from '../names';
import type { WasmHeap } from './module';

interface MatMulAttrs {
  transposeA: boolean;
  transposeB: boolean;
}

interface SumAttrs {
  axis: number | number[];
  keepDims: boolean;
}

/**
 * `A B` with either side transposed, for a batch of matrices or one on either side (broadcast).
 * `[..., m, k] x [..., k, n] -> [..., m, n]`; null for shapes not covered (both transposed, other
 * dtypes, batches that broadcast in part), which the stock kernel takes.
 */
export function batchMatMul(
  heap: WasmHeap,
  { inputs: { a, b }, attrs: { transposeA, transposeB } }: KernelCall<MatMulAttrs>,
): TensorInfo | null {
  if (a.dtype !== 'float32' || b.dtype !== 'float32' || (transposeA && transposeB)) return null;
  const outerA = a.shape.slice(0, -2);
  const outerB = b.shape.slice(0, -2);
  const batchA = util.sizeFromShape(outerA);
  const batchB = util.sizeFromShape(outerB);
  const sameOuter = util.arraysEqual(outerA, outerB);
  if (!sameOuter && batchA !== 1 && batchB !== 1) return null;
  const [rowsA, columnsA] = a.shape.slice(-2);
  const [rowsB, columnsB] = b.shape.slice(-2);
  const m = transposeA ? columnsA : rowsA;
  const k = transposeA ? rowsA : columnsA;
  const n = transposeB ? rowsB : columnsB;
  if (k !== (transposeB ? columnsB : rowsB)) return null;

  const outer = outerA.length >= outerB.length && batchA >= batchB ? outerA : outerB;
  const out = heap.output([...outer, m, n]);
  const batch = Math.max(batchA, batchB);
  const strideA = batchA === 1 ? 0 : m * k * 4;
  const strideB = batchB === 1 ? 0 : k * n * 4;
  let [pa, pb, pc] = [heap.at(a), heap.at(b), heap.at(out)];
  for (let i = 0; i < batch; i++, pa += strideA, pb += strideB, pc += m * n * 4) {
    if (transposeA) productTN(heap, pa, pb, pc, k, m, n);
    else if (transposeB) productNT(heap, pa, pb, pc, m, k, n);
    else heap.kernels.matmul(pa, k, pb, n, pc, n, m, k, n, 0, 0);
  }
  return out;
}

/** `C[m,n] = A[rows,m]^T B[rows,n]`. A single column is computed as a row, which is contiguous. */
function productTN(
  heap: WasmHeap,
  a: number,
  b: number,
  c: number,
  rows: number,
  m: number,
  n: number,
): void {
  if (n === 1) heap.kernels.matmul(b, rows, a, m, c, m, 1, rows, m, 0, 0);
  else heap.kernels.matmulTN(a, m, b, n, c, n, rows, m, n, 0);
}

/** `C[m,n] = A[m,k] B[n,k]^T`. */
function productNT(
  heap: WasmHeap,
  a: number,
  b: number,
  c: number,
  m: number,
  k: number,
  n: number,
): void {
  let transposed = b;
  if (k > 1 && n > 1) {
    transposed = heap.scratch(n * k);
    heap.kernels.transpose(b, n, k, transposed);
  }
  heap.kernels.matmul(a, k, transposed, n, c, n, m, k, n, 0, 0);
}

/**
 * `_FusedMatMul`: `activation(A B + bias)` for two matrices, either transposed; activations `linear`,
 * `relu` and `leakyrelu`. Weights change at every training step, which XNNPACK would pack anew.
 * Null for what is not covered.
 */
export function fusedMatMul(
  heap: WasmHeap,
  call: KernelCall<MatMulAttrs & { activation: string; leakyreluAlpha?: number }>,
): TensorInfo | null {
  const { bias, preluActivationWeights } = call.inputs;
  const slope = { linear: 1, relu: 0, leakyrelu: call.attrs.leakyreluAlpha }[call.attrs.activation];
  if (slope === undefined || preluActivationWeights || (bias && bias.shape.length !== 1))
    return null;
  const out = batchMatMul(heap, call);
  if (!out) return null;
  const n = out.shape[out.shape.length - 1];
  const rows = util.sizeFromShape(out.shape) / n;
  if (bias) heap.kernels.addBias(heap.at(out), heap.at(bias), rows, n);
  if (slope !== 1) heap.kernels.leaky(heap.at(out), rows * n, slope);
  return out;
}

/** Sum over the first axis or axes of a float32 tensor; null for any other. */
export function leadingSum(
  heap: WasmHeap,
  { inputs: { x }, attrs: { axis, keepDims } }: KernelCall<SumAttrs>,
): TensorInfo | null {
  const axes = util.parseAxisParam(axis, x.shape).sort((a, b) => a - b);
  const leading = axes.every((value, i) => value === i) && axes.length < x.shape.length;
  if (x.dtype !== 'float32' || !leading || axes.length === 0) return null;
  const rest = x.shape.slice(axes.length);
  const rows = util.sizeFromShape(x.shape.slice(0, axes.length));
  const columns = util.sizeFromShape(rest);
  const out = heap.output(keepDims ? [...axes.map(() => 1), ...rest] : rest);
  heap.kernels.columnSum(heap.at(x), columns, rows, columns, heap.at(out));
  return out;
}

/** `BatchMatMul` and `Sum` over the first axis: SIMD in place of tfjs's slow paths on wasm. */
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall } from '../run';
import { inputGradient, product, weightGradient } from './dense';
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
  const aLeads = batchA > batchB || (batchA === batchB && outerA.length >= outerB.length);
  const [outer, other] = aLeads ? [outerA, outerB] : [outerB, outerA];
  const isOne = util.sizeFromShape(other) === 1 && other.length <= outer.length;
  if (!isOne && !util.arraysEqual(outer, other)) return null;
  const [rowsA, columnsA] = a.shape.slice(-2);
  const [rowsB, columnsB] = b.shape.slice(-2);
  const m = transposeA ? columnsA : rowsA;
  const k = transposeA ? rowsA : columnsA;
  const n = transposeB ? rowsB : columnsB;
  if (k !== (transposeB ? columnsB : rowsB)) return null;

  const out = heap.output([...outer, m, n]);
  const batch = Math.max(batchA, batchB);
  const strideA = batchA === 1 ? 0 : m * k * 4;
  const strideB = batchB === 1 ? 0 : k * n * 4;
  let [pa, pb, pc] = [heap.at(a), heap.at(b), heap.at(out)];
  for (let i = 0; i < batch; i++, pa += strideA, pb += strideB, pc += m * n * 4) {
    if (transposeA) weightGradient(heap, pa, pb, pc, k, m, n);
    else if (transposeB) inputGradient(heap, pa, pb, pc, m, n, k);
    else product(heap, pa, pb, 0, pc, m, k, n);
  }
  return out;
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
  if (bias) heap.kernels.biasLeaky(heap.at(out), heap.at(bias), rows, n, slope);
  else if (slope !== 1) heap.kernels.leaky(heap.at(out), rows * n, slope);
  return out;
}

/**
 * Sum of a float32 tensor over neighbouring axes that are not the last (bias gradients, pooling over
 * a support set); null for any other, which the stock kernel sums at speed.
 */
export function leadingSum(
  heap: WasmHeap,
  { inputs: { x }, attrs: { axis, keepDims } }: KernelCall<SumAttrs>,
): TensorInfo | null {
  const axes = util.parseAxisParam(axis, x.shape).sort((a, b) => a - b);
  const first = axes[0];
  const end = first + axes.length;
  const neighbours = axes.every((value, i) => value === first + i);
  if (x.dtype !== 'float32' || !neighbours || axes.length === 0 || end >= x.shape.length)
    return null;
  const [before, after] = [x.shape.slice(0, first), x.shape.slice(end)];
  const rows = util.sizeFromShape(x.shape.slice(first, end));
  const columns = util.sizeFromShape(after);
  const out = heap.output([...before, ...(keepDims ? axes.map(() => 1) : []), ...after]);
  const blocks = util.sizeFromShape(before);
  for (let i = 0; i < blocks; i++) {
    const from = heap.at(x) + i * rows * columns * 4;
    heap.kernels.columnSum(from, columns, rows, columns, heap.at(out) + i * columns * 4);
  }
  return out;
}

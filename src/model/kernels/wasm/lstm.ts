/**
 * `LstmStep` and its gradient on the wasm heap; shapes are in `../lstm.ts`. A module beside that of the
 * other kernels, compiled when it is first needed: only s2Meta has an LSTM, and who only looks at CMML
 * does not fetch it.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmModule } from '../arithmetic';
import type { KernelCall } from '../run';
import { KERNELS as RELAXED } from './generated/lstm-relaxed';
import { KERNELS as SIMD } from './generated/lstm-simd';
import { heapInUse } from './heap-in-use';
import { binaryOf, type WasmHeap } from './module';

type Pointer = number;

/** What `lstm.as.ts` exports; the equations are there. */
interface LstmKernels {
  lstmStep(
    weights: Pointer, input: Pointer, inputs: number, hidden: Pointer, cell: Pointer,
    n: number, h: number, out: Pointer, scratch: Pointer,
  ): void; // prettier-ignore
  lstmStepGradient(
    weights: Pointer, input: Pointer, inputs: number, hidden: Pointer, cell: Pointer, dOut: Pointer,
    n: number, h: number, dWeights: Pointer, dInput: Pointer, dHidden: Pointer, dCell: Pointer,
    scratch: Pointer,
  ): void; // prettier-ignore
}

const MODULES: Record<WasmModule, string> = { simd: SIMD, relaxed: RELAXED };
const compiled = new WeakMap<WasmHeap, LstmKernels>();

/** Compiled at once, not awaited: workers and Node may, and it is 3 kB. */
function kernelsOn(heap: WasmHeap): LstmKernels {
  const known = compiled.get(heap);
  if (known) return known;
  const module = new WebAssembly.Module(binaryOf(MODULES[heap.module]));
  const { exports } = new WebAssembly.Instance(module, { env: { memory: heap.memory } });
  const kernels = exports as unknown as LstmKernels;
  compiled.set(heap, kernels);
  return kernels;
}

export function lstmStep({ inputs: { weights, input, hidden, cell } }: KernelCall): TensorInfo {
  const heap = heapInUse()!;
  const [inputs, columns] = input.shape;
  const [size] = hidden.shape;
  const next = heap.output([2 * size, columns]);
  kernelsOn(heap).lstmStep(heap.at(weights), heap.at(input), inputs, heap.at(hidden), heap.at(cell), columns, size, heap.at(next), heap.scratch(16 * size)); // prettier-ignore
  return next;
}

export function lstmStepGradient({
  inputs: { weights, input, hidden, cell, dNext },
}: KernelCall): TensorInfo[] {
  const heap = heapInUse()!;
  const [inputs, columns] = input.shape;
  const [size] = hidden.shape;
  const gradients = [weights, input, hidden, cell].map(({ shape }) => heap.output(shape));
  const [dWeights, dInput, dHidden, dCell] = gradients.map((gradient) => heap.at(gradient));
  const scratch = heap.scratch(16 * size * (inputs + size + 2));
  kernelsOn(heap).lstmStepGradient(heap.at(weights), heap.at(input), inputs, heap.at(hidden), heap.at(cell), heap.at(dNext), columns, size, dWeights, dInput, dHidden, dCell, scratch); // prettier-ignore
  return gradients;
}

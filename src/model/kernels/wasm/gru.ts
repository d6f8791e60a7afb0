/** `GruForward` and `GruBackward` on the wasm heap; shapes are in `../gru.ts`. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { GruAttrs } from '../gru';
import type { KernelCall } from '../run';
import type { WasmHeap } from './module';

export function gruForward(
  heap: WasmHeap,
  { inputs: { gates, weight, bias }, attrs: { steps } }: KernelCall<GruAttrs>,
): TensorInfo[] {
  const batch = gates.shape[0] / steps;
  const hidden = weight.shape[0];
  const states = heap.output([steps, batch, 5 * hidden]);
  const last = heap.output([batch, hidden]);
  const scratch = heap.scratch(batch * 3 * hidden);
  heap.kernels.gruForward(heap.at(gates), heap.at(weight), heap.at(bias), steps, batch, hidden, heap.at(states), scratch); // prettier-ignore
  const lastStep = heap.at(states) + (steps - 1) * batch * 5 * hidden * 4;
  heap.kernels.copyRows(lastStep, 5 * hidden, heap.at(last), hidden, batch, hidden);
  return [last, states];
}

export function gruBackward(
  heap: WasmHeap,
  { inputs: { states, weight, dLast } }: KernelCall,
): TensorInfo[] {
  const [steps, batch] = states.shape;
  const hidden = weight.shape[0];
  const gates = 3 * hidden;
  const rows = steps * batch;
  const dGates = heap.output([rows, gates]);
  const dWeight = heap.output([hidden, gates]);
  const dBias = heap.output([gates]);
  const { kernels } = heap;

  const transposed = heap.scratch(gates * hidden + batch * hidden + rows * gates);
  const dh = transposed + gates * hidden * 4;
  const dHidden = dh + batch * hidden * 4;
  kernels.transpose(heap.at(weight), hidden, gates, transposed);
  heap.copy(heap.at(dLast), dh, batch * hidden);
  kernels.gruBackward(heap.at(states), transposed, dh, steps, batch, hidden, heap.at(dGates), dHidden); // prettier-ignore

  // The state of step t meets the hidden-side gradients of step t + 1.
  kernels.matmulTN(heap.at(states), 5 * hidden, dHidden + batch * gates * 4, gates, heap.at(dWeight), gates, rows - batch, hidden, gates, 0); // prettier-ignore
  kernels.columnSum(dHidden, gates, rows, gates, heap.at(dBias));
  return [dGates, dWeight, dBias];
}

/** `AdamStep` on the wasm heap. */
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { adamScales, gradientsOf, type AdamAttrs } from '../adam';
import type { KernelCall } from '../run';
import { identity } from './identity';
import type { WasmHeap } from './module';

/**
 * See `AdamStep` in `../adam.ts`. The state is changed where it lies: writing another three rows costs
 * a twentieth of a small step.
 */
export function adamStep(heap: WasmHeap, { inputs, attrs }: KernelCall<AdamAttrs>): TensorInfo[] {
  const { state } = inputs;
  const gradients = gradientsOf(inputs);
  const row = state.shape[1] * 4;
  const next = identity(heap, { inputs: { x: state }, attrs: {} });
  const values = gradients.map((gradient) => heap.output(gradient.shape));
  const scales = adamScales(attrs);
  const rows = heap.at(state);
  let offset = 0;
  gradients.forEach((gradient, i) => {
    const size = util.sizeFromShape(gradient.shape);
    heap.kernels.adam(
      rows + offset,
      row,
      heap.at(gradient),
      rows + offset,
      row,
      heap.at(values[i]),
      size,
      attrs.learningRate,
      scales.m,
      scales.v,
      attrs.beta1,
      attrs.beta2,
      attrs.epsilon,
      attrs.weightDecay,
      attrs.clip,
    );
    offset += size * 4;
  });
  return [next, ...values];
}

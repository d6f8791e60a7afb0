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
  const next = identity(heap, { inputs: { x: state }, attrs: {} });
  const values = gradients.map((gradient) => heap.output(gradient.shape));
  const at = (tensor: TensorInfo) => heap.at(tensor);
  adamInPlace(heap, state, gradients.map(at), values, attrs);
  return [next, ...values];
}

/**
 * The step on the state where it lies. @param gradients pointers, one a parameter
 * @param values are written: the new parameters
 */
export function adamInPlace(
  heap: WasmHeap,
  state: TensorInfo,
  gradients: readonly number[],
  values: readonly TensorInfo[],
  attrs: AdamAttrs,
): void {
  const row = state.shape[1] * 4;
  const scales = adamScales(attrs);
  let at = heap.at(state);
  values.forEach((value, i) => {
    const size = util.sizeFromShape(value.shape);
    heap.kernels.adam(
      at,
      row,
      gradients[i],
      at,
      row,
      heap.at(value),
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
    at += size * 4;
  });
}

/** Typed arrays behind the tensors of tfjs's cpu backend. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';

/** A tensor's values, not a copy. */
export function valuesOf(backend: MathBackendCPU, tensor: TensorInfo): Float32Array {
  return backend.data.get(tensor.dataId).values as Float32Array;
}

/** A new float32 tensor of zeros, and its values to write to. */
export function output(
  backend: MathBackendCPU,
  shape: number[],
): { info: TensorInfo; values: Float32Array } {
  const values = new Float32Array(util.sizeFromShape(shape));
  return { info: backend.makeTensorInfo(shape, 'float32', values), values };
}

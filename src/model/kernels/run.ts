/** Calling a kernel of this project, typed. */
import {
  engine,
  getBackend,
  getKernel,
  type NamedAttrMap,
  type NamedTensorMap,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

/** What a kernel function is called with. */
export interface KernelCall<Attrs = object> {
  inputs: Record<string, TensorInfo>;
  attrs: Attrs;
}

/** Whether the backend in use has this kernel; else the plain operations stand in. */
export const hasKernel = (name: string): boolean => getKernel(name, getBackend()) !== undefined;

/** Runs a kernel with one output. */
export const runKernel = <T extends Tensor>(
  name: string,
  inputs: NamedTensorMap,
  attrs: object = {},
): T => engine().runKernel<T>(name, inputs, attrs as NamedAttrMap);

/** Runs a kernel with several outputs. */
export const runKernels = <T extends Tensor[]>(
  name: string,
  inputs: NamedTensorMap,
  attrs: object = {},
): T => engine().runKernel<T>(name, inputs, attrs as NamedAttrMap);

/** An attribute that several kernels share: negative slope of their LeakyReLU (1 linear, 0 ReLU). */
export interface Slope {
  slope: number;
}

/** Calling a kernel of this project, typed. */
import {
  engine,
  getBackend,
  getKernel,
  type NamedAttrMap,
  type NamedTensorMap,
  type Tensor,
  type Tensor2D,
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

/**
 * Weights as a gradient function finds them: in the attributes of the forward call. tfjs would clone
 * a saved input on every call, and a parameter outlives the step anyway.
 */
export interface Weights<W extends Tensor = Tensor2D> {
  weight: W;
}

/** An attribute that several kernels share: negative slope of their LeakyReLU (1 linear, 0 ReLU). */
export interface Slope {
  slope: number;
}

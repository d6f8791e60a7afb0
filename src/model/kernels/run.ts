/** Calling a kernel of this project, typed. */
import {
  engine,
  getBackend,
  registerKernel,
  type KernelFunc,
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

/** Kernels of this project by backend; tfjs's own registry builds and hashes a key on every look-up. */
const added = new Map<string, Set<string>>();
let enabled = true;

/** Registers a kernel of this project, once. */
export function addKernel(backendName: string, kernelName: string, kernelFunc: KernelFunc): void {
  const kernels = added.get(backendName) ?? new Set();
  added.set(backendName, kernels.add(kernelName));
  registerKernel({ backendName, kernelName, kernelFunc });
}

/** Whether the backend in use has this kernel; else the plain operations stand in. */
export const hasKernel = (name: string): boolean =>
  enabled && (added.get(getBackend())?.has(name) ?? false);

/** Without them everything runs as tfjs ships it: what kernels are measured and checked against. */
export function enableKernels(value: boolean): void {
  enabled = value;
}

export const kernelsEnabled = (): boolean => enabled;

/** Runs a kernel with one output. */
export const runKernel = <T extends Tensor>(
  name: string,
  inputs: NamedTensorMap,
  attrs: object = {},
): T => engine().runKernel<T>(name, inputs, attrs as NamedAttrMap);

/** Runs a kernel with several outputs. */
export const runKernels = <T extends (Tensor | undefined)[]>(
  name: string,
  inputs: NamedTensorMap,
  attrs: object = {},
): T => engine().runKernel<Tensor[]>(name, inputs, attrs as NamedAttrMap) as T;

let wantedInputs: readonly string[] | null = null;

/** Runs a gradient function of which only the gradients of `inputs` will be used. */
export function whileWanting(inputs: readonly string[], run: () => void): void {
  wantedInputs = inputs;
  try {
    run();
  } finally {
    wantedInputs = null;
  }
}

/** Inside a gradient function: whether the gradient of this input is used. tfjs's own pass does not tell. */
export const isWanted = (input: string): boolean => wantedInputs?.includes(input) ?? true;

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

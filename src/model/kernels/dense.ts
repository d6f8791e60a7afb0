/** Dense layers with their bias, activation and gradient in single kernels. */
import {
  registerGradient,
  type NamedTensorMap,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { isWanted, runKernel, runKernels, type Slope, type Weights } from './run';

/** `x [R, I]`, `weight [I, O]`, `bias [O]` -> `x W + b [R, O]`. */
export const Dense = 'CmmlDense';
/** The same through a LeakyReLU of `attrs.slope`. */
export const DenseLeaky = 'CmmlDenseLeaky';
/**
 * `x [R, I]`, `dy [R, O]`, for a slope other than 1 the output `y`, and `weight` where the gradient of
 * `x` is wanted -> `dW [I, O]`, `db [O]`, and with `weight` `dx [R, I]`.
 */
export const DenseGradient = 'CmmlDenseGradient';

type DenseGradients = [dWeight: Tensor2D, dBias: Tensor1D, dx?: Tensor2D];

function register(kernelName: string, outputsToSave: boolean[]): void {
  registerGradient({
    kernelName,
    inputsToSave: ['x'],
    outputsToSave,
    gradFunc: (output, [x, y], attrs) => {
      const { slope, weight } = attrs as unknown as Weights & Slope;
      const inputs: NamedTensorMap = { x, dy: output as Tensor };
      if (y) inputs.y = y;
      if (isWanted('x')) inputs.weight = weight;
      const [dWeight, dBias, dx] = runKernels<DenseGradients>(DenseGradient, inputs, { slope });
      return { x: () => dx!, weight: () => dWeight, bias: () => dBias };
    },
  });
}

register(Dense, [false]);
register(DenseLeaky, [true]);

/** `leaky(x W + b)`; slope 1 is linear, 0 is ReLU. */
export const denseKernel = (
  x: Tensor2D,
  weight: Tensor2D,
  bias: Tensor1D,
  { slope }: Slope,
): Tensor2D =>
  slope === 1
    ? runKernel(Dense, { x, weight, bias }, { slope, weight })
    : runKernel(DenseLeaky, { x, weight, bias }, { slope, weight });

/** Dense layers with their bias, activation and gradient in single kernels. */
import { registerGradient, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { runKernel, runKernels, type Slope, type Weights } from './run';

/** `x [R, I]`, `weight [I, O]`, `bias [O]` -> `x W + b [R, O]`. */
export const Dense = 'CmmlDense';
/** The same through a LeakyReLU of `attrs.slope`. */
export const DenseLeaky = 'CmmlDenseLeaky';
/**
 * `x [R, I]`, `dy [R, O]`, and for a slope other than 1 the output `y`; -> `dW [I, O]`, `db [O]`,
 * and then `d [R, O]`, the gradient before the activation.
 */
export const DenseGradient = 'CmmlDenseGradient';
/** `d [R, O]`, `weight [I, O]` -> `dx [R, I]`. */
export const DenseInputGradient = 'CmmlDenseInputGradient';

registerGradient({
  kernelName: Dense,
  inputsToSave: ['x'],
  gradFunc: (output, [x], attrs) => {
    const dy = output as Tensor2D;
    const { weight } = attrs as unknown as Weights;
    const [dWeight, dBias] = runKernels<[Tensor2D, Tensor1D]>(
      DenseGradient,
      { x, dy },
      { slope: 1 },
    );
    return {
      x: () => runKernel(DenseInputGradient, { d: dy, weight }),
      weight: () => dWeight,
      bias: () => dBias,
    };
  },
});

registerGradient({
  kernelName: DenseLeaky,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, [x, y], attrs) => {
    const { weight } = attrs as unknown as Weights;
    const [dWeight, dBias, d] = runKernels<[Tensor2D, Tensor1D, Tensor2D]>(
      DenseGradient,
      { x, y, dy: dy as Tensor },
      attrs,
    );
    return {
      x: () => runKernel(DenseInputGradient, { d, weight }),
      weight: () => dWeight,
      bias: () => dBias,
    };
  },
});

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

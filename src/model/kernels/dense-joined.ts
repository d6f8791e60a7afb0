/** A dense layer on two joined inputs, of which one may belong to whole groups of rows. */
import { registerGradient, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { runKernel, runKernels, type Slope, type Weights } from './run';

/**
 * `a [R_a, I_a]`, `b [R_b, I_b]`, `weight [I_a + I_b, O]`, `bias [O]` -> `leaky([a, b] W + bias)`,
 * `[max(R_a, R_b), O]`; the input with fewer rows is shared by groups of the other's.
 */
export const DenseJoined = 'CmmlDenseJoined';
/**
 * `a`, `b`, `y`, `dy` -> `dW`, `db`, and for a slope other than 1 `d [R, O]`, the gradient before the
 * activation.
 */
export const DenseJoinedGradient = 'CmmlDenseJoinedGradient';
/** `d [R, O]`, `weight` -> gradient `[rows, count]` of the input whose weights begin at row `from`. */
export const DenseJoinedInputGradient = 'CmmlDenseJoinedInputGradient';

export interface InputGradientAttrs {
  /** First weight row of this input, and how many it has. */
  from: number;
  count: number;
  /** Rows of this input. */
  rows: number;
}

registerGradient({
  kernelName: DenseJoined,
  inputsToSave: ['a', 'b'],
  outputsToSave: [true],
  gradFunc: (dy, saved, attrs) => {
    const [a, b, y] = saved as Tensor2D[];
    const { weight, slope } = attrs as unknown as Weights & Slope;
    const [dWeight, dBias, d = dy as Tensor2D] = runKernels<[Tensor2D, Tensor1D, Tensor2D?]>(
      DenseJoinedGradient,
      { a, b, y, dy: dy as Tensor },
      { slope },
    );
    const inputGradient = (x: Tensor2D, from: number) => () =>
      runKernel(
        DenseJoinedInputGradient,
        { d, weight },
        { from, count: x.shape[1], rows: x.shape[0] },
      );
    return {
      a: inputGradient(a, 0),
      b: inputGradient(b, a.shape[1]),
      weight: () => dWeight,
      bias: () => dBias,
    };
  },
});

export const denseJoinedKernel = (
  a: Tensor2D,
  b: Tensor2D,
  weight: Tensor2D,
  bias: Tensor1D,
  { slope }: Slope,
): Tensor2D => runKernel(DenseJoined, { a, b, weight, bias }, { slope, weight });

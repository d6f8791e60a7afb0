/** The hinge loss of equation 4 with its gradient. */
import { customGrad, mul, type Scalar, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { runKernels } from './run';

/** `scores [B, Q]`, positives in the first half -> the mean hinge (scalar) and its gradient `[B, Q]`. */
export const Hinge = 'CmmlHinge';

export const hingeKernel = customGrad((scores, save) => {
  const [loss, gradient] = runKernels<[Scalar, Tensor2D]>(Hinge, { scores: scores as Tensor });
  (save as (tensors: Tensor[]) => void)([gradient]);
  return { value: loss, gradFunc: (dy: Tensor, [saved]: Tensor[]) => mul(saved, dy) };
}) as (scores: Tensor2D) => Scalar;

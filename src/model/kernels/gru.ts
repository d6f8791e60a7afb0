/** A GRU over a whole sequence (equation 7) as one kernel forward and one backward. */
import {
  customGrad,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import { runKernels } from './run';

/**
 * `gates [S, B, 3H]` (input projections with their bias; r, z, n), `weight [H, 3H]`, `bias [3H]` ->
 * the last state `[B, H]`, and `states [S, B, 5H]`: h', r, z, n, `W_hn h + b_hn` of every step. The
 * state starts at zero.
 */
export const GruForward = 'CmmlGruForward';
/** `states`, `weight`, `dLast [B, H]` -> `dGates [S, B, 3H]`, `dWeight`, `dBias`. */
export const GruBackward = 'CmmlGruBackward';

const withGradient = customGrad((...args) => {
  const [gates, weight, bias, save] = args as unknown as [
    Tensor3D,
    Tensor2D,
    Tensor1D,
    (tensors: Tensor[]) => void,
  ];
  const [last, states] = runKernels<[Tensor2D, Tensor3D]>(GruForward, { gates, weight, bias });
  save([states]);
  return {
    value: last,
    gradFunc: (dLast: Tensor2D, [saved]: Tensor[]) =>
      runKernels<Tensor[]>(GruBackward, { states: saved, weight, dLast }),
  };
});

/** The last state `[B, H]`. */
export const gruKernel = (gates: Tensor3D, weight: Tensor2D, bias: Tensor1D): Tensor2D =>
  withGradient(gates, weight, bias) as Tensor2D;

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
 * `gates [B * S, 3H]` (input projections with their bias; r, z, n; a task's steps together), `weight
 * [H, 3H]`, `bias [3H]`, `attrs.steps = S` -> the last state `[B, H]`, and `states [S, B, 5H]`, time
 * first: h', r, z, n, `W_hn h + b_hn` of every step. The state starts at zero.
 */
export const GruForward = 'CmmlGruForward';
/** `states`, `weight`, `dLast [B, H]` -> `dGates [B * S, 3H]`, `dWeight`, `dBias`. */
export const GruBackward = 'CmmlGruBackward';

export interface GruAttrs {
  steps: number;
}

/** The last state `[B, H]`. Not a registered gradient: that would be handed zeros for `states`. */
export function gruKernel(
  gates: Tensor2D,
  weight: Tensor2D,
  bias: Tensor1D,
  attrs: GruAttrs,
): Tensor2D {
  const withGradient = customGrad((...args) => {
    const save = args[args.length - 1] as (tensors: Tensor[]) => void;
    const inputs = { gates, weight, bias };
    const [last, states] = runKernels<[Tensor2D, Tensor3D]>(GruForward, inputs, attrs);
    save([states]);
    return {
      value: last,
      gradFunc: (dLast: Tensor2D, [saved]: Tensor[]) =>
        runKernels<Tensor[]>(GruBackward, { states: saved, weight, dLast }),
    };
  });
  return withGradient(gates, weight, bias) as Tensor2D;
}

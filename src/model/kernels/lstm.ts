/** One step of an LSTM cell for many things at once, a column each, as one kernel each way. */
import { customGrad, getBackend, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { addKernel, hasKernel, runKernel, runKernels, type KernelCall } from './run';
import { heapInUse } from './wasm/heap-in-use';
import { lstmStep, lstmStepGradient } from './wasm/lstm';

/**
 * `weights [inputs + h + 1, 4h]` (of the input, of the hidden state, bias; gates in PyTorch's order),
 * `input [inputs, n]`, `hidden [h, n]`, `cell [h, n]` -> hidden over cell, `[2h, n]`.
 */
export const LstmStep = 'CmmlLstmStep';
/** The same and `dNext [2h, n]` -> `dWeights`, `dInput`, `dHidden`, `dCell`. */
export const LstmStepGradient = 'CmmlLstmStepGradient';

let added = false;

/** Whether the backend in use has them: the wasm backend, once it has this project's other kernels. */
export function hasLstmKernel(): boolean {
  if (!added && heapInUse() && getBackend() === 'wasm') {
    addKernel('wasm', LstmStep, (call) => lstmStep(call as unknown as KernelCall));
    addKernel('wasm', LstmStepGradient, (call) => lstmStepGradient(call as unknown as KernelCall));
    added = true;
  }
  return hasKernel(LstmStep);
}

/** Keeps what it reads for the way back: the gates are worked out again there. */
export const lstmStepKernel = customGrad((...args) => {
  const [weights, input, hidden, cell] = args as Tensor[];
  const save = args[args.length - 1] as unknown as (tensors: Tensor[]) => void;
  save([weights, input, hidden, cell]);
  return {
    value: runKernel<Tensor2D>(LstmStep, { weights, input, hidden, cell }),
    gradFunc: (dNext: Tensor, saved) => {
      const [weights, input, hidden, cell] = saved as Tensor[];
      return runKernels<Tensor[]>(LstmStepGradient, { weights, input, hidden, cell, dNext });
    },
  };
});

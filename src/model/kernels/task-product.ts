/** The `dot` hybrid (equation 8): a task's context times each of its pairs. */
import { registerGradient, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { runKernel } from './run';

/** `context [B, P]`, `pairs [B * Q, P]`, a task's together -> `[B * Q, P]`. */
export const TaskProduct = 'CmmlTaskProduct';
/** `pairs`, `dy` `[B * Q, P]` -> `[B, P]`, `attrs.tasks = B`. */
export const TaskProductGradient = 'CmmlTaskProductGradient';

registerGradient({
  kernelName: TaskProduct,
  inputsToSave: ['context', 'pairs'],
  gradFunc: (output, saved) => {
    const [context, pairs] = saved;
    const dy = output as Tensor;
    return {
      context: () => runKernel(TaskProductGradient, { pairs, dy }, { tasks: context.shape[0] }),
      pairs: () => runKernel(TaskProduct, { context, pairs: dy }),
    };
  },
});

export const taskProductKernel = (context: Tensor2D, pairs: Tensor2D): Tensor2D =>
  runKernel(TaskProduct, { context, pairs });

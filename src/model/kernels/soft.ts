/** Soft modularization (equations 12, 13): modules, routes between them, and mixing. */
import { registerGradient, type Tensor, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { runKernel, runKernels, type Weights } from './run';

/**
 * `x [R, I]` (read by all modules) or `[M, R, I]`, `weight [M, I, O]`, `bias [M, O]` ->
 * `relu(x_m W_m + b_m)`, `[M, R, O]`.
 */
export const Modules = 'CmmlModules';
/** `x`, `y`, `dy` -> `dW`, `db`, and `d [M, R, O]`, the gradient before the ReLU. */
export const ModulesGradient = 'CmmlModulesGradient';
/** `d`, `weight` -> `dx`, `[M, R, I]`, or their sum `[R, I]` with `attrs.shared`. */
export const ModulesInputGradient = 'CmmlModulesInputGradient';

/** `logits [R, S * T]`, source-major -> `[R, S, T]`, softmax over sources. */
export const Routes = 'CmmlRoutes';
/** The output and its gradient -> `[R, S * T]`. */
export const RoutesGradient = 'CmmlRoutesGradient';

/** `values [S, R, W]`, `route [R, S, T]` -> `sum_s route[s, t] values_s`, `[T, R, W]`. */
export const Mix = 'CmmlMix';
/** `values`, `route`, `dy` -> `dValues`, `dRoute`. */
export const MixGradient = 'CmmlMixGradient';

export interface RouteAttrs {
  sources: number;
  targets: number;
}

registerGradient({
  kernelName: Modules,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, [x, y], attrs) => {
    const { weight } = attrs as unknown as Weights<Tensor3D>;
    const [dWeight, dBias, d] = runKernels<[Tensor3D, Tensor2D, Tensor3D]>(ModulesGradient, {
      x,
      y,
      dy: dy as Tensor,
    });
    return {
      x: () => runKernel(ModulesInputGradient, { d, weight }, { shared: x.rank === 2 }),
      weight: () => dWeight,
      bias: () => dBias,
    };
  },
});

registerGradient({
  kernelName: Routes,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({
    logits: () => runKernel(RoutesGradient, { y, dy: dy as Tensor }),
  }),
});

registerGradient({
  kernelName: Mix,
  inputsToSave: ['values', 'route'],
  gradFunc: (dy, [values, route]) => {
    const [dValues, dRoute] = runKernels<Tensor[]>(MixGradient, {
      values,
      route,
      dy: dy as Tensor,
    });
    return { values: () => dValues, route: () => dRoute };
  },
});

export const modulesKernel = (x: Tensor2D | Tensor3D, weight: Tensor3D, bias: Tensor2D): Tensor3D =>
  runKernel(Modules, { x, weight, bias }, { weight });

export const routesKernel = (logits: Tensor2D, sources: number, targets: number): Tensor3D =>
  runKernel(Routes, { logits }, { sources, targets });

export const mixKernel = (values: Tensor3D, route: Tensor3D): Tensor3D =>
  runKernel(Mix, { values, route });

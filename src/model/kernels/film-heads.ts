/** Both heads of a FiLM layer at once. */
import { registerGradient, type Tensor, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { runKernels, type Weights } from './run';

/** `x [R, T]`, `weight [2, T, W]`, `bias [2, W]` -> `gamma`, `beta`, each `[R, W]`. */
export const FilmHeads = 'CmmlFilmHeads';
/** `x`, `weight`, `dGamma`, `dBeta` -> `dx`, `dW`, `db`. */
export const FilmHeadsGradient = 'CmmlFilmHeadsGradient';

registerGradient({
  kernelName: FilmHeads,
  inputsToSave: ['x'],
  gradFunc: (dys, [x], attrs) => {
    const [dGamma, dBeta] = dys as Tensor[];
    const { weight } = attrs as unknown as Weights<Tensor3D>;
    const [dx, dWeight, dBias] = runKernels<[Tensor2D, Tensor3D, Tensor2D]>(FilmHeadsGradient, {
      x,
      weight,
      dGamma,
      dBeta,
    });
    return { x: () => dx, weight: () => dWeight, bias: () => dBias };
  },
});

export const filmHeadsKernel = (
  x: Tensor2D,
  weight: Tensor3D,
  bias: Tensor2D,
): [gamma: Tensor2D, beta: Tensor2D] => runKernels(FilmHeads, { x, weight, bias }, { weight });

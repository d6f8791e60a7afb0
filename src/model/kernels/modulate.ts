/** Modulation of a layer's linear output, with the activation that follows. */
import { registerGradient, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { runKernel, runKernels, type Slope } from './run';

/** `linear`, `gamma`, `beta`, all `[R, W]` -> `leaky(gamma * linear + beta)` (equation 11). */
export const ModulateFilm = 'CmmlModulateFilm';
/** `linear`, `gamma` -> `leaky(gamma * linear)` (equation 10). */
export const ModulateGate = 'CmmlModulateGate';
/** `linear`, `gamma`, output `y`, `dy` -> `dLinear`, `dGamma`, and with `attrs.shift` `dBeta`. */
export const ModulateGradient = 'CmmlModulateGradient';

function register(kernelName: string, shift: boolean): void {
  registerGradient({
    kernelName,
    inputsToSave: ['linear', 'gamma'],
    outputsToSave: [true],
    gradFunc: (dy, saved, attrs) => {
      const [linear, gamma, y] = saved;
      const [dLinear, dGamma, dBeta] = runKernels<Tensor2D[]>(
        ModulateGradient,
        { linear, gamma, y, dy: dy as Tensor },
        { ...attrs, shift },
      );
      return { linear: () => dLinear, gamma: () => dGamma, beta: () => dBeta };
    },
  });
}

register(ModulateFilm, true);
register(ModulateGate, false);

export const modulateKernel = (
  linear: Tensor2D,
  gamma: Tensor2D,
  beta: Tensor2D | undefined,
  { slope }: Slope,
): Tensor2D =>
  beta
    ? runKernel(ModulateFilm, { linear, gamma, beta }, { slope })
    : runKernel(ModulateGate, { linear, gamma }, { slope });

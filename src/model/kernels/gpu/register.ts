/** Adds this project's kernels to the webgl and webgpu backends. */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { AdamStep } from '../adam';
import { Dense, DenseGradient, DenseLeaky } from '../dense';
import { DenseJoined, DenseJoinedGradient, DenseJoinedInputGradient } from '../dense-joined';
import { FilmHeads, FilmHeadsGradient } from '../film-heads';
import { GruBackward, GruForward } from '../gru';
import { Hinge } from '../hinge';
import { ModulateFilm, ModulateGate, ModulateGradient } from '../modulate';
import { addKernel, type KernelCall } from '../run';
import {
  Mix, MixGradient, Modules, ModulesGradient, ModulesInputGradient, Routes, RoutesGradient,
} from '../soft'; // prettier-ignore
import { TaskProduct, TaskProductGradient } from '../task-product';
import { adamStep } from './adam';
import * as dense from './dense';
import * as film from './film';
import * as gruWebgl from './gru-webgl';
import * as gruWebgpu from './gru-webgpu';
import type { Gpu } from './program';
import * as soft from './soft';
import { webglGpu } from './webgl';
import { webgpuGpu } from './webgpu';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Kernel = (gpu: Gpu, call: KernelCall<any>) => TensorInfo | TensorInfo[];

const SHARED: Record<string, Kernel> = {
  [Dense]: dense.dense,
  [DenseLeaky]: dense.dense,
  [DenseGradient]: dense.denseGradient,
  [DenseJoined]: dense.denseJoined,
  [DenseJoinedGradient]: dense.denseJoinedGradient,
  [DenseJoinedInputGradient]: dense.denseJoinedInputGradient,
  [TaskProduct]: film.taskProduct,
  [TaskProductGradient]: film.taskProductGradient,
  [FilmHeads]: film.filmHeads,
  [FilmHeadsGradient]: film.filmHeadsGradient,
  [ModulateFilm]: film.modulate,
  [ModulateGate]: film.modulate,
  [ModulateGradient]: film.modulateGradient,
  [Hinge]: film.hinge,
  [Modules]: soft.modules,
  [ModulesGradient]: soft.modulesGradient,
  [ModulesInputGradient]: soft.modulesInputGradient,
  [Routes]: soft.routes,
  [RoutesGradient]: soft.routesGradient,
  [Mix]: soft.mix,
  [MixGradient]: soft.mixGradient,
  [AdamStep]: adamStep,
};

const registered = new Set<string>();

function register<Backend>(
  backendName: string,
  gpuOf: (backend: Backend) => Gpu,
  own: (backend: Backend) => Record<string, Kernel>,
  example: Backend,
): void {
  if (registered.has(backendName)) return;
  registered.add(backendName);
  const add = (kernelName: string, kernel: (backend: Backend) => Kernel) =>
    addKernel(backendName, kernelName, (call) => {
      const backend = call.backend as Backend;
      return kernel(backend)(gpuOf(backend), call as unknown as KernelCall);
    });
  for (const [name, kernel] of Object.entries(SHARED)) add(name, () => kernel);
  for (const name of Object.keys(own(example))) add(name, (backend) => own(backend)[name]);
}

/** For `setBackend('webgl')`. */
export const registerWebglKernels = (backend: MathBackendWebGL): void =>
  register(
    'webgl',
    webglGpu,
    () => ({ [GruForward]: gruWebgl.gruForward, [GruBackward]: gruWebgl.gruBackward }),
    backend,
  );

/** For `setBackend('webgpu')`. */
export const registerWebgpuKernels = (backend: WebGPUBackend): void =>
  register(
    'webgpu',
    webgpuGpu,
    (device) => ({
      [GruForward]: gruWebgpu.gruForward(device),
      [GruBackward]: gruWebgpu.gruBackward(device),
    }),
    backend,
  );

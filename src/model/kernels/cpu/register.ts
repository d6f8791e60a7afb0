/** Adds this project's kernels to the cpu backend. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { AdamStep } from '../adam';
import { GruBackward, GruForward } from '../gru';
import { addKernel, type KernelCall } from '../run';
import { adamStep } from './adam';
import { gruBackward, gruForward } from './gru';

let registered = false;

/** For `setBackend('cpu')`. */
export function registerCpuKernels(): void {
  if (registered) return;
  registered = true;
  add(GruForward, gruForward);
  add(GruBackward, gruBackward);
  add(AdamStep, adamStep);
}

function add<Attrs>(
  kernelName: string,
  kernel: (backend: MathBackendCPU, call: KernelCall<Attrs>) => TensorInfo | TensorInfo[],
): void {
  addKernel('cpu', kernelName, (call) =>
    kernel(call.backend as MathBackendCPU, call as unknown as KernelCall<Attrs>),
  );
}

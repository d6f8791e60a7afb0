/** Adds this project's kernels to the cpu backend. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { registerKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { AdamStep } from '../adam';
import type { KernelCall } from '../run';
import { adamStep } from './adam';

let registered = false;

export function registerCpuKernels(): void {
  if (registered) return;
  registered = true;
  add(AdamStep, adamStep);
}

function add<Attrs>(
  kernelName: string,
  kernel: (backend: MathBackendCPU, call: KernelCall<Attrs>) => TensorInfo | TensorInfo[],
): void {
  registerKernel({
    kernelName,
    backendName: 'cpu',
    kernelFunc: (call) =>
      kernel(call.backend as MathBackendCPU, call as unknown as KernelCall<Attrs>),
  });
}

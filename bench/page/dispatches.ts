import { engine } from '@tensorflow/tfjs-core';

interface GpuBackend {
  /** webgpu */
  recordAndSubmit?: (...args: unknown[]) => unknown;
  /** webgl */
  gpgpu?: { executeProgram(...args: unknown[]): unknown };
}

/** Programs that the GPU backend in use runs during `action`; 0 on others. */
export async function countDispatches(action: () => Promise<void>): Promise<number> {
  const backend = engine().backend as unknown as GpuBackend;
  const [owner, name] = backend.gpgpu
    ? ([backend.gpgpu, 'executeProgram'] as const)
    : ([backend, 'recordAndSubmit'] as const);
  const target = owner as Record<string, unknown>;
  const original = target[name] as ((...args: unknown[]) => unknown) | undefined;
  if (!original) return 0;
  let count = 0;
  target[name] = (...args: unknown[]) => {
    count++;
    return original.apply(owner, args);
  };
  try {
    await action();
  } finally {
    delete target[name];
    if (target[name] !== original) target[name] = original;
  }
  return count;
}

/** Runs a test on the backends that Node has, with this project's kernels on them. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { installKernels } from '../../src/model/kernels';

export { numbers } from './numbers';

export const BACKENDS = ['cpu', 'wasm'] as const;

/** Makes `backend` the one in use. */
export async function useBackend(backend: (typeof BACKENDS)[number]): Promise<void> {
  if (!(await tf.setBackend(backend))) throw new Error(`The ${backend} backend does not start.`);
  await installKernels();
}

/** Largest absolute difference; NaN when either holds one. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`${a.length} values against ${b.length}`);
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const gap = Math.abs(a[i] - b[i]);
    if (!(gap <= worst)) worst = gap;
  }
  return worst;
}

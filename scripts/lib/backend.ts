/** tfjs backends in Node, with the project's kernels on them. */
import { ready, scalar, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { installKernels } from '../../src/model/kernels';

export type NodeBackend = 'wasm' | 'cpu';

/** @throws when the backend does not start. */
export async function useBackend(name: NodeBackend): Promise<void> {
  // tfjs advertises its Node package on first use; these scripts print results for people.
  const warn = console.warn;
  console.warn = () => {};
  try {
    if (!(await setBackend(name))) throw new Error(`backend '${name}' does not start here`);
    await ready();
    scalar(0).dispose();
    await installKernels();
  } finally {
    console.warn = warn;
  }
}

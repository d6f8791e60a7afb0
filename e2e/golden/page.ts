/** Runs in the browser, alone: the model against one file of reference vectors, on one backend. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { checkGolden } from '../../scripts/lib/golden-check';
import type { Comparison } from '../../scripts/lib/golden-tensors';
import { installKernels } from '../../src/model/kernels';

declare global {
  interface Window {
    compareWithGolden: (backend: string, golden: unknown) => Promise<Comparison[]>;
  }
}

window.compareWithGolden = async (backend, golden) => {
  if (tf.getBackend() !== backend) {
    if (!(await tf.setBackend(backend))) throw new Error(`${backend} does not start here`);
    await tf.ready();
    await installKernels();
  }
  tf.engine().startScope();
  try {
    return await checkGolden(golden);
  } finally {
    tf.engine().endScope();
  }
};

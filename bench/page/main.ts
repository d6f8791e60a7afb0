/** What `bench/browser.ts` calls in a browser: the model on backends that Node does not have. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import { checkGolden } from '../../scripts/lib/golden-check';
import type { Comparison } from '../../scripts/lib/golden-tensors';
import { installKernels } from '../../src/model/kernels';
import type { ModulationKind } from '../../src/model/types';
import { CASES } from '../../tests/model/kernels/cases';
import { caseError } from '../../tests/model/kernels/cases/case-error';
import { benchConfig, randomArrays, toTensors, type Size } from '../problem';
import { BenchModel } from '../step';
import { countDispatches } from './dispatches';

setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': simd,
});

/** Errors of the GPU that nobody awaits, WGSL's above all. */
const problems: string[] = [];

const api = {
  /** Why the backend does not start here, or null. */
  async start(name: string): Promise<string | null> {
    try {
      // With a null adapter tfjs resolves to false and still calls the backend its own.
      if (!(await tf.setBackend(name))) return 'does not start';
      await tf.ready();
      await installKernels();
      watch();
      return null;
    } catch (error) {
      return String(error);
    }
  },

  /** Largest error of every operation against plain ones on cpu. */
  async cases(backend: string): Promise<{ name: string; error: number; problem?: string }[]> {
    const outcomes = [];
    for (const testCase of CASES) {
      problems.length = 0;
      const error = await caseError(testCase, use, backend).catch((reason) => String(reason));
      outcomes.push({
        name: testCase.name,
        error: typeof error === 'number' ? error : Infinity,
        problem:
          [...(typeof error === 'string' ? [error] : []), ...problems].join('\n').slice(0, 2000) ||
          undefined,
      });
    }
    return outcomes;
  },

  /** Every comparison with one reference file. */
  async golden(text: string): Promise<Comparison[]> {
    tf.engine().startScope();
    const comparisons = await checkGolden(JSON.parse(text));
    tf.engine().endScope();
    return comparisons;
  },

  /** GPU dispatches of one training step, after the first. */
  async dispatches(modulation: ModulationKind, size: Size): Promise<number> {
    const model = new BenchModel(benchConfig(modulation));
    const batch = toTensors(size, randomArrays(size));
    const step = async () => {
      const loss = model.step(batch);
      await loss.data();
      loss.dispose();
    };
    await step();
    const count = await countDispatches(step);
    model.dispose();
    tf.dispose(batch);
    return count;
  },

  /** Milliseconds of training steps, loss read each time. */
  async steps(modulation: ModulationKind, size: Size, rounds: number): Promise<number[]> {
    const model = new BenchModel(benchConfig(modulation));
    const batch = toTensors(size, randomArrays(size));
    const times: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      const loss = model.step(batch);
      await loss.data();
      loss.dispose();
      times.push(performance.now() - start);
    }
    model.dispose();
    tf.dispose(batch);
    return times;
  },
};

async function use(name: string): Promise<void> {
  const reason = await api.start(name);
  if (reason) throw new Error(`${name}: ${reason}`);
}

function watch(): void {
  const { device } = tf.engine().backend as unknown as { device?: GPUDevice };
  if (device) device.onuncapturederror = ({ error }) => problems.push(error.message);
}

export type BenchPage = typeof api;
declare global {
  interface Window {
    bench: BenchPage;
  }
}
window.bench = api;

/** Leaves out tfjs's code for several wasm threads, which this page never starts (`app/workers/backend/wasm.ts`). */
import type { Plugin } from 'vite';

const THREADS =
  /[\\/]tfjs-backend-wasm[\\/]wasm-out[\\/]tfjs-backend-wasm-threaded-simd(?:\.worker)?\.js$/;

export function withoutThreads(): Plugin {
  return {
    name: 'without-threads',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      THREADS.test(id) ? 'export default undefined;\nexport const wasmWorkerContents = "";' : null,
  };
}

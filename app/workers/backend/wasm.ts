/** The wasm backend with its binaries as assets of this page. One thread: more gained nothing. */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { env } from '@tensorflow/tfjs-core';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';

// On cross-origin isolated pages tfjs would start threads from the text of its own functions, which
// no bundle survives and the content security policy forbids.
env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  // Never fetched; tfjs wants a path for it.
  'tfjs-backend-wasm-threaded-simd.wasm': simd,
});

/** The wasm backend with its binaries as assets of this page. One thread: more gained nothing. */
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';

setThreadsCount(1);
setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  // With one thread it is never fetched, but tfjs wants a path for it on isolated pages.
  'tfjs-backend-wasm-threaded-simd.wasm': simd,
});

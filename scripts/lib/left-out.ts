/** Leaves out of the build what libraries bring along and this page never runs. */
import type { Plugin } from 'vite';

const LEFT_OUT: { module: RegExp; instead: string }[] = [
  {
    // tfjs's wasm threads, which are never started (`app/workers/backend/wasm.ts`).
    module:
      /[\\/]tfjs-backend-wasm[\\/]wasm-out[\\/]tfjs-backend-wasm-threaded-simd(?:\.worker)?\.js$/,
    instead: 'export default undefined;\nexport const wasmWorkerContents = "";',
  },
  {
    // What stands in for React's own hook before React 18.
    module: /[\\/]use-sync-external-store[\\/]shim[\\/]index\.js$/,
    instead:
      'import { useSyncExternalStore } from "react";\nexport { useSyncExternalStore };\nexport default { useSyncExternalStore };',
  },
];

export function leftOut(): Plugin {
  return {
    name: 'left-out',
    apply: 'build',
    enforce: 'pre',
    load: (id) => LEFT_OUT.find(({ module }) => module.test(id))?.instead ?? null,
  };
}

/** Reports calls of the wasm functions of tfjs, which its kernels hold privately. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { getKernelsForBackend } from '@tensorflow/tfjs-core';

/** What Emscripten's `cwrap` is told, and one call: an `array` is copied to the heap for as long as it runs. */
export interface StockCall {
  name: string;
  returns: string | null;
  types: readonly string[];
  values: readonly unknown[];
}

let listener: ((call: StockCall) => void) | null = null;

/** Tells every call from now on, before it runs; null: none any more. */
export function listenToStockCalls(next: ((call: StockCall) => void) | null): void {
  listener = next;
}

/**
 * Sets tfjs's kernels up with functions that tell of their calls; tfjs sets them up anew whenever a
 * backend is chosen, so its way to functions stays changed. Once for each backend.
 */
export function exposeStockCalls(backend: BackendWasm): void {
  const wasm = backend.wasm as unknown as { cwrap: Cwrap };
  const { cwrap } = wasm;
  wasm.cwrap = (name, returns, types) => {
    const call = cwrap(name, returns, types);
    return (...values) => {
      listener?.({ name, returns, types, values });
      return call(...values);
    };
  };
  for (const { setupFunc } of getKernelsForBackend('wasm')) setupFunc?.(backend);
}

type Cwrap = (
  name: string,
  returns: string | null,
  types: readonly string[],
) => (...values: unknown[]) => unknown;

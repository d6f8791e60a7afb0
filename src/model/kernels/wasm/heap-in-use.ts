/** The heap of the wasm backend in use; a new backend (after a lost one) brings its own. */
import type { WasmHeap } from './module';

let heap: WasmHeap | null = null;

export const setHeapInUse = (started: WasmHeap): void => void (heap = started);

/** Null as long as no wasm backend has this project's kernels. */
export const heapInUse = (): WasmHeap | null => heap;

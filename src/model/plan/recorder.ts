/**
 * Records what work on tensors does to the wasm heap: a list of calls with numbers for arguments, that does
 * the same again without tfjs.
 */
import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmHeap, WasmKernels } from '../kernels/wasm/module';
import { listenToStockCalls } from '../kernels/wasm/stock-calls';
import type { Arena } from './arena';

export interface Call {
  run: (...values: number[]) => unknown;
  values: number[];
}

export interface Recording {
  calls: readonly Call[];
  /** Where the results of the work lie, now and after every replay. */
  results: number[];
  /** Why the calls do not stand for the work; null where they do. */
  obstacle: string | null;
  /** Gives up what the calls need beside the arena. */
  dispose(): void;
}

/** What of tfjs's wasm backend (4.22.0, pinned) is watched; shapes of arguments are the backend's own. */
interface BackendInside {
  move(dataId: object, values: unknown, ...rest: unknown[]): void;
  typedArrayFromHeap(info: TensorInfo): unknown;
  readSync(dataId: object): unknown;
}

interface WasmInside {
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  HEAPU8: Uint8Array;
  tfjs: {
    registerTensor(id: number, size: number, pointer: number): void;
    disposeData(id: number): void;
  };
  [name: string]: unknown;
}

/**
 * Runs `work`, which may use tensors that are there and outlive the recording, and none that others
 * dispose of. Its results are disposed of: they are read where they lie.
 *
 * - A block is taken from `arena` for every new tensor, and tensors keep their number (tfjs's functions are called with it).
 * - Values that come from JavaScript are taken for constants, and are kept.
 * - Whatever else JavaScript does on the heap is an obstacle, as is a call with a result, or a tensor that the work keeps.
 */
export function record(heap: WasmHeap, arena: Arena, work: () => Tensor[]): Recording {
  const backend = heap.backend as unknown as BackendInside;
  const wasm = heap.backend.wasm as unknown as WasmInside;
  const { tfjs } = wasm;
  const { kernels, rooms } = heap;
  const malloc = wasm._malloc;
  const free = wasm._free;
  const disposeData = tfjs.disposeData;
  const calls: Call[] = [];
  const constants = new Set<number>();
  const ids = new Set<number>();
  /** Of tensors that are gone: kept for the calls. */
  const held = { pointers: [] as number[], ids: [] as number[] };
  let obstacle: string | null = null;
  const meet = (what: string) => (obstacle ??= what);

  const constant = (bytes: number): number => {
    const pointer = malloc(bytes) >>> 0;
    constants.add(pointer);
    return pointer;
  };
  const argument = (bytes: number): number => {
    const pointer = malloc(bytes) >>> 0;
    held.pointers.push(pointer);
    return pointer;
  };
  const dispose = () => {
    held.ids.forEach(disposeData);
    held.pointers.forEach(free);
  };
  const restore = [
    replace(wasm, '_malloc', () => (bytes) => arena.take(bytes)),
    replace(wasm, '_free', () => (pointer) => {
      if (arena.owns(pointer)) arena.giveBack(pointer);
      else if (constants.delete(pointer)) held.pointers.push(pointer);
      else free(pointer);
    }),
    replace(tfjs, 'registerTensor', (register) => (id, size, pointer) => {
      ids.add(id);
      register(id, size, pointer);
    }),
    replace(tfjs, 'disposeData', () => (id) => {
      if (ids.delete(id)) held.ids.push(id);
      else disposeData(id);
    }),
    replace(backend, 'move', (move) => (dataId, values, ...rest) => {
      const fromArena = wasm._malloc;
      if (values) wasm._malloc = constant;
      move(dataId, values, ...rest);
      wasm._malloc = fromArena;
    }),
    replace(backend, 'typedArrayFromHeap', (view) => (info) => {
      meet('a kernel in JavaScript');
      return view(info);
    }),
    replace(heap, 'view', (view) => (pointer, floats) => {
      meet('a kernel in JavaScript');
      return view(pointer, floats);
    }),
    replace(backend, 'readSync', (read) => (dataId) => {
      meet('a value is read');
      return read(dataId);
    }),
  ];
  heap.kernels = telling(kernels, calls);
  heap.rooms = arena.rooms;
  listenToStockCalls((call) => {
    if (call.returns !== null) meet(`${call.name} has a result`);
    const values = call.values.map((value) => {
      if (typeof value === 'number') return value;
      if (typeof value === 'boolean') return Number(value);
      return bytesAt(wasm, argument, value);
    });
    calls.push({ run: wasm[`_${call.name}`] as Call['run'], values });
  });

  const results: number[] = [];
  try {
    for (const tensor of work()) {
      results.push(heap.at(tensor));
      tensor.dispose();
    }
  } catch (error) {
    dispose();
    throw error;
  } finally {
    listenToStockCalls(null);
    heap.kernels = kernels;
    heap.rooms = rooms;
    for (const back of restore) back();
  }
  if (ids.size > 0) meet('a tensor is kept');
  return { calls, results, obstacle, dispose };
}

/** Replays calls. */
export function replay(calls: readonly Call[]): void {
  for (const { run, values } of calls) run(...values);
}

/** Puts another function in place of a method. @returns what brings the method back */
function replace<T extends object, K extends keyof T & string>(
  owner: T,
  name: K,
  make: (method: T[K]) => T[K],
): () => void {
  const own = Object.hasOwn(owner, name);
  const method = owner[name];
  owner[name] = make((method as (...values: unknown[]) => unknown).bind(owner) as T[K]);
  return () => {
    if (own) owner[name] = method;
    else delete owner[name];
  };
}

/** The same kernels, which write their calls down. */
function telling(kernels: WasmKernels, calls: Call[]): WasmKernels {
  const all = kernels as unknown as Record<string, Call['run']>;
  const told = Object.keys(all).map((name) => {
    const run = all[name];
    const tell: Call['run'] = (...values) => {
      calls.push({ run, values });
      return run(...values);
    };
    return [name, tell];
  });
  return Object.fromEntries(told) as unknown as WasmKernels;
}

/** A call's array of bytes at a place that stays; an absent one is 0, as Emscripten has it. */
function bytesAt(wasm: WasmInside, take: (bytes: number) => number, value: unknown): number {
  if (value === null || value === undefined) return 0;
  const bytes = value as Uint8Array;
  const pointer = take(bytes.length);
  wasm.HEAPU8.set(bytes, pointer);
  return pointer;
}

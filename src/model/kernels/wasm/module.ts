/** The compiled kernels on tfjs-wasm's own memory: pointers are byte offsets, sizes count floats. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WasmModule } from '../arithmetic';

type Pointer = number;

/** What `index.as.ts` exports; the equations are there. */
export interface WasmKernels {
  matmul(
    a: Pointer, lda: number, b: Pointer, ldb: number, c: Pointer, ldc: number,
    m: number, k: number, n: number, bias: Pointer, accumulate: number,
  ): void; // prettier-ignore
  matmulTN(
    a: Pointer, lda: number, b: Pointer, ldb: number, c: Pointer, ldc: number,
    m: number, k: number, n: number, accumulate: number,
  ): void; // prettier-ignore
  countZeros(a: Pointer, lda: number, m: number, k: number, samples: number): number;
  matmulSparse(
    a: Pointer, lda: number, b: Pointer, ldb: number, c: Pointer, ldc: number,
    m: number, k: number, n: number, bias: Pointer, accumulate: number, list: Pointer,
  ): void; // prettier-ignore
  multiply(
    a: Pointer, lda: number, b: Pointer, ldb: number, c: Pointer, ldc: number,
    m: number, k: number, n: number, bias: Pointer, accumulate: number, list: Pointer,
  ): void; // prettier-ignore
  matvec(
    a: Pointer,
    lda: number,
    x: Pointer,
    y: Pointer,
    m: number,
    k: number,
    bias: Pointer,
  ): void;
  columnSum(x: Pointer, ldx: number, m: number, n: number, out: Pointer): void;
  transpose(x: Pointer, m: number, n: number, out: Pointer): void;
  copyRows(x: Pointer, ldx: number, out: Pointer, ldo: number, m: number, n: number): void;
  biasLeaky(x: Pointer, bias: Pointer, m: number, n: number, slope: number): void;
  leaky(x: Pointer, count: number, slope: number): void;
  leakyGradient(y: Pointer, dy: Pointer, d: Pointer, count: number, slope: number): void;
  sigmoid(x: Pointer, count: number): void;
  modulate(
    l: Pointer, gamma: Pointer, beta: Pointer, y: Pointer, count: number, slope: number,
  ): void; // prettier-ignore
  modulateGradient(
    l: Pointer, gamma: Pointer, y: Pointer, dy: Pointer,
    dl: Pointer, dGamma: Pointer, dBeta: Pointer, count: number, slope: number,
  ): void; // prettier-ignore
  taskProduct(c: Pointer, x: Pointer, y: Pointer, tasks: number, rows: number, n: number): void;
  taskProductGradient(
    x: Pointer, dy: Pointer, dc: Pointer, tasks: number, rows: number, n: number,
  ): void; // prettier-ignore
  hinge(scores: Pointer, d: Pointer, tasks: number, pairs: number, loss: Pointer): void;
  floatsOfBytes(x: Pointer, out: Pointer, count: number): void;
  gruForward(
    gates: Pointer, u: Pointer, bh: Pointer, steps: number, batch: number, h: number,
    states: Pointer, scratch: Pointer,
  ): void; // prettier-ignore
  gruBackward(
    states: Pointer, uT: Pointer, dh: Pointer, steps: number, batch: number, h: number,
    dGates: Pointer, dHidden: Pointer,
  ): void; // prettier-ignore
  routes(x: Pointer, rows: number, sources: number, targets: number): void;
  routesGradient(
    y: Pointer, dy: Pointer, dx: Pointer, rows: number, sources: number, targets: number,
  ): void; // prettier-ignore
  mix(
    values: Pointer, route: Pointer, mixed: Pointer,
    rows: number, sources: number, targets: number, width: number,
  ): void; // prettier-ignore
  mixGradient(
    values: Pointer, route: Pointer, d: Pointer, dValues: Pointer, dRoute: Pointer,
    rows: number, sources: number, targets: number, width: number,
  ): void; // prettier-ignore
  adam(
    state: Pointer, row: number, g: Pointer, next: Pointer, nextRow: number, value: Pointer, n: number,
    rate: number, mScale: number, vScale: number,
    beta1: number, beta2: number, epsilon: number, decay: number, clip: number,
  ): void; // prettier-ignore
}

/** Each module is a chunk of its own: only the one in use is fetched. */
const MODULES: Record<WasmModule, () => Promise<{ KERNELS: string }>> = {
  simd: () => import('./generated/simd'),
  relaxed: () => import('./generated/relaxed'),
};

/** The binary in a generated text, a character a byte. */
export const binaryOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Instantiates the kernels on a memory, tfjs's or one of the caller's. */
export async function instantiateKernels(
  memory: WebAssembly.Memory,
  module: WasmModule,
): Promise<WasmKernels> {
  const { KERNELS } = await MODULES[module]();
  const { instance } = await WebAssembly.instantiate(binaryOf(KERNELS), { env: { memory } });
  return instance.exports as unknown as WasmKernels;
}

/** tfjs's wasm memory as the kernels see it. */
export class WasmHeap {
  /** Scratch rooms by name; a recording puts its own in their place, and its kernels (`../../plan`). */
  rooms = new Map<string, { pointer: Pointer; floats: number }>();

  private constructor(
    readonly backend: BackendWasm,
    readonly module: WasmModule,
    public kernels: WasmKernels,
  ) {}

  static async of(backend: BackendWasm, module: WasmModule): Promise<WasmHeap> {
    return new WasmHeap(backend, module, await instantiateKernels(memoryOf(backend), module));
  }

  get memory(): WebAssembly.Memory {
    return memoryOf(this.backend);
  }

  /** Where a tensor's values lie. Valid until the tensor is disposed; growth does not move it. */
  at(tensor: TensorInfo): Pointer {
    return this.backend.dataIdMap.get(tensor.dataId).memoryOffset;
  }

  /** A new float32 tensor with arbitrary contents. */
  output(shape: number[]): TensorInfo {
    return this.backend.makeOutput(shape, 'float32');
  }

  /** A new float32 tensor that holds `values`. */
  constant(shape: number[], values: Float32Array): TensorInfo {
    return this.backend.makeOutput(shape, 'float32', undefined, values);
  }

  /** The `floats` values at a pointer, as they lie there now: the view is stale once the memory grows. */
  view(pointer: Pointer, floats: number): Float32Array {
    return new Float32Array(emscripten(this.backend).HEAPU8.buffer, pointer, floats);
  }

  /** Copies `floats` values. */
  copy(from: Pointer, to: Pointer, floats: number): void {
    this.kernels.copyRows(from, floats, to, floats, 1, floats);
  }

  /** The functions that take and free blocks of the heap, as they are now. */
  get allocator(): { malloc(bytes: number): Pointer; free(pointer: Pointer): void } {
    const { _malloc, _free } = emscripten(this.backend);
    return { malloc: _malloc, free: _free };
  }

  /** Room for `floats` values, the same on every call with this name: free to use within one kernel. */
  scratch(floats: number, name = ''): Pointer {
    const known = this.rooms.get(name);
    if (known && known.floats >= floats) return known.pointer;
    const { malloc, free } = this.allocator;
    if (known) free(known.pointer);
    const pointer = malloc(floats * 4) >>> 0;
    this.rooms.set(name, { pointer, floats });
    return pointer;
  }
}

/** What tfjs's Emscripten module has beyond its types. */
interface EmscriptenModule {
  asm: { memory?: WebAssembly.Memory };
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

const emscripten = (backend: BackendWasm) => backend.wasm as unknown as EmscriptenModule;

function memoryOf(backend: BackendWasm): WebAssembly.Memory {
  const { asm } = emscripten(backend);
  if (!asm.memory) throw new Error('tfjs-backend-wasm keeps its memory elsewhere than expected.');
  return asm.memory;
}

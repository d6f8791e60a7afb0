/**
 * Which arithmetic a run goes by. Within one the same seed gives the same curve bit for bit; between
 * two, sums are rounded otherwise, and curves part after some hundred steps.
 */
import { getBackend } from '@tensorflow/tfjs-core';

/**
 * The two modules that the wasm kernels are compiled to: `relaxed` multiplies and adds in one
 * instruction, rounding once, and needs relaxed SIMD of the engine and the processor.
 */
export type WasmModule = 'simd' | 'relaxed';

/** `wasm-simd`, `wasm-relaxed`, or another backend's name. */
export type Arithmetic = string;

/**
 * `m()`: `f32x4.relaxed_madd(a, a, c)` of splats with `a = 1 + 2^-12`, `c = -(1 + 2^-11)`. Fused it
 * is 2^-24; rounded after the product, 0.
 */
const PROBE = [
  ...[0, 97, 115, 109, 1, 0, 0, 0], // magic, version
  ...[1, 5, 1, 96, 0, 1, 125, 3, 2, 1, 0, 7, 5, 1, 1, 109, 0, 0], // () -> f32, exported as `m`
  ...[10, 31, 1, 29, 0], // one body without locals
  ...[67, 0, 8, 128, 63, 253, 19, 67, 0, 8, 128, 63, 253, 19, 67, 0, 16, 128, 191, 253, 19], // a, a, c
  ...[253, 133, 2, 253, 31, 0, 11], // relaxed_madd, lane 0, end
];

/** Whether relaxed SIMD is here; engines differ, and Node 20 has it behind a flag. */
export const hasRelaxedSimd = (): boolean => WebAssembly.validate(Uint8Array.from(PROBE));

/**
 * The module to take. Where relaxed SIMD does not fuse (old processors), it gains nothing, and the
 * plain module has the same results everywhere.
 */
export function bestWasmModule(): WasmModule {
  if (!hasRelaxedSimd()) return 'simd';
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(PROBE)));
  return (exports.m as () => number)() === 0 ? 'simd' : 'relaxed';
}

let wasmModule: WasmModule | null = null;

/** Said by whoever puts the kernels on the wasm backend. */
export function setWasmModule(name: WasmModule): void {
  wasmModule = name;
}

/** The wasm module in use; null on other backends, and before kernels are installed. */
export const wasmModuleInUse = (): WasmModule | null =>
  getBackend() === 'wasm' ? wasmModule : null;

/** What the backend in use computes by. */
export function arithmetic(): Arithmetic {
  const name = wasmModuleInUse();
  return name ? `wasm-${name}` : getBackend();
}

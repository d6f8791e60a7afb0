/** What this browser's WebAssembly can do, asked of page and workers alike. */

/** A module of one function that needs 128-bit vectors: `i8x16.splat`, `i8x16.popcnt`. */
const VECTORS = [
  ...[0, 97, 115, 109, 1, 0, 0, 0], // magic, version
  ...[1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0], // () -> v128
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11], // one body
];

/** Whether there is WebAssembly with SIMD, which the model's kernels are written in. */
export const hasSimd = (): boolean =>
  'WebAssembly' in globalThis && WebAssembly.validate(Uint8Array.from(VECTORS));

/** Why the wasm backend cannot be used here, or null. */
export function whyNotWasm(): string | null {
  if (!('WebAssembly' in globalThis)) return 'this browser has no WebAssembly';
  return hasSimd() ? null : 'this browser’s WebAssembly has no SIMD';
}

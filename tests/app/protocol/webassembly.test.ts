import { afterEach, expect, it, vi } from 'vitest';
import { hasSimd, whyNotWasm } from '../../../app/protocol/webassembly';

afterEach(() => vi.unstubAllGlobals());

it('finds the SIMD of an engine that has it', () => {
  expect(hasSimd()).toBe(true);
  expect(whyNotWasm()).toBeNull();
});

it('says that SIMD is missing, or WebAssembly altogether', () => {
  vi.stubGlobal('WebAssembly', { validate: () => false });
  expect(whyNotWasm()).toContain('no SIMD');
  vi.stubGlobal('WebAssembly', undefined);
  // @ts-expect-error: a browser without it has no such name.
  delete globalThis.WebAssembly;
  expect(whyNotWasm()).toContain('no WebAssembly');
  expect(hasSimd()).toBe(false);
});

/** Runs a test on the backends that Node has, with this project's kernels on them. */
import { allowRelaxedSimd, useBackend } from '../../../scripts/lib/backend';

export { useBackend };
export { numbers } from './numbers';

/** The wasm modules that this Node has: every supported one has both. */
export const WASM = allowRelaxedSimd()
  ? (['wasm-simd', 'wasm-relaxed'] as const)
  : (['wasm-simd'] as const);
export const BACKENDS = ['cpu', ...WASM] as const;

/** Largest absolute difference; NaN when either holds one. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`${a.length} values against ${b.length}`);
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const gap = Math.abs(a[i] - b[i]);
    if (!(gap <= worst)) worst = gap;
  }
  return worst;
}

import type { Variant } from './protocol';

const PARTS = ['setting', 'encoder', 'hybrid', 'modulation'] as const;

/** Whether both name the same model; `a` may come from a file, `b` be none. */
export function sameVariant(a: Record<keyof Variant, string>, b: Variant | null): boolean {
  return b !== null && PARTS.every((part) => a[part] === b[part]);
}

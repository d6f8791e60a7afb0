import type { Variant } from './vocabulary';

const PARTS = ['setting', 'encoder', 'hybrid', 'modulation'] as const;

/** Attention is for likes: neither ratings nor the encoder that is for them have it. */
export const isPossible = ({ setting, encoder, hybrid }: Variant): boolean =>
  hybrid !== 'attention' || (setting === 'scenario' && encoder !== 'weighted');

type Named = Record<(typeof PARTS)[number], string> & { preset?: string };

/** Whether both name the same model; `a` may come from a file, `b` be none. */
export function sameVariant(a: Named, b: Variant | null): boolean {
  return b !== null && a.preset === b.preset && PARTS.every((part) => a[part] === b[part]);
}

/** How each support pair made one value of the context. */
import type { Encoding } from '../../protocol/explanation';

/** What a pair gives to a value, and where that is a product, of what. */
export interface Share {
  value: number;
  factors: [number, number] | null;
}

/**
 * Per support pair, what it gives to value `d` of the context: its share of the mean, the value of
 * which the largest counts, how it changed what was read before it, or its key times its weight.
 */
export function sharesOf(encoding: Encoding, d: number): Share[] {
  const { vectors } = encoding;
  switch (encoding.kind) {
    case 'mean':
      return vectors.map((vector) => ({ value: vector[d] / vectors.length, factors: null }));
    case 'max':
      return vectors.map((vector) => ({ value: vector[d], factors: null }));
    case 'sequence':
      return vectors.map((vector, k) => ({
        value: vector[d] - (k === 0 ? 0 : vectors[k - 1][d]),
        factors: null,
      }));
    case 'weighted':
      return vectors.map((vector, k) => ({
        value: encoding.weights[k] * vector[d],
        factors: [encoding.weights[k], vector[d]],
      }));
  }
}

/** Value `d` of the context, made again from the pairs' shares and the prototype residual. */
export function pooled(encoding: Encoding, d: number): number {
  const values = sharesOf(encoding, d).map(({ value }) => value);
  if (encoding.kind === 'max') return Math.max(...values) + (encoding.prototype?.[d] ?? 0);
  const together = values.reduce((sum, value) => sum + value, 0);
  return together + (encoding.kind === 'mean' ? (encoding.prototype?.[d] ?? 0) : 0);
}

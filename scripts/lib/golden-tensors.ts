/** What the golden files are made of, and how far a result is from one. */
export interface GoldenTensor {
  shape: number[];
  data: number[];
}
export type GoldenTensors = Record<string, GoldenTensor>;

export interface Comparison {
  name: string;
  /** Largest difference, relative to the reference's largest magnitude. */
  error: number;
  /** Why there is nothing to compare. */
  problem?: string;
}

/** References carry nine decimals; one below this is zero but for cancellation, and compared as such. */
const TINY = 1e-7;

export function mismatch(
  name: string,
  expected: GoldenTensor,
  actual: ArrayLike<number> | undefined,
): Comparison {
  if (!actual) return { name, error: Infinity, problem: 'the model has no such tensor' };
  if (actual.length !== expected.data.length) {
    const problem = `${actual.length} values, expected ${expected.data.length}`;
    return { name, error: Infinity, problem };
  }
  let largest = 0;
  let difference = 0;
  for (let i = 0; i < actual.length; i++) {
    const off = Math.abs(actual[i] - expected.data[i]);
    // NaN compares as neither larger nor smaller: it must not pass as equal.
    if (!(off <= difference)) difference = Number.isNaN(off) ? Infinity : off;
    largest = Math.max(largest, Math.abs(expected.data[i]));
  }
  return { name, error: largest > TINY ? difference / largest : difference };
}

/** Which candidates to score first, so that an edit is answered in a few milliseconds. */

export const FIRST = 500;

/**
 * The likeliest `FIRST` items: half of them those nearest to the support set's prototype
 * `sum_k y_k x_k`, the others the best of the last full ranking. Without either: the first items,
 * which are the most rated.
 *
 * @param candidates `x [items, D]`
 * @param prototype size D, or null for an empty support set
 * @param lastOrder all items, best first, or null
 */
export function firstCandidates(
  candidates: Float32Array,
  dim: number,
  prototype: Float32Array | null,
  lastOrder: Uint32Array | null,
): Uint32Array {
  const items = candidates.length / dim;
  const wanted = Math.min(FIRST, items);
  const chosen = new Set<number>();
  if (prototype) {
    for (const item of nearest(candidates, dim, prototype, wanted >> 1)) chosen.add(item);
  }
  for (let k = 0; chosen.size < wanted; k++) chosen.add(lastOrder ? lastOrder[k] : k);
  return Uint32Array.from(chosen);
}

/** The `count` rows with the largest product with `prototype`; of equal ones the first. */
function nearest(
  candidates: Float32Array,
  dim: number,
  prototype: Float32Array,
  count: number,
): number[] {
  const items = candidates.length / dim;
  const likeness = new Float32Array(items);
  for (let i = 0; i < items; i++) {
    let sum = 0;
    for (let d = 0; d < dim; d++) sum += candidates[i * dim + d] * prototype[d];
    likeness[i] = sum;
  }
  // A typed array sorts fast without a comparator, so only the threshold is looked up.
  const threshold = likeness.slice().sort()[items - count];
  const rows: number[] = [];
  for (let i = 0; i < items; i++) if (likeness[i] > threshold) rows.push(i);
  for (let i = 0; i < items && rows.length < count; i++)
    if (likeness[i] === threshold) rows.push(i);
  return rows;
}

/** `sum_k y_k x_k`, `y` +1 where a label is above the middle and -1 below; null when empty. */
export function prototypeOf(
  pairs: Float32Array,
  dim: number,
  labels: readonly number[],
  middle: number,
): Float32Array | null {
  if (labels.length === 0) return null;
  const sum = new Float32Array(dim);
  labels.forEach((label, k) => {
    const sign = Math.sign(label - middle);
    for (let d = 0; d < dim; d++) sum[d] += sign * pairs[k * dim + d];
  });
  return sum;
}

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
  const likeness = products(candidates, dim, prototype);
  const threshold = largest(likeness.slice(), count);
  const rows: number[] = [];
  for (let i = 0; i < likeness.length; i++) if (likeness[i] > threshold) rows.push(i);
  for (let i = 0; i < likeness.length && rows.length < count; i++)
    if (likeness[i] === threshold) rows.push(i);
  return rows;
}

/** Each row times `vector`: four rows at once, whose sums do not wait for each other. */
function products(rows: Float32Array, dim: number, vector: Float32Array): Float32Array {
  const count = rows.length / dim;
  const out = new Float32Array(count);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const [a, b, c, d] = [i * dim, (i + 1) * dim, (i + 2) * dim, (i + 3) * dim];
    let [p, q, r, s] = [0, 0, 0, 0];
    for (let k = 0; k < dim; k++) {
      const value = vector[k];
      p += rows[a + k] * value;
      q += rows[b + k] * value;
      r += rows[c + k] * value;
      s += rows[d + k] * value;
    }
    out[i] = p;
    out[i + 1] = q;
    out[i + 2] = r;
    out[i + 3] = s;
  }
  for (; i < count; i++) for (let k = 0; k < dim; k++) out[i] += rows[i * dim + k] * vector[k];
  return out;
}

/** The `count`-th largest of `values`, which are put in another order (Hoare's selection). */
function largest(values: Float32Array, count: number): number {
  const wanted = values.length - count;
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const pivot = values[(from + to) >> 1];
    let [low, high] = [from, to];
    while (low <= high) {
      while (values[low] < pivot) low++;
      while (values[high] > pivot) high--;
      if (low > high) break;
      [values[low], values[high]] = [values[high], values[low]];
      low++;
      high--;
    }
    if (wanted <= high) to = high;
    else if (wanted >= low) from = low;
    else break;
  }
  return values[wanted];
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

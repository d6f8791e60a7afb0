/** How alike two rankings or two routes are. */

/** Ranks from 0, the mean rank for ties. */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort(
    (a, b) => values[a] - values[b],
  );
  const out = new Float64Array(values.length);
  let first = 0;
  while (first < order.length) {
    let end = first;
    while (end < order.length && values[order[end]] === values[order[first]]) end++;
    for (let k = first; k < end; k++) out[order[k]] = (first + end - 1) / 2;
    first = end;
  }
  return out;
}

/** Pearson correlation; of ranks it is Spearman's. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  let [meanA, meanB] = [0, 0];
  for (let i = 0; i < n; i++) {
    meanA += a[i] / n;
    meanB += b[i] / n;
  }
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    ab += (a[i] - meanA) * (b[i] - meanB);
    aa += (a[i] - meanA) ** 2;
    bb += (b[i] - meanB) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** Share of `a` that is also in `b`. */
export function overlap(a: readonly number[], b: readonly number[]): number {
  const other = new Set(b);
  return a.filter((value) => other.has(value)).length / a.length;
}

/**
 * Distance of two routes of one layer, averaged over pairs and target modules; each is
 * `[rows, sources, targets]` flat, and the weights into a target sum to 1.
 */
export interface RouteShape {
  sources: number;
  targets: number;
}

/** Kullback-Leibler divergence `sum_s p log(p / q)` in nats. */
export const klDivergence = (p: ArrayLike<number>, q: ArrayLike<number>, shape: RouteShape) =>
  perTarget(p, q, shape, (a, b) => (a > 0 ? a * Math.log(a / Math.max(b, 1e-12)) : 0));

/** Total variation `sum_s |p - q| / 2`, 0..1. */
export const totalVariation = (p: ArrayLike<number>, q: ArrayLike<number>, shape: RouteShape) =>
  perTarget(p, q, shape, (a, b) => Math.abs(a - b) / 2);

function perTarget(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  { sources }: RouteShape,
  term: (a: number, b: number) => number,
): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += term(p[i], q[i]);
  return sum / (p.length / sources);
}

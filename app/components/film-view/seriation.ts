/**
 * An order of columns in which like stands beside like: average-linkage clustering, each merge
 * turned so that the closest ends meet. Computed once for a model and then kept.
 */

/** Squared distance between feature columns `a` and `b`; every feature has a value for each unit. */
function distance(features: readonly ArrayLike<number>[], a: number, b: number): number {
  return features.reduce((sum, feature) => sum + (feature[a] - feature[b]) ** 2, 0);
}

/**
 * Order of `units` columns described by `features` (each of length `units`): a permutation. The end
 * with the larger first feature comes first; equal input gives equal order. O(units^3), for layers
 * of up to a few hundred units.
 */
export function seriation(units: number, features: readonly ArrayLike<number>[]): number[] {
  const between = Array.from({ length: units }, (_, a) =>
    Float64Array.from({ length: units }, (_, b) => distance(features, a, b)),
  );
  let groups = Array.from({ length: units }, (_, unit) => [unit]);
  // linkage[a][b]: average distance between the members of two groups.
  let linkage = between.map((row) => Array.from(row));
  while (groups.length > 1) {
    const [a, b] = closest(linkage);
    const merged = join(groups[a], groups[b], between);
    const rest = groups.map((_, k) => k).filter((k) => k !== a && k !== b);
    const share = groups[a].length / merged.length;
    const toMerged = rest.map((k) => share * linkage[a][k] + (1 - share) * linkage[b][k]);
    linkage = [
      ...rest.map((k, row) => [...rest.map((other) => linkage[k][other]), toMerged[row]]),
      [...toMerged, 0],
    ];
    groups = [...rest.map((k) => groups[k]), merged];
  }
  const order = groups[0] ?? [];
  const first = features[0];
  return first && first[order[0]] < first[order.at(-1)!] ? [...order].reverse() : order;
}

/** The two groups with the smallest average distance; of equals the first. */
function closest(linkage: readonly (readonly number[])[]): [number, number] {
  let best: [number, number] = [0, 1];
  let least = Infinity;
  for (let a = 0; a < linkage.length; a++) {
    for (let b = a + 1; b < linkage.length; b++) {
      if (linkage[a][b] < least) {
        least = linkage[a][b];
        best = [a, b];
      }
    }
  }
  return best;
}

/** Both groups in one, each turned so that the ends that meet are the closest of the four pairs. */
function join(
  left: readonly number[],
  right: readonly number[],
  between: readonly Float64Array[],
): number[] {
  const turns: [readonly number[], readonly number[]][] = [
    [left, right],
    [[...left].reverse(), right],
    [left, [...right].reverse()],
    [[...left].reverse(), [...right].reverse()],
  ];
  const seam = ([a, b]: [readonly number[], readonly number[]]): number => between[a.at(-1)!][b[0]];
  const best = turns.reduce((least, turn) => (seam(turn) < seam(least) ? turn : least));
  return best.flat();
}

/** How well labelled points form clusters: silhouette, neighbour purity, variance ratio. */
import { mean } from '../../statistics/mean';

/** Rows of equal length. */
export type Points = readonly ArrayLike<number>[];

function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) ** 2;
  return sum;
}

/** Euclidean distances, `[n][n]`. */
function distances(points: Points): number[][] {
  return points.map((a) => points.map((b) => Math.sqrt(squaredDistance(a, b))));
}

/**
 * Mean silhouette (Rousseeuw 1987), -1..1: how much nearer a point's own cluster is than the
 * nearest other. A point alone in its cluster counts 0.
 */
export function silhouette(points: Points, labels: readonly unknown[]): number {
  const between = distances(points);
  const clusters = [...new Set(labels)];
  const values = points.map((_, i) => {
    const meanTo = (cluster: unknown) => {
      const others = labels.flatMap((label, j) => (label === cluster && j !== i ? [j] : []));
      return others.length > 0 ? mean(others.map((j) => between[i][j])) : Number.NaN;
    };
    const own = meanTo(labels[i]);
    if (Number.isNaN(own)) return 0;
    const nearest = Math.min(...clusters.filter((c) => c !== labels[i]).map(meanTo));
    return (nearest - own) / Math.max(nearest, own);
  });
  return mean(values);
}

/** Share of each point's `k` nearest neighbours that have its label, averaged. */
export const neighbourPurity = (points: Points, labels: readonly unknown[], k = 5): number =>
  mean(neighbourShares(points, labels, k));

/** Share of each point's `k` nearest neighbours that have its label, by point. */
export const neighbourShares = (points: Points, labels: readonly unknown[], k = 5): number[] =>
  points.map((_, i) => {
    const nearest = nearestTo(points, i, k);
    return nearest.filter((j) => labels[j] === labels[i]).length / nearest.length;
  });

/** The `k` other points nearest to point `i`, nearest first; of equally near ones the first. */
function nearestTo(points: Points, i: number, k: number): number[] {
  const nearest: number[] = [];
  const distance: number[] = [];
  for (let j = 0; j < points.length; j++) {
    if (j === i) continue;
    const d = squaredDistance(points[i], points[j]);
    if (nearest.length === k && d >= distance[k - 1]) continue;
    let at = Math.min(nearest.length, k - 1);
    for (; at > 0 && distance[at - 1] > d; at--) {
      nearest[at] = nearest[at - 1];
      distance[at] = distance[at - 1];
    }
    nearest[at] = j;
    distance[at] = d;
  }
  return nearest;
}

function centroid(points: Points): number[] {
  return Array.from(points[0], (_, j) => mean(points.map((p) => p[j])));
}

/** Mean squared distance of group centres from the common centre over that of points from theirs. */
export function varianceRatio(points: Points, labels: readonly unknown[]): number {
  const centre = centroid(points);
  const groups = [...new Set(labels)].map((label) => points.filter((_, i) => labels[i] === label));
  const centres = groups.map(centroid);
  const between = mean(centres.map((own) => squaredDistance(own, centre)));
  const within = mean(groups.flatMap((g, n) => g.map((p) => squaredDistance(p, centres[n]))));
  return between / within;
}

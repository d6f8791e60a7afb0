/** Thinning and smoothing of curves, so that a long run stays as quick to draw as a short one. */

export interface CurvePoint {
  x: number;
  y: number;
}

/**
 * At most two points a bucket, its lowest and its highest: peaks survive, whatever the length.
 * Points must be ordered by x.
 */
export function thinned(points: readonly CurvePoint[], buckets: number): CurvePoint[] {
  if (points.length <= 2 * buckets) return [...points];
  const size = points.length / buckets;
  const kept: CurvePoint[] = [];
  for (let b = 0; b < buckets; b++) {
    const bucket = points.slice(Math.floor(b * size), Math.floor((b + 1) * size));
    const low = bucket.reduce((a, p) => (p.y < a.y ? p : a));
    const high = bucket.reduce((a, p) => (p.y > a.y ? p : a));
    kept.push(...(low === high ? [low] : low.x < high.x ? [low, high] : [high, low]));
  }
  return kept;
}

/** Exponential moving average, corrected for its start as Adam's moments are. */
export function smoothed(points: readonly CurvePoint[], keep = 0.95): CurvePoint[] {
  let average = 0;
  let weight = 0;
  return points.map(({ x, y }) => {
    average = keep * average + (1 - keep) * y;
    weight = keep * weight + (1 - keep);
    return { x, y: average / weight };
  });
}

/**
 * Indices of `count` points that lie far apart: the first point, then again and again the one that is
 * farthest from all taken so far (Gonzalez 1985); of equals the earlier.
 */
export function farApart(points: readonly (readonly [number, number])[], count: number): number[] {
  const taken: number[] = [];
  const nearest = points.map(() => Infinity);
  while (taken.length < Math.min(count, points.length)) {
    const next = taken.length === 0 ? 0 : nearest.indexOf(Math.max(...nearest));
    taken.push(next);
    const [x, y] = points[next];
    points.forEach(([px, py], k) => {
      nearest[k] = k === next ? -1 : Math.min(nearest[k], Math.hypot(px - x, py - y));
    });
  }
  return taken;
}

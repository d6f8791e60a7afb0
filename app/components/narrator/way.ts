/** How far the visitor's point went on the context map, and which task it is nearest to. */
import { quantile } from 'd3-array';
import type { ContextMap } from '../../protocol/adapter';
import { centroids, type XY } from '../context-map/projection';
import type { Way } from '../../strings/narration';

/** A few stray points do not make the map wider. */
const BEYOND = 0.001;

function widthOf(points: Float32Array): number {
  const reach = [0, 1].map((axis) => {
    const values = points.filter((_, k) => k % 2 === axis);
    return (quantile(values, 1 - BEYOND) ?? 0) - (quantile(values, BEYOND) ?? 0);
  });
  return Math.max(...reach);
}

function nearest(middles: ReadonlyMap<number, XY>, [x, y]: XY): number | null {
  let found: number | null = null;
  let least = Infinity;
  for (const [scenario, [mx, my]] of middles) {
    const distance = Math.hypot(mx - x, my - y);
    if (distance < least) [found, least] = [scenario, distance];
  }
  return found;
}

/** @param nameOf the name of a scenario by its index; null: it is none to be named */
export function wayOf(
  map: ContextMap,
  from: XY,
  to: XY,
  nameOf: (scenario: number) => string | null,
): Way | null {
  const width = widthOf(map.points);
  if (!(width > 0)) return null;
  const middles = centroids(map);
  const [was, is] = [nearest(middles, from), nearest(middles, to)];
  return {
    share: Math.hypot(to[0] - from[0], to[1] - from[1]) / width,
    towards: is === null || is === was ? null : nameOf(is),
  };
}

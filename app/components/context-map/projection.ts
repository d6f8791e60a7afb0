/** From map coordinates to pixels and back: scales, middles of genres, the nearest dot. */
import { quantile } from 'd3-array';
import type { ContextMap } from '../../protocol/adapter';

export type XY = readonly [number, number];

export interface Frame {
  width: number;
  height: number;
}

/** Zoom and pan, in pixels: `pixel = k * base + (x, y)`. */
export interface View {
  k: number;
  x: number;
  y: number;
}

/** Support sets on a plane, by scenario. */
export type Dots = Pick<ContextMap, 'points' | 'scenario'>;

export interface Placement {
  x: (value: number) => number;
  y: (value: number) => number;
}

const MARGIN = 24;
/** So far from the edge what lies beyond it is drawn, in pixels. */
export const EDGE = 12;
/** So many of the points, at each end of each axis, may lie in the margin or beyond it. */
const BEYOND = 0.001;

/**
 * One scale for both axes, so that distances mean the same in every direction; y grows upwards.
 * A few stray points do not press the others together.
 */
export function placement(points: Float32Array, { width, height }: Frame): Placement {
  const [left, right] = reachOf(points.filter((_, k) => k % 2 === 0));
  const [low, high] = reachOf(points.filter((_, k) => k % 2 === 1));
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(1e-9, right - left),
    (height - 2 * MARGIN) / Math.max(1e-9, high - low),
  );
  return {
    x: (value) => width / 2 + scale * (value - (left + right) / 2),
    y: (value) => height / 2 - scale * (value - (low + high) / 2),
  };
}

function reachOf(values: Float32Array): [number, number] {
  return [quantile(values, BEYOND) ?? -1, quantile(values, 1 - BEYOND) ?? 1];
}

/** `place` seen through `view`. */
export const through = (place: Placement, view: View): Placement => ({
  x: (value) => view.x + view.k * place.x(value),
  y: (value) => view.y + view.k * place.y(value),
});

/** `place` kept inside the frame: what lies beyond is drawn at its edge. */
export function within(place: Placement, { width, height }: Frame): Placement {
  const clamp = (value: number, high: number) => Math.min(high - EDGE, Math.max(EDGE, value));
  return {
    x: (value) => clamp(place.x(value), width),
    y: (value) => clamp(place.y(value), height),
  };
}

/** Middle of each scenario's points, by scenario index; scenarios without points are left out. */
export function centroids(map: Dots): Map<number, [number, number]> {
  const sums = new Map<number, [number, number, number]>();
  map.scenario.forEach((scenario, k) => {
    const sum = sums.get(scenario) ?? [0, 0, 0];
    sums.set(scenario, [sum[0] + map.points[2 * k], sum[1] + map.points[2 * k + 1], sum[2] + 1]);
  });
  return new Map([...sums].map(([scenario, [x, y, n]]) => [scenario, [x / n, y / n]]));
}

/** Lowest and highest reach of each scenario's dots (10% and 90% quantile of y), for its label. */
export function spans(map: Dots): Map<number, [number, number]> {
  const ys = new Map<number, number[]>();
  map.scenario.forEach((scenario, k) => {
    const own = ys.get(scenario);
    if (own) own.push(map.points[2 * k + 1]);
    else ys.set(scenario, [map.points[2 * k + 1]]);
  });
  return new Map(
    [...ys].map(([scenario, own]) => [scenario, [quantile(own, 0.1)!, quantile(own, 0.9)!]]),
  );
}

/** Index of the accepted point nearest to a pixel within `reach` pixels, or -1. */
export function nearestPoint(
  points: Float32Array,
  place: Placement,
  [px, py]: XY,
  reach: number,
  accepts: (point: number) => boolean = () => true,
): number {
  let best = -1;
  let least = reach * reach;
  for (let k = 0; k < points.length / 2; k++) {
    const dx = place.x(points[2 * k]) - px;
    const dy = place.y(points[2 * k + 1]) - py;
    const distance = dx * dx + dy * dy;
    if (distance <= least && accepts(k)) {
      least = distance;
      best = k;
    }
  }
  return best;
}

/** Other scenarios by distance between middles, nearest first. */
export function nearestScenarios(
  middles: ReadonlyMap<number, XY>,
  scenario: number,
  count: number,
): number[] {
  const here = middles.get(scenario);
  if (!here) return [];
  return [...middles]
    .filter(([other]) => other !== scenario)
    .map(([other, [x, y]]) => ({ other, distance: Math.hypot(x - here[0], y - here[1]) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ other }) => other);
}

/** The scenario whose middle lies next in the direction of an arrow key; `from` when none does. */
export function neighbourIn(middles: ReadonlyMap<number, XY>, from: number, direction: XY): number {
  const here = middles.get(from);
  if (!here) return from;
  let best = from;
  let least = Infinity;
  for (const [scenario, [x, y]] of middles) {
    if (scenario === from) continue;
    const [dx, dy] = [x - here[0], y - here[1]];
    const along = dx * direction[0] + dy * direction[1];
    const across = Math.abs(dx * direction[1] - dy * direction[0]);
    // Inside a cone about the arrow, 63 degrees to each side: every direction belongs to a key.
    if (along <= 0 || across > 2 * along) continue;
    const cost = along + 2 * across;
    if (cost < least) {
      least = cost;
      best = scenario;
    }
  }
  return best;
}

/** Where the frame's edge is met on the way to a point outside it, with the angle; null inside. */
export function edgeTowards(
  [x, y]: XY,
  { width, height }: Frame,
  inset: number,
): { x: number; y: number; angle: number } | null {
  if (x >= 0 && x <= width && y >= 0 && y <= height) return null;
  const [cx, cy] = [width / 2, height / 2];
  const share = Math.min(
    (cx - inset) / Math.max(1e-9, Math.abs(x - cx)),
    (cy - inset) / Math.max(1e-9, Math.abs(y - cy)),
  );
  return {
    x: cx + share * (x - cx),
    y: cy + share * (y - cy),
    angle: (Math.atan2(y - cy, x - cx) * 180) / Math.PI,
  };
}

/** From map coordinates to pixels, and back to the nearest task. */
import { extent } from 'd3-array';
import type { ContextMap } from '../../workers/protocol';

export interface Frame {
  width: number;
  height: number;
}

const MARGIN = 22;

export interface Placement {
  x: (value: number) => number;
  y: (value: number) => number;
}

/** One scale for both axes, so that distances mean the same in every direction. */
export function placement(points: Float32Array, { width, height }: Frame): Placement {
  const xs = extent(points.filter((_, k) => k % 2 === 0));
  const ys = extent(points.filter((_, k) => k % 2 === 1));
  const [left = -1, right = 1] = xs as [number?, number?];
  const [low = -1, high = 1] = ys as [number?, number?];
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(1e-9, right - left),
    (height - 2 * MARGIN) / Math.max(1e-9, high - low),
  );
  return {
    x: (value) => width / 2 + scale * (value - (left + right) / 2),
    y: (value) => height / 2 - scale * (value - (low + high) / 2),
  };
}

/** Middle of each scenario's points, by scenario index; scenarios without points are left out. */
export function centroids(map: ContextMap): Map<number, [number, number]> {
  const sums = new Map<number, [number, number, number]>();
  map.scenario.forEach((scenario, k) => {
    const sum = sums.get(scenario) ?? [0, 0, 0];
    sums.set(scenario, [sum[0] + map.points[2 * k], sum[1] + map.points[2 * k + 1], sum[2] + 1]);
  });
  return new Map([...sums].map(([scenario, [x, y, n]]) => [scenario, [x / n, y / n]]));
}

/** Index of the point nearest to a pixel within `reach` pixels, or -1. */
export function nearestPoint(
  points: Float32Array,
  place: Placement,
  [px, py]: readonly [number, number],
  reach: number,
): number {
  let best = -1;
  let least = reach * reach;
  for (let k = 0; k < points.length / 2; k++) {
    const dx = place.x(points[2 * k]) - px;
    const dy = place.y(points[2 * k + 1]) - py;
    const distance = dx * dx + dy * dy;
    if (distance <= least) {
      least = distance;
      best = k;
    }
  }
  return best;
}

/** Other scenarios by distance between middles, nearest first. */
export function nearestScenarios(
  middles: ReadonlyMap<number, [number, number]>,
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

/** The scenario whose middle lies next in the direction of an arrow key. */
export function neighbourIn(
  middles: ReadonlyMap<number, [number, number]>,
  from: number,
  direction: readonly [number, number],
): number {
  const here = middles.get(from);
  if (!here) return from;
  let best = from;
  let least = Infinity;
  for (const [scenario, [x, y]] of middles) {
    if (scenario === from) continue;
    const [dx, dy] = [x - here[0], y - here[1]];
    const along = dx * direction[0] + dy * direction[1];
    const across = Math.abs(dx * direction[1] - dy * direction[0]);
    // Twice as far along as across: inside the arrow's cone.
    if (along <= 0 || across > 2 * along) continue;
    const cost = along + 2 * across;
    if (cost < least) {
      least = cost;
      best = scenario;
    }
  }
  return best;
}

export interface PlacedLabel {
  scenario: number;
  x: number;
  y: number;
}

/** Labels that do not overlap: taken in order of importance, each where it is free or not at all. */
export function placeLabels(
  wanted: readonly { scenario: number; text: string }[],
  middles: ReadonlyMap<number, [number, number]>,
  place: Placement,
  { width, height }: Frame,
): PlacedLabel[] {
  const CHARACTER = 6.2;
  const LINE = 15;
  const boxes: { left: number; right: number; top: number; bottom: number }[] = [];
  const placed: PlacedLabel[] = [];
  for (const { scenario, text } of wanted) {
    const middle = middles.get(scenario);
    if (!middle) continue;
    const half = (text.length * CHARACTER) / 2;
    const x = Math.min(width - half - 4, Math.max(half + 4, place.x(middle[0])));
    const y = Math.min(height - 6, Math.max(LINE, place.y(middle[1]) - 10));
    const box = { left: x - half, right: x + half, top: y - LINE, bottom: y + 2 };
    const free = boxes.every(
      (b) => b.right < box.left || b.left > box.right || b.bottom < box.top || b.top > box.bottom,
    );
    if (!free) continue;
    boxes.push(box);
    placed.push({ scenario, x, y });
  }
  return placed;
}

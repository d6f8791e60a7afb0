/** Thinning, smoothing and reading of curves; a long run stays as quick to draw as a short one. */
import { bisector, extent, quantile } from 'd3-array';

export interface CurvePoint {
  x: number;
  y: number;
}

/**
 * At most two points a bucket, its lowest and its highest: peaks survive, whatever the length, and
 * so do the first and the last point. Points must be ordered by x.
 */
export function thinned(points: readonly CurvePoint[], buckets: number): CurvePoint[] {
  if (points.length <= 2 * buckets) return [...points];
  const size = points.length / buckets;
  const kept = [points[0]];
  for (let b = 0; b < buckets; b++) {
    let low = Math.floor(b * size);
    let high = low;
    for (let k = low + 1; k < Math.floor((b + 1) * size); k++) {
      if (points[k].y < points[low].y) low = k;
      if (points[k].y > points[high].y) high = k;
    }
    for (const k of low === high ? [low] : [Math.min(low, high), Math.max(low, high)]) {
      if (k > 0 && k < points.length - 1) kept.push(points[k]);
    }
  }
  return [...kept, points[points.length - 1]];
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

const byX = bisector((point: CurvePoint) => point.x);

/** The point whose x is nearest; points ordered by x. */
export function nearestTo(points: readonly CurvePoint[], x: number): CurvePoint | undefined {
  return points[byX.center(points, x)];
}

/**
 * Range of y to draw: all of the smooth curve, and 98% of the raw points. Without this one early
 * spike presses the rest of a run flat.
 */
export function robustRange(
  raw: readonly CurvePoint[],
  smooth: readonly CurvePoint[],
): [number, number] {
  const ys = raw.map(({ y }) => y);
  const [low, high] = extent(smooth, ({ y }) => y);
  if (low === undefined || high === undefined) return [0, 1];
  return [Math.min(low, quantile(ys, 0.01) ?? low), Math.max(high, quantile(ys, 0.99) ?? high)];
}

export interface Mark {
  x: number;
  label: string;
}

export interface PlacedMark extends Mark {
  /** Line of text, from 0 down. */
  line: number;
  /** Text stands to the left of the mark: there is no room to its right. */
  isLeft: boolean;
}

/** Labels of marks on as many lines as it takes that none overlaps; `at` gives pixels. */
export function placeMarks(
  marks: readonly Mark[],
  at: (x: number) => number,
  right: number,
  characterWidth = 6,
): PlacedMark[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    const length = mark.label.length * characterWidth;
    const isLeft = at(mark.x) + 4 + length > right;
    const start = isLeft ? at(mark.x) - 4 - length : at(mark.x) + 4;
    const free = ends.findIndex((end) => end < start);
    const line = free < 0 ? ends.length : free;
    ends[line] = start + length + 6;
    return { ...mark, line, isLeft };
  });
}

/**
 * Every point of a run as rows of text, by tasks seen: loss, smoothed loss, held-out quality; empty where
 * a curve has no point there.
 */
export function curveRows(
  losses: readonly { tasksSeen: number; loss: number }[],
  heldOut: readonly CurvePoint[],
): string[][] {
  const points = losses.map(({ tasksSeen, loss }) => ({ x: tasksSeen, y: loss }));
  const rows = new Map<number, string[]>();
  smoothed(points).forEach(({ x, y }, k) => {
    rows.set(x, [String(x), String(points[k].y), y.toFixed(6), '']);
  });
  for (const { x, y } of heldOut) {
    rows.set(x, [...(rows.get(x) ?? [String(x), '', '']).slice(0, 3), String(y)]);
  }
  return [...rows.values()].sort((a, b) => Number(a[0]) - Number(b[0]));
}

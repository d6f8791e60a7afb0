/** The points of the map that are in view, for other programs: place, task and context of each. */
import { safeCsv } from '../../../src/data/csv-out';
import type { ContextMap } from '../../protocol/adapter';
import type { Dots, Frame, Placement } from './projection';

/** What is known of the selected points, one entry each. */
export interface Selection {
  projection: ContextMap['projection'];
  /** Training steps of the parameters that the map was drawn with. */
  steps: number;
  points: readonly {
    task: string;
    /** Its group in the legend. */
    group: string;
    x: number;
    y: number;
    /** `C`, size P. */
    context: readonly number[];
  }[];
}

const DIGITS = 6;
const short = (value: number): number => Number(value.toPrecision(DIGITS));

/** Indices of the points that `accepts` takes and that lie inside the frame as it is seen, `at`. */
export function pointsInView(
  { points, scenario }: Dots,
  at: Placement,
  { width, height }: Frame,
  accepts: (scenario: number) => boolean,
): Uint32Array {
  const isInside = (value: number, end: number) => value >= 0 && value <= end;
  return Uint32Array.from(scenario.keys()).filter(
    (k) =>
      accepts(scenario[k]) &&
      isInside(at.x(points[2 * k]), width) &&
      isInside(at.y(points[2 * k + 1]), height),
  );
}

/**
 * @param chosen indices of points of `map`
 * @param contexts of those, `[chosen, P]`
 */
export function selectionOf(
  map: Pick<ContextMap, 'points' | 'scenario' | 'projection' | 'steps'>,
  chosen: Uint32Array,
  contexts: Float32Array,
  wordsOf: (scenario: number) => { task: string; group: string },
): Selection {
  const size = contexts.length / Math.max(1, chosen.length);
  const points = Array.from(chosen, (k, row) => ({
    ...wordsOf(map.scenario[k]),
    x: short(map.points[2 * k]),
    y: short(map.points[2 * k + 1]),
    context: Array.from(contexts.subarray(row * size, (row + 1) * size), short),
  }));
  return { projection: map.projection, steps: map.steps, points };
}

export const selectionJson = (selection: Selection): string =>
  JSON.stringify({ what: 'map-points', ...selection }, null, 2);

/** A row a point; the context in columns `c1` to `cP`. */
export function selectionCsv({ points }: Selection): string {
  const dimensions = (points[0]?.context ?? []).map((_, k) => `c${k + 1}`);
  const rows = points.map(({ task, group, x, y, context }) =>
    [task, group, x, y, ...context].map(String),
  );
  return safeCsv([['task', 'group', 'x', 'y', ...dimensions], ...rows]);
}

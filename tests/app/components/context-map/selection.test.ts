import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { placement, through, within } from '../../../../app/components/context-map/projection';
import {
  pointsInView,
  selectionCsv,
  selectionJson,
  selectionOf,
} from '../../../../app/components/context-map/selection';

const FRAME = { width: 300, height: 200 };
/** Two points each of three tasks: left, right, above. */
const MAP = {
  projection: 'linear' as const,
  points: Float32Array.of(-2, 0, -1, 0, 2, 0, 3, 0, 0, 2, 0, 4),
  scenario: Uint16Array.of(7, 7, 8, 8, 9, 9),
  steps: 12,
};
const everything = () => true;

describe('points of the map', () => {
  const place = within(placement(MAP.points, FRAME), FRAME);

  it('are all in view as the map opens, stray ones at its edge too', () => {
    expect([...pointsInView(MAP, place, FRAME, everything)]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('are those of the chosen group', () => {
    expect([...pointsInView(MAP, place, FRAME, (scenario) => scenario === 8)]).toEqual([2, 3]);
  });

  it('are those that a zoomed view shows', () => {
    // Three times as large, about the point that lies farthest to the right.
    const [x, y] = [place.x(3), place.y(0)];
    const view = { k: 3, x: FRAME.width - 40 - 3 * x, y: FRAME.height / 2 - 3 * y };
    const at = through(place, view);
    const inView = [...MAP.scenario.keys()].filter((k) => {
      const [px, py] = [at.x(MAP.points[2 * k]), at.y(MAP.points[2 * k + 1])];
      return px >= 0 && px <= FRAME.width && py >= 0 && py <= FRAME.height;
    });
    expect(inView).toContain(3);
    expect(inView.length).toBeLessThan(6);
    expect([...pointsInView(MAP, at, FRAME, everything)]).toEqual(inView);
  });
});

describe('a selection', () => {
  const contexts = Float32Array.of(0.5, -0.25, 1, 2, 1 / 3, -4);
  const words: Record<number, { task: string; group: string }> = {
    7: { task: '=HYPERLINK("https://evil.example")', group: '@home' },
    8: { task: '-Drama, "1990s"\n+1', group: 'other' },
  };
  const selection = selectionOf(MAP, Uint32Array.of(0, 2, 3), contexts, (task) => words[task]);

  it('has place, task and context of each point, in order', () => {
    expect(JSON.parse(selectionJson(selection))).toEqual({
      ...{ what: 'map-points', projection: 'linear', steps: 12 },
      points: [
        { ...words[7], x: -2, y: 0, context: [0.5, -0.25] },
        { ...words[8], x: 2, y: 0, context: [1, 2] },
        { ...words[8], x: 3, y: 0, context: [0.333333, -4] },
      ],
    });
  });

  it('is a table whose words no spreadsheet runs, and whose numbers stay numbers', () => {
    const rows = csvParse(selectionCsv(selection));
    expect(rows.columns).toEqual(['task', 'group', 'x', 'y', 'c1', 'c2']);
    expect(rows.map(({ task }) => task)).toEqual(
      [words[7], words[8], words[8]].map(({ task }) => `'${task}`),
    );
    expect(rows[0].group).toBe("'@home");
    expect(rows.map(({ x, c2 }) => [x, c2])).toEqual([
      ['-2', '-0.25'],
      ['2', '2'],
      ['3', '-4'],
    ]);
  });

  it('may be empty', () => {
    const none = selectionOf(MAP, new Uint32Array(0), new Float32Array(0), (task) => words[task]);
    expect(none.points).toEqual([]);
    expect(selectionCsv(none)).toBe('task,group,x,y');
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  boxOf,
  labelsUnder,
  nameAtMark,
  overlap,
  placeLabels,
} from '../../../../app/components/context-map/labels';
import {
  centroids,
  edgeTowards,
  nearestPoint,
  nearestScenarios,
  neighbourIn,
  placement,
  spans,
  through,
  within,
} from '../../../../app/components/context-map/projection';
import type { ContextMap } from '../../../../app/protocol/adapter';

const FRAME = { width: 300, height: 200 };

/** Three genres with two dots each: left, right, above. */
const MAP: ContextMap = {
  projection: 'linear',
  points: Float32Array.of(-2, 0, -1, 0, 2, 0, 3, 0, 0, 2, 0, 4),
  scenario: Uint16Array.of(7, 7, 8, 8, 9, 9),
  explained: [0.5, 0.25],
  steps: 0,
} as ContextMap;

describe('placement', () => {
  it('keeps every point inside the frame, with one scale for both axes', () => {
    const place = placement(MAP.points, FRAME);
    for (let k = 0; k < MAP.points.length; k += 2) {
      expect(place.x(MAP.points[k])).toBeGreaterThanOrEqual(0);
      expect(place.x(MAP.points[k])).toBeLessThanOrEqual(FRAME.width);
      expect(place.y(MAP.points[k + 1])).toBeGreaterThanOrEqual(0);
      expect(place.y(MAP.points[k + 1])).toBeLessThanOrEqual(FRAME.height);
    }
    expect(place.x(1) - place.x(0)).toBeCloseTo(place.y(0) - place.y(1), 6);
  });

  it('puts a single point in the middle', () => {
    const place = placement(Float32Array.of(5, -3), FRAME);
    expect([place.x(5), place.y(-3)]).toEqual([150, 100]);
  });

  it('sees the same through a zoomed view', () => {
    const place = placement(MAP.points, FRAME);
    const at = through(place, { k: 3, x: 10, y: -20 });
    expect(at.x(1)).toBeCloseTo(10 + 3 * place.x(1), 6);
    expect(at.y(1)).toBeCloseTo(-20 + 3 * place.y(1), 6);
  });
});

describe('genres', () => {
  const middles = centroids(MAP);

  it('stand in the middle of their dots', () => {
    expect([...middles]).toEqual([
      [7, [-1.5, 0]],
      [8, [2.5, 0]],
      [9, [0, 3]],
    ]);
    expect(spans(MAP).get(9)?.[0]).toBeCloseTo(2.2, 5);
    expect(spans(MAP).get(9)?.[1]).toBeCloseTo(3.8, 5);
  });

  it('are walked by arrow keys; where nothing lies, one stays', () => {
    expect(neighbourIn(middles, 7, [1, 0])).toBe(8);
    expect(neighbourIn(middles, 7, [0, 1])).toBe(9);
    expect(neighbourIn(middles, 8, [-1, 0])).toBe(7);
    expect(neighbourIn(middles, 7, [-1, 0])).toBe(7);
    expect(neighbourIn(middles, 9, [0, -1])).toBe(7);
  });

  it('list their nearest', () => {
    expect(nearestScenarios(middles, 7, 2)).toEqual([9, 8]);
    expect(nearestScenarios(middles, 99, 2)).toEqual([]);
  });
});

describe('nearestPoint', () => {
  const place = placement(MAP.points, FRAME);

  it('agrees with the definition: nearest, accepted and within reach', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 1, max: 120, noNaN: true }),
        (px, py, reach) => {
          const distances = Array.from({ length: 6 }, (_, k) =>
            Math.hypot(place.x(MAP.points[2 * k]) - px, place.y(MAP.points[2 * k + 1]) - py),
          ).map((distance, k) => (k === 1 ? Infinity : distance));
          const found = nearestPoint(MAP.points, place, [px, py], reach, (k) => k !== 1);
          const least = Math.min(...distances);
          if (found < 0) expect(least).toBeGreaterThan(reach - 1e-9);
          else expect(distances[found]).toBeCloseTo(least, 6);
        },
      ),
    );
  });
});

describe('within', () => {
  it('draws what lies beyond the frame at its edge, and the rest where it lies', () => {
    const place = placement(MAP.points, FRAME);
    const kept = within(place, FRAME);
    expect([kept.x(1000), kept.y(1000)]).toEqual([FRAME.width - 12, 12]);
    expect([kept.x(0), kept.y(2)]).toEqual([place.x(0), place.y(2)]);
  });
});

describe('edgeTowards', () => {
  it('is nothing inside and on the frame towards a point outside', () => {
    expect(edgeTowards([10, 10], FRAME, 12)).toBeNull();
    expect(edgeTowards([1000, 100], FRAME, 12)).toEqual({ x: 288, y: 100, angle: 0 });
    const up = edgeTowards([150, -900], FRAME, 12)!;
    expect([up.x, up.y, up.angle]).toEqual([150, 12, -90]);
  });
});

describe('the visitor’s own name', () => {
  const label = (scenario: number, x: number, y: number) => ({
    scenario,
    text: 'Drama & War',
    x,
    y,
  });

  it('stands at the first side of its mark where no other name is', () => {
    expect(nameAtMark('you', [150, 100], 11, FRAME, [])).toMatchObject({ dx: 11, anchor: 'start' });
    const right = boxOf(label(1, 200, 104));
    expect(nameAtMark('you', [150, 100], 11, FRAME, [right])).toMatchObject({ dx: -11 });
    const left = boxOf(label(2, 100, 104));
    expect(nameAtMark('you', [150, 100], 11, FRAME, [right, left]).anchor).toBe('middle');
  });

  it('is measured by its own letters', () => {
    const wide = nameAtMark('没有它时', [150, 100], 10, FRAME, []).box;
    expect([wide.left, wide.right]).toEqual([160, 208]);
  });

  it('wins: in a crowd every name that it lies on is told, and no other', () => {
    // Names on all four sides of the mark, and one that is out of the way.
    const labels = [
      label(1, 200, 104),
      label(2, 100, 104),
      label(3, 150, 88),
      label(4, 150, 120),
      label(5, 250, 180),
    ];
    const { box } = nameAtMark('you', [150, 100], 11, FRAME, labels.map(boxOf));
    const under = labelsUnder(labels, [box]);
    expect(under.size).toBeGreaterThan(0);
    for (const one of labels) {
      expect(under.has(one.scenario)).toBe(overlap(box, boxOf(one)));
    }
    expect(under.has(5)).toBe(false);
  });
});

describe('placeLabels', () => {
  const label = fc.record({
    scenario: fc.nat(50),
    text: fc.string({ minLength: 1, maxLength: 24 }),
    x: fc.double({ min: 0, max: 300, noNaN: true }),
    middle: fc.double({ min: 0, max: 200, noNaN: true }),
    top: fc.double({ min: 0, max: 200, noNaN: true }),
    bottom: fc.double({ min: 0, max: 200, noNaN: true }),
  });

  it('never lets two overlap or leave the frame', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 20 }), (wanted) => {
        const placed = placeLabels(wanted, FRAME);
        for (const { text, x, y } of placed) {
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThanOrEqual(FRAME.height);
          expect(x - text.length * 3).toBeGreaterThan(-1);
        }
        placed.forEach((a, i) =>
          placed.slice(i + 1).forEach((b) => {
            const apart =
              Math.abs(a.y - b.y) >= 14 - 1e-9 ||
              Math.abs(a.x - b.x) >= ((a.text.length + b.text.length) * 6.8) / 2 - 1e-6;
            expect(apart).toBe(true);
          }),
        );
      }),
    );
  });

  it('knows that Chinese takes more room', () => {
    // Five characters of 11.5 px each: 52 px apart, two of them would run into each other.
    const wanted = ['犯罪、剧情', '犯罪、悬疑'].map((text, k) => ({
      ...{ scenario: k, text, x: 100 + 52 * k },
      ...{ middle: 100, top: 80, bottom: 120 },
    }));
    const [first, second] = placeLabels(wanted, FRAME);
    expect(Math.abs(first.y - second.y)).toBeGreaterThanOrEqual(14);
  });

  it('keeps the most important one at its middle, and goes above, then below', () => {
    const wanted = [
      { scenario: 1, text: 'Horror', x: 150, middle: 105, top: 90, bottom: 118 },
      { scenario: 2, text: 'Comedy', x: 152, middle: 106, top: 91, bottom: 119 },
      { scenario: 3, text: 'War', x: 151, middle: 105, top: 90, bottom: 118 },
      { scenario: 4, text: 'Film-Noir', x: 151, middle: 105, top: 90, bottom: 118 },
    ];
    const placed = placeLabels(wanted, FRAME);
    expect(placed.map(({ scenario }) => scenario)).toEqual([1, 2, 3]);
    expect(placed[0]).toMatchObject({ x: 150, y: 109 });
    expect(placed[1].y).toBeLessThan(92);
    expect(placed[2].y).toBeGreaterThan(118);
  });
});

/**
 * Names on the map: at their dots, never over one another. Their places follow from the map, the frame
 * and the zoom alone: they stay where they are whatever the visitor's task is.
 */
import type { Family, Scenario } from '../../../src/data/types';
import { spans, type Dots, type Frame, type Placement, type XY } from './projection';

export interface WantedLabel {
  scenario: number;
  text: string;
  /** Pixels: the middle of its dots, and their upper and lower reach. */
  x: number;
  middle: number;
  top: number;
  bottom: number;
}

export interface PlacedLabel {
  scenario: number;
  text: string;
  x: number;
  y: number;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Generous width of a letter, width of a Chinese character, and height of a line, at 11.5 px. */
const LETTER = 6.8;
const IDEOGRAPH = 12;
const LINE = 14;
const GAP = 5;

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Chinese characters, and the marks that are as wide. */
const WIDE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/gu;

function widthOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide * IDEOGRAPH + (text.length - wide) * LETTER;
}

/** What a label takes, in pixels. */
export function boxOf({ text, x, y }: Pick<PlacedLabel, 'text' | 'x' | 'y'>): Box {
  const half = widthOf(text) / 2;
  return { left: x - half, right: x + half, top: y - LINE + 3, bottom: y + 3 };
}

/** A name at a mark: where its text stands, from the mark, and what it takes. */
export interface NameAtMark {
  dx: number;
  dy: number;
  anchor: 'start' | 'middle' | 'end';
  box: Box;
}

/** Places for a name at a mark: right of it, left, above, below. */
const SIDES = [
  { x: 1, y: 0, anchor: 'start' },
  { x: -1, y: 0, anchor: 'end' },
  { x: 0, y: -1, anchor: 'middle' },
  { x: 0, y: 1, anchor: 'middle' },
] as const;

/** The first side where the name is in the frame and on nothing that is taken; else the first in the frame. */
export function nameAtMark(
  text: string,
  [x, y]: XY,
  away: number,
  { width, height }: Frame,
  taken: readonly Box[],
): NameAtMark {
  const places = SIDES.map((side): NameAtMark => {
    const [dx, dy] = [side.x * away, 4 + side.y * 16];
    const middle = x + dx + (side.x * widthOf(text)) / 2;
    return { dx, dy, anchor: side.anchor, box: boxOf({ text, x: middle, y: y + dy }) };
  });
  const inside = places.filter(
    ({ box }) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height,
  );
  const free = inside.find(({ box }) => taken.every((other) => !overlap(box, other)));
  return free ?? inside[0] ?? places[0];
}

/** Scenarios whose names one of `boxes` lies on. */
export const labelsUnder = (
  labels: readonly PlacedLabel[],
  boxes: readonly Box[],
): ReadonlySet<number> =>
  new Set(
    labels
      .filter((label) => boxes.some((box) => overlap(box, boxOf(label))))
      .map(({ scenario }) => scenario),
  );

/**
 * Labels in order of importance, each in the middle of its dots or else above or below them, or left
 * out where no place is free.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  { width, height }: Frame,
): PlacedLabel[] {
  const boxes: Box[] = [];
  const placed: PlacedLabel[] = [];
  for (const { scenario, text, x, middle, top, bottom } of wanted) {
    if (x < 0 || x > width) continue;
    const half = widthOf(text) / 2;
    const inside = Math.min(width - half, Math.max(half, x));
    for (const y of [middle + GAP - 1, top - GAP, bottom + LINE]) {
      const box = boxOf({ text, x: inside, y });
      if (box.top < 0 || box.bottom > height) continue;
      if (boxes.some((other) => overlap(other, box))) continue;
      boxes.push(box);
      placed.push({ scenario, text, x: inside, y });
      break;
    }
  }
  return placed;
}

interface Pinned {
  map: Dots;
  middles: ReadonlyMap<number, XY>;
  scenarios: readonly Scenario[];
  at: Placement;
  frame: Frame;
  /** Only this family is named, or all. */
  isolated: Family | null;
}

/**
 * The genres of the paper's Figure 3: two genres each, held out of training, of a family. Of data that
 * name their scenarios themselves, all that are held out.
 */
const isNamed = ({ family, fold, genres, listed }: Scenario): boolean =>
  fold === 'metaTest' && (listed === true || (family !== 'other' && genres.length === 2));

/** Where there is room for all names, all that the data chose are shown. */
const MOST_LISTED = 24;

/** Names of the genres of Figure 3, where there is room for them. */
export function pinnedLabels({ map, middles, scenarios, at, frame, isolated }: Pinned) {
  const reach = spans(map);
  const named = [...middles].filter(
    ([k]) =>
      (isNamed(scenarios[k]) || (scenarios[k].listed && scenarios.length <= MOST_LISTED)) &&
      (!isolated || scenarios[k].family === isolated),
  );
  const wanted = named.map(([scenario, [x, y]]) => {
    const [low, high] = reach.get(scenario)!;
    const text = scenarios[scenario].name;
    return { scenario, text, x: at.x(x), middle: at.y(y), top: at.y(high), bottom: at.y(low) };
  });
  return placeLabels(wanted, frame);
}

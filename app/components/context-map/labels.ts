/** Names on the map: beside their dots, never over one another. */
import type { Frame } from './projection';

export interface WantedLabel {
  scenario: number;
  text: string;
  /** Pixels: the middle of its dots, and their upper and lower reach. */
  x: number;
  top: number;
  bottom: number;
}

export interface PlacedLabel {
  scenario: number;
  text: string;
  x: number;
  y: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Generous width of a character and height of a line at 11.5 px. */
const CHARACTER = 6.8;
const LINE = 14;
const GAP = 5;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Labels in order of importance, each above its dots or else below them, or left out where neither
 * place is free. `taken` are boxes that must stay free.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  { width, height }: Frame,
  taken: readonly Box[] = [],
): PlacedLabel[] {
  const boxes = [...taken];
  const placed: PlacedLabel[] = [];
  for (const { scenario, text, x, top, bottom } of wanted) {
    if (x < 0 || x > width) continue;
    const half = (text.length * CHARACTER) / 2;
    const middle = Math.min(width - half, Math.max(half, x));
    for (const y of [top - GAP, bottom + LINE]) {
      const box = { left: middle - half, right: middle + half, top: y - LINE + 3, bottom: y + 3 };
      if (box.top < 0 || box.bottom > height) continue;
      if (boxes.some((other) => overlap(other, box))) continue;
      boxes.push(box);
      placed.push({ scenario, text, x: middle, y });
      break;
    }
  }
  return placed;
}

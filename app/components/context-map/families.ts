/** Families of the map: a colour and, as a second cue, a shape each. */
import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import type { Family } from '../../../src/data/types';

export const FAMILIES: readonly Family[] = ['horror', 'suspense', 'romance', 'war', 'other'];

const SHAPES = {
  horror: symbolTriangle,
  suspense: symbolSquare,
  romance: symbolCircle,
  war: symbolDiamond,
  other: symbolCircle,
} as const;

/** In square pixels. */
const AREA: Record<Family, number> = { horror: 28, suspense: 26, romance: 26, war: 28, other: 10 };

/** Tasks that the model was trained on are drawn smaller and paler than held-out ones. */
const TRAINED = { area: 0.4, strength: 0.5 } as const;

/** SVG path of a family's mark around the origin. */
export const markPath = (family: Family, isHeldOut = true): string =>
  symbol(SHAPES[family], AREA[family] * (isHeldOut ? 1 : TRAINED.area))() ?? '';

/** How much of its colour a mark shows when nothing is chosen. */
export const strength = (family: Family, isHeldOut: boolean): number =>
  (family === 'other' ? 0.6 : 0.82) * (isHeldOut ? 1 : TRAINED.strength);

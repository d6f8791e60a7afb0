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

/** In square pixels; on a crowded map all are drawn smaller. */
const AREA: Record<Family, number> = { horror: 26, suspense: 24, romance: 24, war: 26, other: 9 };

/** SVG path of a family's mark around the origin. */
export const markPath = (family: Family): string => symbol(SHAPES[family], AREA[family])() ?? '';

/** How much of its colour a mark shows when nothing is chosen. */
export const strength = (family: Family): number => (family === 'other' ? 0.55 : 0.78);

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

const AREA: Record<Family, number> = { horror: 26, suspense: 24, romance: 24, war: 26, other: 8 };

/** SVG path of a family's mark around the origin. */
export const markPath = (family: Family): string => symbol(SHAPES[family], AREA[family])() ?? '';

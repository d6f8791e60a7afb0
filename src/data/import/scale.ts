/**
 * The scale of a column of ratings: worked out from its values, shown, and corrected by the visitor.
 * Stars are kept as half stars 0..10; `0` is either a rating of its own or 'not rated', never half
 * a star. Counts and hours have no scale: each person's own median parts the liked from the taken.
 */
import { amountOfName, mayRate } from './names';
import { highestSaid, isMissing, parseRating, type Decimal } from './values';

export const SCALES = [
  'stars', 'five', 'zero-five', 'ten', 'zero-ten', 'hundred', 'label', 'range', 'counts', 'hours',
] as const; // prettier-ignore
export type ScaleId = (typeof SCALES)[number];

/** What the ratings of a column are. */
export interface Scale {
  id: ScaleId;
  /** Lowest and highest rating there is; of counts and hours the lowest that says anything. */
  low: number;
  high: number;
}

/** Ends of the scales that have fixed ones. */
export const ENDS: Record<ScaleId, readonly [low: number, high: number]> = {
  stars: [0.5, 5],
  five: [1, 5],
  'zero-five': [0, 5],
  ten: [1, 10],
  'zero-ten': [0, 10],
  hundred: [0, 100],
  label: [0, 1],
  range: [0, 1],
  counts: [0, Infinity],
  hours: [0, Infinity],
};

export const scaleOf = (id: ScaleId, seen?: Pick<RatingValues, 'low' | 'high'>): Scale =>
  id === 'range' && seen
    ? { id, low: seen.low, high: seen.high }
    : { id, low: ENDS[id][0], high: ENDS[id][1] };

/** Ratings that come to stars times `factor`: 1 for stars, 0.5 for up to ten. */
export const scaleByFactor = (factor: number): Scale => ({
  id: 'zero-five',
  low: 0,
  high: 5 / factor,
});

export const isAmount = ({ id }: Scale): boolean => id === 'counts' || id === 'hours';

/** Half stars: what a like counts for, and what was taken and not liked. */
export const LIKED = 10;
export const TAKEN = 5;

/** Numbers that stand for 'not rated' where they lie off the scale. */
const SENTINELS = [-1, -9, -99, -999, 99, 999, 0];

export type RatingValue = number | 'missing' | 'off';

/** A value on the scale as it is; `missing` where it stands for none; `off` where it cannot be one. */
export function onScale(value: number, { low, high }: Scale): RatingValue {
  if (value >= low && value <= high) return value;
  return SENTINELS.includes(value) ? 'missing' : 'off';
}

/** 0..10 of a value on a scale that has an end. */
export function toHalfStars(value: number, { id, low, high }: Scale): number {
  if (id === 'range') return Math.round(1 + (9 * (value - low)) / Math.max(high - low, 1e-9));
  return Math.round((10 * value) / high);
}

/** What a column's values are like. */
export interface RatingValues {
  /** Lowest and highest, without numbers that stand for 'not rated'. */
  low: number;
  high: number;
  /** Share of filled cells that are numbers. */
  numeric: number;
  /** How often 0 occurs, and how many values there are. */
  zeros: number;
  count: number;
  distinct: number;
  /** Highest said by cells like 4/5; 0 without. */
  said: number;
  scale: ScaleId;
  /** 0 occurs on a scale that may begin above it: what it means is to be asked. */
  zeroUnsure: boolean;
}

/** @param cells of one column, in the order of the rows */
export function ratingValues(
  cells: readonly string[],
  decimal: Decimal,
  name: string,
): RatingValues {
  const filled = cells.filter((cell) => !isMissing(cell));
  const counts = new Map<number, number>();
  let numbers = 0;
  for (const cell of filled) {
    const value = parseRating(cell, decimal);
    if (!Number.isFinite(value)) continue;
    numbers += 1;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const zeros = counts.get(0) ?? 0;
  const values = withoutSentinels([...counts.keys()].filter((value) => value !== 0));
  const low = values[0] ?? 0;
  const high = values[values.length - 1] ?? 0;
  const said = highestSaid(filled);
  // Goodreads writes 0 for what is on a shelf and was not rated.
  const zeroIsRating = !/my rating/i.test(name) && zeros > 0 && zeros <= 2 * (counts.get(low) ?? 0);
  const scale = guessScale(
    values,
    counts,
    said,
    zeroIsRating,
    zeros > 0,
    amountOfName(name),
    mayRate(name),
  );
  return {
    low: zeroIsRating ? Math.min(low, 0) : low,
    high,
    numeric: filled.length > 0 ? numbers / filled.length : 0,
    zeros,
    count: numbers,
    distinct: counts.size,
    said,
    scale,
    zeroUnsure: zeros > 0 && ['stars', 'five', 'zero-five', 'ten', 'zero-ten'].includes(scale),
  };
}

/** Ascending; without a lone -1 below ratings, or a lone 99 above them. */
function withoutSentinels(values: number[]): number[] {
  const sorted = values.sort((a, b) => a - b);
  const negatives = sorted.filter((value) => value < 0);
  const positive = sorted.find((value) => value > 0);
  const isLike = sorted.length === 2 && positive === 1 && negatives[0] === -1;
  if (negatives.length === 1 && SENTINELS.includes(negatives[0]) && !isLike) sorted.shift();
  const [before, last] = sorted.slice(-2);
  if ((last === 99 || last === 999) && before <= 10) sorted.pop();
  return sorted;
}

const isHalf = (value: number): boolean => Number.isInteger(value * 2);

function guessScale(
  values: readonly number[],
  counts: ReadonlyMap<number, number>,
  said: number,
  zeroIsRating: boolean,
  hasZeros: boolean,
  amount: 'counts' | 'hours' | null,
  mayRate: boolean,
): ScaleId {
  if (values.length === 0) return 'stars';
  const low = values[0];
  const high = Math.max(values[values.length - 1], said);
  const whole = values.every(Number.isInteger);
  if (low < 0) return 'range';
  if (values.length === 1 && low === 1 && hasZeros) return 'label';
  // `weight` and the like may be ratings after all: amounts go on where scales end.
  if (amount && (!mayRate || high > 10 || !values.every(isHalf))) return amount;
  if (high <= 5) {
    if (low > 0 && low < 1 && !values.every(isHalf)) return high <= 1 ? 'range' : 'zero-five';
    if (zeroIsRating) return 'zero-five';
    return whole && high > 1 ? 'five' : 'stars';
  }
  if (high <= 10) return zeroIsRating || low < 1 ? 'zero-ten' : 'ten';
  if (high <= 100 && !isHeavyTailed(values, counts)) return high <= 20 && whole && said === 0 ? 'range' : 'hundred'; // prettier-ignore
  return whole ? 'counts' : 'hours';
}

/** Too few to see how they are spread. */
const FEW_VALUES = 5;

/** Most values lie far below the highest: as counts do, and ratings do not. */
function isHeavyTailed(values: readonly number[], counts: ReadonlyMap<number, number>): boolean {
  if (values.length < FEW_VALUES) return false;
  const total = values.reduce((sum, value) => sum + counts.get(value)!, 0);
  let seen = 0;
  for (const value of values) {
    seen += counts.get(value)!;
    if (seen >= total / 2) return value <= values[values.length - 1] / 5;
  }
  return false;
}

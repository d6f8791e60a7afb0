/** What the cells of a column are like: the ground of every guess about it. */
import { readingOfTimes, type TimeReading } from './dates';
import { decimalOf, isMissing, parseNumber, type Decimal } from './values';

export interface ColumnProfile {
  /** Share of cells that hold something. */
  filled: number;
  /** Share of filled cells that are plain numbers. */
  numeric: number;
  decimal: Decimal;
  /** Different values among the filled, as a share of them. */
  different: number;
  /** Different values, as a number. */
  distinct: number;
  /** Counts up by one from row to row: an index of the rows. */
  counter: boolean;
  /** How its cells are read as times; null where most cannot be. */
  times: TimeReading | null;
  /** Largest number. */
  largest: number;
  /** Letters and spaces an average cell has. */
  letters: number;
  /** Share of cells that list several things. */
  lists: number;
}

/** Times are looked for in so many cells: a million need not be parsed to know their order. */
const TIMES_SEEN = 20_000;

export function profileOf(cells: readonly string[]): ColumnProfile {
  const filled = cells.filter((cell) => !isMissing(cell));
  const many = Math.max(filled.length, 1);
  const decimal = decimalOf(filled);
  const numbers = filled.map((cell) => parseNumber(cell, decimal));
  const distinct = new Set(filled.map((cell) => cell.trim())).size;
  return {
    filled: filled.length / Math.max(cells.length, 1),
    numeric: numbers.filter((value) => Number.isFinite(value)).length / many,
    decimal,
    different: distinct / many,
    distinct,
    counter:
      filled.length > 2 &&
      filled.length === cells.length &&
      numbers.every((value, k) => k === 0 || value === numbers[k - 1] + 1),
    times: readingOfTimes(filled.slice(0, TIMES_SEEN)),
    largest: numbers.reduce((most, value) => (value > most ? value : most), 0),
    letters: filled.reduce((sum, cell) => sum + cell.replace(/[^\p{L} ]/gu, '').length, 0) / many,
    lists: filled.filter((cell) => /[|;,]/.test(cell)).length / many,
  };
}

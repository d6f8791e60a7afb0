/**
 * Tables for other programs, as CSV. A spreadsheet runs a text cell that begins like a formula: such
 * cells get an apostrophe in front, which spreadsheets do not show. Numbers stay numbers.
 */
import { csvFormatRows } from 'd3-dsv';

/** What spreadsheets take for the beginning of a formula, or cut away before looking for one. */
const FORMULA = /^[\s]*[=+\-@]|^[\t\r]/;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*%?$/i;

/** A text cell that no spreadsheet runs. */
export const safeCell = (cell: string): string =>
  FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;

/** Rows, the first of names. Excel takes the file for UTF-8 by the mark that `saveCsv` puts in front. */
export const safeCsv = (rows: readonly (readonly string[])[]): string =>
  csvFormatRows(rows.map((row) => row.map(safeCell)));

/** The same content as a picture's, as text. */
import { safeCsv } from '../../../src/data/csv-out';

export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A true minus sign is for reading; programs want a hyphen. */
const plain = (cell: string): string => cell.replace(/^−/, '-');

/** The table as CSV with a header line; cells with commas or quotes are quoted, and none is a formula. */
export const tableCsv = ({ columns, rows }: FigureTable): string =>
  safeCsv([columns, ...rows.map((row) => row.map(plain))]);

/** The same content as a picture's, as text. */
import { csvFormatRows } from 'd3-dsv';

export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A true minus sign is for reading; programs want a hyphen. */
const plain = (cell: string): string => cell.replace(/^−/, '-');

/** The table as CSV with a header line; cells with commas or quotes are quoted. */
export const tableCsv = ({ columns, rows }: FigureTable): string =>
  csvFormatRows([[...columns], ...rows.map((row) => row.map(plain))]);

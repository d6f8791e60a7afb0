/**
 * Any table of user, item and rating or click: how it is separated, what its columns are called, and
 * which column means what. The visitor sees the guess with a preview and corrects it.
 */
import { dialectOf, type Dialect } from './dialect';
import type { Encoding } from './encoding';
import { guessMapping } from './guess';
import { objectRows } from './json';
import type { Field } from './names';
import { profileOf, type ColumnProfile } from './profile';
import { ratingValues, type RatingValues } from './scale';
import type { Separator } from './split';
import { oneLine } from './values';

/** Column positions; a field that the table does not have is null. */
export interface Mapping {
  /** null: all lines are of one person. */
  user: number | null;
  item: number;
  /** Null for a table of clicks, in which every line is a like. */
  rating: number | null;
  scenario: number | null;
  title: number | null;
  /** Of several ratings of one pair the latest counts; null: the last in the file. */
  time: number | null;
  year?: number | null;
}

/** How a table's text is cut into cells. */
export interface TableShape {
  separator: Separator;
  /** The first line that is not skipped names the columns. */
  header: boolean;
  /** Lines before it: `sep=;`, comments, a heading. */
  skip?: number;
  encoding?: Encoding;
  /** Columns, and whether the last one is text, which may hold the separator unquoted. */
  width?: number;
  text?: boolean;
  /** JSON objects instead of cells: these keys are the columns. */
  keys?: readonly string[];
}

export interface TablePreview extends TableShape {
  columns: string[];
  /** First rows, as text on one line. */
  rows: string[][];
  /** What each column's values would be as ratings, by all lines looked at. */
  ratings: RatingValues[];
  profiles: ColumnProfile[];
  /** Rows looked at. */
  looked: number;
  /** Values of each column, trimmed: which columns of two tables belong together. */
  values: ReadonlySet<string>[];
  guess: Partial<Record<Field, number>>;
}

const PREVIEW_ROWS = 8;

/**
 * @param lines the first of the file
 * @param fixed what the visitor has chosen; the rest is worked out
 */
export function previewTable(
  lines: readonly string[],
  fixed: Partial<Pick<TableShape, 'separator' | 'header'>> = {},
): TablePreview {
  const objects = objectRows(lines);
  if (objects) {
    const { keys, rows } = objects;
    return describe({ separator: ',', header: false, skip: 0, keys }, keys, rows, true);
  }
  const { columns, rows, named, ...shape }: Dialect = dialectOf(lines, fixed);
  return describe(shape, columns, rows, named);
}

function describe(
  shape: TableShape,
  columns: readonly string[],
  rows: readonly string[][],
  named: boolean,
): TablePreview {
  const cellsOf = columns.map((_, column) => rows.map((row) => row[column] ?? ''));
  const profiles = cellsOf.map((cells) => profileOf(cells));
  const ratings = cellsOf.map((cells, column) =>
    ratingValues(cells, profiles[column].decimal, named ? columns[column] : ''),
  );
  const last = profiles[columns.length - 1];
  return {
    ...shape,
    width: columns.length,
    text: last !== undefined && last.numeric < 0.3 && last.letters > 3,
    columns: columns.map(oneLine),
    rows: rows.slice(0, PREVIEW_ROWS).map((row) => row.map(oneLine)),
    ratings,
    profiles,
    looked: rows.length,
    values: cellsOf.map((cells) => new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))), // prettier-ignore
    guess: guessMapping(named ? columns : null, profiles, ratings, rows),
  };
}

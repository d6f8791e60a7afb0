/**
 * Any table of user, item and rating or click: how it is separated, what its columns are called, and
 * which column means what. The visitor sees the guess with a preview and corrects it.
 */
import { dsvFormat } from 'd3-dsv';

export const SEPARATORS = [',', '\t', ';', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Column positions; a field that the table does not have is null. */
export interface Mapping {
  user: number;
  item: number;
  /** Stars; null for a table of clicks, in which every line is a like. */
  rating: number | null;
  scenario: number | null;
  title: number | null;
}

export interface TableShape {
  separator: Separator;
  header: boolean;
}

export interface TablePreview extends TableShape {
  columns: string[];
  /** First rows, as text. */
  rows: string[][];
  guess: Partial<Mapping>;
}

const PREVIEW_ROWS = 8;

const NAMES: Record<keyof Mapping, RegExp> = {
  user: /^(user|user_?id|uid|customer|member|session)/i,
  item: /^(item|item_?id|movie|movie_?id|product|asin|iid|article|book|isbn)/i,
  rating: /^(rating|stars?|score|label)/i,
  scenario: /^(scenario|genre|category|theme|domain|topic)/i,
  title: /^(title|name)/i,
};

/** One line's fields, quotes resolved. */
export const splitLine = (line: string, separator: Separator): string[] =>
  dsvFormat(separator).parseRows(line)[0] ?? [];

/** Separator by majority; a header by its names, or by words where the next line has numbers. */
export function previewTable(lines: readonly string[]): TablePreview {
  const filled = lines.filter((line) => line.trim() !== '').slice(0, PREVIEW_ROWS + 1);
  const separator = sniffSeparator(filled);
  const rows = filled.map((line) => splitLine(line, separator));
  const header = looksLikeHeader(rows);
  const columns = header ? rows[0] : (rows[0] ?? []).map((_, index) => `column ${index + 1}`);
  return {
    separator,
    header,
    columns,
    rows: header ? rows.slice(1) : rows,
    guess: guessMapping(columns, header),
  };
}

function sniffSeparator(lines: readonly string[]): Separator {
  const regularity = (separator: Separator): number => {
    const widths = lines.map((line) => splitLine(line, separator).length);
    const width = widths[0] ?? 1;
    return width < 2 ? 0 : widths.filter((w) => w === width).length + width / 100;
  };
  return SEPARATORS.reduce((best, next) => (regularity(next) > regularity(best) ? next : best));
}

const isNumber = (text: string | undefined): boolean =>
  text !== undefined && text.trim() !== '' && Number.isFinite(Number(text));

function looksLikeHeader(rows: readonly string[][]): boolean {
  if (rows.length === 0) return false;
  const named = (field: RegExp): boolean => rows[0].some((cell) => field.test(cell.trim()));
  if (named(NAMES.user) && named(NAMES.item)) return true;
  if (rows.length === 1) return !rows[0].some(isNumber);
  return rows[0].some((cell, column) => !isNumber(cell) && isNumber(rows[1][column]));
}

function guessMapping(columns: readonly string[], header: boolean): Partial<Mapping> {
  if (!header) return columns.length >= 3 ? { user: 0, item: 1, rating: 2 } : { user: 0, item: 1 };
  const guess: Partial<Mapping> = {};
  for (const field of Object.keys(NAMES) as (keyof Mapping)[]) {
    const at = columns.findIndex(
      (name, index) => NAMES[field].test(name.trim()) && !Object.values(guess).includes(index),
    );
    if (at >= 0) guess[field] = at;
  }
  return guess;
}

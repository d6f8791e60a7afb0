/**
 * Any table of user, item and rating or click: how it is separated, what its columns are called, and
 * which column means what. The visitor sees the guess with a preview and corrects it.
 */
import { splitLine } from './split';

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
  /** Of several ratings of one pair the latest counts; null: the last in the file. */
  time: number | null;
}

export interface TableShape {
  separator: Separator;
  header: boolean;
}

export interface TablePreview extends TableShape {
  columns: string[];
  /** First rows, as text. */
  rows: string[][];
  /** The scale that each column would have as ratings, by all lines looked at. */
  scales: Scale[];
  guess: Partial<Mapping>;
}

const PREVIEW_ROWS = 8;

const NAMES: Record<keyof Mapping, RegExp> = {
  user: /^(user|user_?id|uid|customer|member|session)/i,
  item: /^(item|item_?id|movie|movie_?id|product|asin|iid|article|book|isbn)/i,
  rating: /^(rating|stars?|score|label)/i,
  scenario: /^(scenario|genre|category|theme|domain|topic)/i,
  title: /^(title|name)/i,
  time: /^(time|date|timestamp|unix)/i,
};

/** Separator by majority; a header by its names, or by words where the next line has numbers. */
export function previewTable(lines: readonly string[]): TablePreview {
  const filled = lines.filter((line) => line.trim() !== '');
  const separator = sniffSeparator(filled.slice(0, PREVIEW_ROWS + 1));
  const all = filled.map((line) => splitLine(line, separator));
  const rows = all.slice(0, PREVIEW_ROWS + 1);
  const header = looksLikeHeader(rows);
  const columns = header ? rows[0] : (rows[0] ?? []).map((_, index) => `column ${index + 1}`);
  return {
    separator,
    header,
    columns,
    rows: header ? rows.slice(1) : rows,
    scales: columns.map((_, column) => guessScale(all.slice(header ? 1 : 0), column)),
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

/** Factor that brings a scale to stars 0.5..5. */
export const SCALES = { stars: 1, ten: 0.5, hundred: 0.05, label: 5 } as const;
export type Scale = keyof typeof SCALES;

function guessScale(rows: readonly string[][], column: number): Scale {
  const values = new Set(rows.map((row) => Number((row[column] ?? '').replace(',', '.'))));
  let most = 0;
  for (const value of values) if (Number.isFinite(value) && value > most) most = value;
  if (most > 10) return 'hundred';
  if (most > 5) return 'ten';
  // Both labels, and nothing else: a column that begins with ones may go on to five.
  return values.size === 2 && values.has(0) && values.has(1) ? 'label' : 'stars';
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
  if (!header) {
    const places = { user: 0, item: 1, rating: 2, time: 3 };
    const there = Object.entries(places).filter(([, at]) => at < columns.length);
    return Object.fromEntries(there);
  }
  const guess: Partial<Mapping> = {};
  for (const field of Object.keys(NAMES) as (keyof Mapping)[]) {
    const at = columns.findIndex(
      (name, index) => NAMES[field].test(name.trim()) && !Object.values(guess).includes(index),
    );
    if (at >= 0) guess[field] = at;
  }
  return guess;
}

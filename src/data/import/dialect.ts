/**
 * How the text of a table is laid out: what separates its cells, which lines stand before it, and
 * whether its first line names the columns. Judged by the lines alone, whatever the file is called.
 */
import { fieldOfName } from './names';
import { RecordGatherer, SEPARATORS, splitLine, type Separator } from './split';
import { isMissing, parseNumber } from './values';

export interface Dialect {
  separator: Separator;
  header: boolean;
  skip: number;
  columns: string[];
  rows: string[][];
  /** The columns have names of their own. */
  named: boolean;
}

interface Fixed {
  separator?: Separator;
  header?: boolean;
}

/** Separators are told apart by so many lines. */
const SNIFFED = 60;
/** A heading, a `sep=` line and comments are at most so many lines. */
const MOST_SKIPPED = 20;

/** `sep=;`, as Excel writes and reads it; null for any other line. */
export function separatorLine(line: string): Separator | null {
  const found = /^\ufeff?"?sep=(.+?)"?\s*$/i.exec(line)?.[1] ?? (/^\ufeff?"?sep=\t/i.test(line) ? '\t' : null); // prettier-ignore
  const sign = found === '\\t' ? '\t' : found;
  return SEPARATORS.find((separator) => separator === sign) ?? null;
}

export function dialectOf(lines: readonly string[], fixed: Fixed = {}): Dialect {
  const said = lines.length > 0 ? separatorLine(lines[0]) : null;
  let skip = said ? 1 : 0;
  while (skip < Math.min(lines.length, MOST_SKIPPED) && isBefore(lines[skip])) skip += 1;
  const body = lines.slice(skip);
  const separator = fixed.separator ?? said ?? sniffSeparator(body.filter(isFilled));
  const cut = recordsOf(body, separator);
  const width = usualWidth(cut.map(({ cells }) => cells.length));
  // A heading has fewer cells than what it stands over.
  let heading = 0;
  while (heading < Math.min(cut.length - 2, MOST_SKIPPED) && cut[heading].cells.filter((cell) => cell.trim() !== '').length < Math.min(width - 1, 2)) heading += 1; // prettier-ignore
  if (width > 1 && heading > 0 && cut[heading]) {
    skip += cut[heading].at;
    cut.splice(0, heading);
  }
  const all = cut.map(({ cells }) => cells).filter((cells) => cells.some((cell) => cell.trim() !== '')); // prettier-ignore
  const header = fixed.header ?? looksLikeHeader(all, width);
  if (!header) {
    const widest = Math.max(width, all[0]?.length ?? 0);
    const columns = Array.from({ length: widest }, (_, index) => `column ${index + 1}`);
    return { separator, header, skip, columns, rows: all, named: false };
  }
  const [first = [], ...rows] = all;
  // R writes row names without a name of their own.
  const names = first.length === width - 1 && areRowNames(rows) ? ['', ...first] : first;
  const columns = names.map((name) => name.trim().replace(/^[#%]\s*/, ''));
  return { separator, header, skip, columns, rows, named: true };
}

/** Each different: a first column that only numbers or names the rows. */
function areRowNames(rows: readonly string[][]): boolean {
  const names = rows.map(([name]) => name);
  return new Set(names).size === names.length;
}

const isFilled = (line: string): boolean => line.trim() !== '';
/** Comments, unless they hold the names of columns. */
const isBefore = (line: string): boolean =>
  !isFilled(line) || (/^\s*[#%]/.test(line) && !namesColumns(line));

const namesColumns = (line: string): boolean =>
  line
    .replace(/^\s*[#%]+/, '')
    .split(/[,;\t|]|::|\s+/)
    .filter((name) => fieldOfName(name) !== null).length >= 2;

interface Cut {
  cells: string[];
  /** Lines before it. */
  at: number;
}

function recordsOf(lines: readonly string[], separator: Separator): Cut[] {
  const gatherer = new RecordGatherer(separator);
  const records = lines.flatMap((line, n) => gatherer.take(line, n));
  records.push(...gatherer.finish());
  return records
    .filter(({ text }) => isFilled(text))
    .map(({ text, line }) => ({ cells: splitLine(text, separator), at: line }));
}

/** The most frequent number of cells, of more the larger one. */
function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 1;
}

/** Share of lines that a separator must cut alike to be beyond doubt. */
const EVEN = 0.9;

/**
 * The separator that cuts lines most evenly, and into the most columns of one kind each. Runs of
 * spaces are in every text: they separate only where no sign does so evenly.
 */
function sniffSeparator(lines: readonly string[]): Separator {
  const sample = lines.slice(0, SNIFFED);
  const found = SEPARATORS.map((separator) => ({ separator, ...cutsOf(sample, separator) }));
  const signs = found.filter(({ separator }) => separator !== ' ');
  const best = signs.reduce((a, b) => (b.worth > a.worth ? b : a));
  // Words of titles, not columns.
  if (sample.filter((line) => /\(\d{4}\)\s*$/.test(line)).length > sample.length / 2) {
    return best.even >= EVEN ? best.separator : ',';
  }
  const spaces = found.find(({ separator }) => separator === ' ')!;
  if (spaces.even >= EVEN && spaces.width > 1 && !signs.some(({ even }) => even >= EVEN))
    return ' ';
  return best.worth > 0 ? best.separator : ',';
}

/** Into how many columns a separator cuts lines, how evenly, and what that is worth. */
function cutsOf(sample: readonly string[], separator: Separator) {
  const rows = recordsOf(sample, separator).map(({ cells }) => cells);
  const width = usualWidth(rows.map((row) => row.length));
  if (width < 2 || rows.length === 0) return { width, even: 0, worth: 0 };
  const even = rows.filter((row) => row.length === width).length / rows.length;
  const later = rows.slice(1);
  let typed = 0;
  for (let column = 0; column < width; column++) {
    const cells = later.map((row) => row[column] ?? '').filter((cell) => !isMissing(cell));
    const numbers = cells.filter((cell) => !Number.isNaN(parseNumber(cell, ','))).length;
    if (cells.length > 0 && (numbers === cells.length || numbers === 0)) typed += 1;
  }
  const evenly = even > EVEN ? 1 : even;
  return { width, even, worth: evenly * (1 + typed / width) + Math.min(width, 20) / 200 };
}

/** A number, a date, or an identifier with digits: nothing that a column would be called. */
function isValue(cell: string): boolean {
  const text = cell.trim();
  return text === '' || /^[-+]?[\d.,:/\s-]+$/.test(text) || (/\d{3}/.test(text) && !/^[\p{L}_ ]+\d{0,4}$/u.test(text)); // prettier-ignore
}

/** By the names it has, or by words over columns of numbers. An identifier with digits names nothing. */
function looksLikeHeader(rows: readonly string[][], width: number): boolean {
  const [first, ...later] = rows;
  if (!first) return false;
  const names = first.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (names.length === 0 || new Set(names).size < names.length) return false;
  const known = names.filter((name) => fieldOfName(name) !== null).length;
  const values = names.filter(isValue).length;
  if (known >= 2 || (known === 1 && values === 0)) return true;
  if (values > 0 && known === 0) return false;
  if (later.length === 0) return values === 0 && names.length === width && known > 0;
  const sample = later.slice(0, 500);
  let says = 0;
  first.forEach((cell, column) => {
    const cells = sample.map((row) => row[column] ?? '').filter((text) => !isMissing(text));
    if (cells.length === 0) return;
    const numbers = cells.filter((text) => !Number.isNaN(parseNumber(text, ','))).length;
    // Words over numbers; a word that comes again is a value, digits below it are unlike a name.
    if (numbers / cells.length > 0.9) says += isValue(cell) || /^nan$/i.test(cell) ? -1 : 2;
    else if (cells.includes(cell)) says -= 2;
    else if (!/\d/.test(cell) && cells.filter((text) => /\d/.test(text)).length > 0.9 * cells.length) says += 1; // prettier-ignore
  });
  return says > 0;
}

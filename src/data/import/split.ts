/** One line of a table to its cells, and lines to records where a quoted cell runs over several. */

/** What stands between cells; a single space is any run of spaces and tabs. */
export const SEPARATORS = [',', '\t', ';', '|', '::', ' '] as const;
export type Separator = (typeof SEPARATORS)[number];

/**
 * A cell that begins with a quote ends with one before the next separator; `""` and `\"` inside are
 * quotes. Elsewhere quotes are text.
 */
export function splitLine(line: string, separator: string): string[] {
  if (separator === ' ') return splitSpaces(line);
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  for (let at = 0; at <= line.length;) {
    const { text, end } = cellAt(line, separator, at);
    cells.push(text);
    at = end + separator.length;
  }
  return cells;
}

function splitSpaces(line: string): string[] {
  const plain = line.trim();
  if (!plain.includes('"')) return plain.split(/\s+/);
  return [...plain.matchAll(/"((?:[^"]|"")*)"(?=\s|$)|\S+/g)].map(([whole, quoted]) =>
    quoted === undefined ? whole : quoted.replaceAll('""', '"'),
  );
}

/** Whether a line ends inside a quoted cell, which then goes on in the next. */
export function isOpen(line: string, separator: string): boolean {
  if (separator === ' ' || !line.includes('"')) return false;
  for (let at = 0; at <= line.length;) {
    const { end, open } = cellAt(line, separator, at);
    if (open) return true;
    at = end + separator.length;
  }
  return false;
}

interface Cell {
  text: string;
  /** Place of its separator, or the line's length. */
  end: number;
  open: boolean;
}

/** The cell that begins at `at`. */
function cellAt(line: string, separator: string, at: number): Cell {
  const start = quoteAt(line, at);
  if (start < 0) return plainCell(line, separator, at);
  let text = '';
  // A quote that neither ends the cell nor is doubled: then the cell was never a quoted one.
  let bare = false;
  for (let from = start + 1; ;) {
    const quote = line.indexOf('"', from);
    if (quote < 0) {
      if (bare) return plainCell(line, separator, at);
      return { text: text + line.slice(from), end: line.length, open: true };
    }
    text += line.slice(from, quote);
    if (line[quote + 1] === '"') {
      text += '"';
      from = quote + 2;
      continue;
    }
    const end = endAfter(line, separator, quote + 1);
    if (end >= 0) return { text, end, open: false };
    const isEscaped = line[quote - 1] === '\\' && quote - 1 > start;
    if (isEscaped) text = text.slice(0, -1);
    else bare = true;
    text += '"';
    from = quote + 1;
  }
}

function plainCell(line: string, separator: string, at: number): Cell {
  const found = line.indexOf(separator, at);
  const end = found < 0 ? line.length : found;
  return { text: line.slice(at, end), end, open: false };
}

/** Place of the quote that a cell begins with, spaces before it passed over; -1 without one. */
function quoteAt(line: string, at: number): number {
  let i = at;
  while (line[i] === ' ') i += 1;
  return line[i] === '"' ? i : -1;
}

/** The separator or the line's end where only spaces lie before it, else -1. */
function endAfter(line: string, separator: string, from: number): number {
  let i = from;
  while (line[i] === ' ') i += 1;
  return i >= line.length ? line.length : line.startsWith(separator, i) ? i : -1;
}

/** A line, or several that belong together. */
export interface TableRecord {
  text: string;
  /** 1-based number of its first line. */
  line: number;
  /** How many lines it is. */
  lines: number;
}

/** A quoted cell over more lines than this is a stray quote. */
const LONGEST_CELL = 100;

/**
 * Gathers lines into records. A quote that is never closed costs only its own line: those that were
 * waiting for its end are then looked at again, one by one.
 */
export class RecordGatherer {
  private waiting: TableRecord[] = [];
  /** Of the waiting lines, joined. */
  private text = '';

  constructor(private readonly separator: string) {}

  /** The records that are complete with this line. */
  take(text: string, line: number): TableRecord[] {
    this.text = this.waiting.length > 0 ? `${this.text}\n${text}` : text;
    this.waiting.push({ text, line, lines: 1 });
    if (!isOpen(this.text, this.separator)) {
      const record = { text: this.text, line: this.waiting[0].line, lines: this.waiting.length };
      this.waiting = [];
      return [record];
    }
    return this.waiting.length > LONGEST_CELL ? this.giveUp() : [];
  }

  /** What is left at the end of the file. */
  finish(): TableRecord[] {
    const records: TableRecord[] = [];
    while (this.waiting.length > 0) records.push(...this.giveUp());
    return records;
  }

  /** The first waiting line is a record of its own; the others are taken anew. */
  private giveUp(): TableRecord[] {
    const [first, ...others] = this.waiting;
    this.waiting = [];
    return [first, ...others.flatMap(({ text, line }) => this.take(text, line))];
  }
}

/** One line of a table to its cells, and lines to records where a quoted cell runs over several. */

/** A cell that begins with a quote ends with one; `""` inside is a quote. Elsewhere quotes are text. */
export function splitLine(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  for (let at = 0; at <= line.length;) {
    const { text, end } = cellAt(line, separator, at);
    cells.push(text);
    at = end + 1;
  }
  return cells;
}

/** Whether a line ends inside a quoted cell, which then goes on in the next. */
export function isOpen(line: string, separator: string): boolean {
  if (!line.includes('"')) return false;
  for (let at = 0; at <= line.length;) {
    const { end, open } = cellAt(line, separator, at);
    if (open) return true;
    at = end + 1;
  }
  return false;
}

/** The cell that begins at `at`; `end` is its separator's place, or the line's length. */
function cellAt(
  line: string,
  separator: string,
  at: number,
): { text: string; end: number; open: boolean } {
  const endFrom = (from: number): number => {
    const end = line.indexOf(separator, from);
    return end < 0 ? line.length : end;
  };
  if (line[at] !== '"') {
    const end = endFrom(at);
    return { text: line.slice(at, end), end, open: false };
  }
  let text = '';
  for (let from = at + 1; ;) {
    const quote = line.indexOf('"', from);
    if (quote < 0) return { text: text + line.slice(from), end: line.length, open: true };
    text += line.slice(from, quote);
    if (line[quote + 1] !== '"') {
      // What follows the closing quote should be nothing; where it is not, it stays.
      const end = endFrom(quote + 1);
      return { text: text + line.slice(quote + 1, end), end, open: false };
    }
    text += '"';
    from = quote + 2;
  }
}

/** A line, or several that belong together. */
export interface TableRecord {
  text: string;
  /** 1-based number of its first line. */
  line: number;
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
    this.waiting.push({ text, line });
    if (!isOpen(this.text, this.separator)) {
      const record = { text: this.text, line: this.waiting[0].line };
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

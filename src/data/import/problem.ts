/**
 * What is wrong with imported files, as codes and values: the page words them in the visitor's
 * language, the library in English (words.ts). A file may have many wrong lines; ten are kept as
 * examples and the rest are counted.
 */
import { ENGLISH, sayFault } from './words';

/** What a line, or a cell of it, should have held; values by code. */
export interface Expectations {
  'u.data': object;
  'u.item': object;
  'ratings.dat': object;
  'movies.dat': object;
  'ratings.csv': object;
  'movies.csv': object;
  columns: { count: number };
  /** `column` is 1-based. */
  user: { column: number };
  item: { column: number };
  rating: { column: number };
  time: { column: number };
  'line-bytes': { most: number };
}

/** Why an import cannot go on; values by code. */
export interface Faults {
  'no-files': object;
  'no-table': { files: readonly string[] };
  'no-columns': object;
  'many-files': { folder: string; most: number };
  'deep-folder': { folder: string; most: number };
  'missing-file': { release: string; file: string; together: readonly [string, string] };
  'empty-file': { file: string; expected: Expectation };
  'wrong-lines': { file: string; wrong: number; read: number; expected: Expectation };
  'empty-table': { file: string };
  'misfit-lines': { file: string; wrong: number; read: number };
  'many-scenarios': { most: number };
  'few-ratings': { ratings: number; needed: number };
  'utf-16': { file: string };
  'long-line': { file: string; line: number };
  'damaged-zip': { file: string };
  'damaged-entry': { file: string; entry: string };
  'large-entry': { file: string; entry: string; mostBytes: number };
  'many-entries': { file: string; most: number };
}

type Coded<Values> = { [Code in keyof Values]: { code: Code } & Values[Code] }[keyof Values];
export type Expectation = Coded<Expectations>;
export type Fault = Coded<Faults>;

export interface Problem {
  file: string;
  /** 1-based; 0 when the file as a whole is meant. */
  line: number;
  /** Its code names the field where one is at fault. */
  expected: Expectation;
  /** The offending text, shortened; shown as text, never as HTML. */
  found: string;
}

export const EXAMPLES_KEPT = 10;
const FOUND_LENGTH = 80;

/** Collects problems; keeps the first ten and counts all. */
export class Problems {
  readonly examples: Problem[] = [];
  count = 0;

  add(file: string, line: number, expected: Expectation, found: string): void {
    this.count += 1;
    if (this.examples.length >= EXAMPLES_KEPT) return;
    const shortened = found.length > FOUND_LENGTH ? `${found.slice(0, FOUND_LENGTH)}…` : found;
    this.examples.push({ file, line, expected, found: shortened });
  }
}

/** An import that cannot go on; nothing of the present session was changed. In English. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  /** What to do about it. */
  readonly remedy: string;

  /** @param cause the error behind it, of a library or the browser */
  constructor(
    readonly fault: Fault,
    readonly examples: readonly Problem[] = [],
    cause?: unknown,
  ) {
    const { message, remedy } = sayFault(ENGLISH, fault);
    super(message, { cause });
    this.remedy = remedy;
  }
}

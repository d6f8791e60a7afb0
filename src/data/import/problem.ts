/**
 * What is wrong with imported files, as codes and values: the page words them in the visitor's
 * language, the library in English (messages.ts). A file may have many wrong lines; ten are kept as
 * examples and the rest are counted.
 */

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

/** What a file without text is. */
export type BinaryKind =
  'parquet' | 'excel' | 'archive' | 'database' | 'picture' | 'document' | 'binary';

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
  /** `field` is at fault in most of them. */
  'misfit-lines': { file: string; wrong: number; read: number; field: Expectation['code'] };
  'few-ratings': { ratings: number; needed: number };
  /** Nobody, or nearly nobody, has enough to train and test on. */
  'few-each': { users: number; needed: number; each: number };
  'no-text': { file: string; kind: BinaryKind };
  'one-person': { file: string; ratings: number };
  'same-column': object;
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

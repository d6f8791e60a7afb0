/**
 * What is wrong with an imported file, for a person to act on: file, line, what was expected and
 * what was found. A file may have many; ten are kept as examples and the rest are counted.
 */
export interface Problem {
  file: string;
  /** 1-based; 0 when the file as a whole is meant. */
  line: number;
  expected: string;
  /** The offending text, shortened; shown as text, never as HTML. */
  found: string;
}

export const EXAMPLES_KEPT = 10;
const FOUND_LENGTH = 80;

/** Collects problems; keeps the first ten and counts all. */
export class Problems {
  readonly examples: Problem[] = [];
  count = 0;

  add(file: string, line: number, expected: string, found: string): void {
    this.count += 1;
    if (this.examples.length >= EXAMPLES_KEPT) return;
    const shortened = found.length > FOUND_LENGTH ? `${found.slice(0, FOUND_LENGTH)}…` : found;
    this.examples.push({ file, line, expected, found: shortened });
  }
}

/** An import that cannot go on; nothing of the present session was changed. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  constructor(
    message: string,
    /** What to do about it. */
    readonly remedy: string,
    readonly examples: readonly Problem[] = [],
  ) {
    super(message);
  }
}

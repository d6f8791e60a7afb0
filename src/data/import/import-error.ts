/** What is thrown when an import cannot go on, and the wrong lines that are kept as examples. */
import { ENGLISH, sayFault } from './messages';
import type { Expectation, Fault, Problem } from './problem';

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

  /** Those of `others` too. */
  join(others: Problems): void {
    this.count += others.count;
    this.examples.push(...others.examples.slice(0, EXAMPLES_KEPT - this.examples.length));
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

/**
 * Bytes to lines. MovieLens 100k and 1M are Latin-1, later releases UTF-8; so bytes are read as
 * strict UTF-8, and lines that cannot be as Windows-1252 (the web's Latin-1). A byte-order mark is dropped; CRLF, LF and lone CR end a line; the last line may lack one.
 */
import { ImportError, Problems } from './problem';
import type { Source } from './source';

const NEWLINE = 10;
const RETURN = 13;
/** A line longer than this is not a table's: reading stops rather than filling the memory. */
export const LONGEST_LINE = 1 << 20;

/** A batch of consecutive lines; `first` is the 1-based number of the first one. */
export interface Lines {
  first: number;
  lines: string[];
  /** Bytes of the source read so far. */
  bytes: number;
}

/**
 * @throws ImportError when a line is longer than `LONGEST_LINE` bytes, or the text is UTF-16.
 */
export async function* readLines(source: Source): AsyncIterable<Lines> {
  let rest: Uint8Array = new Uint8Array(0);
  let number = 1;
  let bytes = 0;
  for await (const chunk of source.chunks()) {
    const joined = rest.length ? concat(rest, chunk) : chunk;
    // A CR at the very end may be half of a CRLF: it waits for the next chunk.
    const end = lastLineEnd(joined);
    rest = joined.subarray(end);
    bytes += chunk.length;
    if (rest.length > LONGEST_LINE) throw tooLong(source, number, rest);
    if (bytes === chunk.length && isUtf16(joined)) throw utf16(source);
    if (end === 0) continue;
    const lines = split(decode(joined.subarray(0, end)), number === 1);
    lines.pop();
    yield { first: number, lines, bytes };
    number += lines.length;
  }
  if (rest.length) {
    const lines = split(decode(rest), number === 1);
    if (lines[lines.length - 1] === '') lines.pop();
    yield { first: number, lines, bytes };
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const latin = new TextDecoder('windows-1252');

/** Whole lines as text; each line on its own where they are not all UTF-8. */
function decode(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return linesOf(bytes).map(decodeLine).join('');
  }
}

function decodeLine(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return latin.decode(bytes);
  }
}

/** Pieces that end after each LF. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(NEWLINE, from);
    const end = at < 0 ? bytes.length : at + 1;
    lines.push(bytes.subarray(from, end));
    from = end;
  }
  return lines;
}

/** A copy that shares no memory with the text it was cut from. */
export const detached = (text: string): string => copied.decode(copier.encode(text));
const copier = new TextEncoder();
const copied = new TextDecoder('utf-8', { ignoreBOM: true });

const isUtf16 = ([a, b]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);

const utf16 = ({ name }: Source): ImportError => new ImportError({ code: 'utf-16', file: name });

function tooLong({ name }: Source, line: number, bytes: Uint8Array): ImportError {
  const problems = new Problems();
  const found = latin.decode(bytes.subarray(0, 200));
  problems.add(name, line, { code: 'line-bytes', most: LONGEST_LINE }, found);
  return new ImportError({ code: 'long-line', file: name, line }, problems.examples);
}

const split = (text: string, atStart: boolean): string[] =>
  (atStart && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split(/\r\n|\n|\r/);

/** Index after the last line end that is surely complete. */
function lastLineEnd(bytes: Uint8Array): number {
  for (let i = bytes.length - 1; i >= 0; i--) {
    if (bytes[i] === NEWLINE) return i + 1;
    if (bytes[i] === RETURN && i < bytes.length - 1) return i + 1;
  }
  return 0;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

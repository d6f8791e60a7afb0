/**
 * Bytes to lines. MovieLens 100k and 1M are Latin-1, later releases UTF-8; so bytes are read as
 * strict UTF-8, and lines that cannot be as Windows-1252 (the web's Latin-1), unless another encoding
 * was found or chosen. A byte-order mark is dropped; CRLF, LF and lone CR end a line; the last line
 * may lack one.
 */
import { utf16Of, type Encoding } from './encoding';
import { ImportError, Problems } from './import-error';
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
 * @param encoding of the bytes; without it UTF-16 is told by its first bytes, all else is UTF-8
 * @throws ImportError when a line is longer than `LONGEST_LINE` bytes.
 */
export async function* readLines(source: Source, encoding?: Encoding): AsyncIterable<Lines> {
  let rest: Uint8Array = new Uint8Array(0);
  let number = 1;
  let read = 0;
  let reading: Reading | null = null;
  for await (const given of source.chunks()) {
    reading ??= readingOf(encoding ?? utf16Of(given) ?? 'utf-8');
    read += given.length;
    const chunk = reading.bytes(given);
    const joined = rest.length ? concat(rest, chunk) : chunk;
    // A CR at the very end may be half of a CRLF: it waits for the next chunk.
    const end = lastLineEnd(joined);
    rest = joined.subarray(end);
    if (rest.length > LONGEST_LINE) throw tooLong(source, number, rest);
    if (end === 0) continue;
    const lines = split(reading.text(joined.subarray(0, end)), number === 1);
    lines.pop();
    yield { first: number, lines, bytes: read };
    number += lines.length;
  }
  if (rest.length && reading) {
    const lines = split(reading.text(rest), number === 1);
    if (lines[lines.length - 1] === '') lines.pop();
    yield { first: number, lines, bytes: read };
  }
}

interface Reading {
  /** Bytes in which line ends are single bytes. */
  bytes(chunk: Uint8Array): Uint8Array;
  /** Text of whole lines. */
  text(lines: Uint8Array): string;
}

function readingOf(encoding: Encoding): Reading {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true });
    const encoder = new TextEncoder();
    const bytes = (chunk: Uint8Array) => encoder.encode(decoder.decode(chunk, { stream: true }));
    return { bytes, text: decode };
  }
  if (encoding === 'utf-8') return { bytes: (chunk) => chunk, text: decode };
  const decoder = new TextDecoder(encoding);
  return { bytes: (chunk) => chunk, text: (lines) => decoder.decode(lines) };
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

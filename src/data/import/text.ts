/**
 * Bytes to lines. MovieLens 100k and 1M are Latin-1, later releases UTF-8; so bytes are read as
 * strict UTF-8 until a byte cannot be, and as Windows-1252 (the web's Latin-1) from the start of that
 * line on. A byte-order mark is dropped; CRLF, LF and lone CR end a line; the last line may lack one.
 */
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
 * @throws RangeError when a line is longer than `LONGEST_LINE` bytes.
 */
export async function* readLines(source: Source): AsyncIterable<Lines> {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const latin = new TextDecoder('windows-1252');
  let utf8 = true;
  const decode = (bytes: Uint8Array): string => {
    if (utf8) {
      try {
        return strict.decode(bytes);
      } catch {
        utf8 = false;
      }
    }
    return latin.decode(bytes);
  };

  let rest: Uint8Array = new Uint8Array(0);
  let number = 1;
  let bytes = 0;
  for await (const chunk of source.chunks()) {
    const joined = rest.length ? concat(rest, chunk) : chunk;
    // A CR at the very end may be half of a CRLF: it waits for the next chunk.
    const end = lastLineEnd(joined);
    rest = joined.subarray(end);
    bytes += chunk.length;
    if (rest.length > LONGEST_LINE)
      throw new RangeError(`line ${number} of ${source.name} is too long`);
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

/**
 * JSON lines, or an array of objects, as a table: keys are columns (`movie.title` of an object
 * within), values are cells. Objects are cut out one by one, however they are laid out over lines.
 */
import { ImportError } from './import-error';
import type { Source } from './source';
import { LONGEST_LINE } from './text';

/** Keys are gathered from the first objects; a few that come later only are left out. */
const KEYS_FROM = 200;
const MOST_KEYS = 60;
const DEPTH = 3;

/** Cuts the objects out of text that comes in pieces. */
export class ObjectCutter {
  private text = '';
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Lines before the text that is held. */
  private line = 1;
  /** An object that only wraps the list: `{"ratings": [`. */
  private wrapped: boolean | null = null;

  /** The objects that are complete with this piece, each with the number of its first line. */
  take(piece: string): { text: string; line: number }[] {
    const found: { text: string; line: number }[] = [];
    let from = this.text.length;
    this.text += piece;
    if (this.wrapped === null) {
      const head = /^\ufeff?\s*\{\s*"[^"]*"\s*:\s*\[\s*(?=\{)/.exec(this.text);
      this.wrapped = head !== null;
      from = head ? head[0].length : 0;
    }
    let start = this.depth > 0 ? this.text.indexOf('{') : -1;
    for (let i = from; i < this.text.length; i++) {
      const sign = this.text.charCodeAt(i);
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (sign === BACKSLASH) this.escaped = true;
        else if (sign === QUOTE) this.inString = false;
      } else if (sign === QUOTE) this.inString = this.depth > 0;
      else if (sign === OPEN) {
        if (this.depth === 0) start = i;
        this.depth += 1;
      } else if (sign === CLOSE && this.depth > 0) {
        this.depth -= 1;
        if (this.depth > 0) continue;
        found.push({ text: this.text.slice(start, i + 1), line: this.line + newlines(this.text, 0, start) }); // prettier-ignore
        this.line += newlines(this.text, 0, i + 1);
        this.text = this.text.slice(i + 1);
        i = -1;
        start = -1;
      }
    }
    if (start > 0) {
      this.line += newlines(this.text, 0, start);
      this.text = this.text.slice(start);
    } else if (this.depth === 0) {
      this.line += newlines(this.text, 0, this.text.length);
      this.text = '';
    }
    return found;
  }

  /** Characters that wait for the rest of their object. */
  get waiting(): number {
    return this.text.length;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1; // prettier-ignore
  return count;
}

/** An object's values by key, objects within flattened; null when the text is none. */
export function cellsByKey(text: string): Map<string, string> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const cells = new Map<string, string>();
  const walk = (object: object, prefix: string, depth: number): void => {
    for (const [key, inner] of Object.entries(object)) {
      if (inner === null || inner === undefined) continue;
      if (Array.isArray(inner)) cells.set(prefix + key, inner.map(cellText).join('|'));
      else if (typeof inner === 'object') {
        if (depth < DEPTH) walk(inner as object, `${prefix}${key}.`, depth + 1);
      } else cells.set(prefix + key, String(inner));
    }
  };
  if (typeof value !== 'object' || value === null) return null;
  walk(value, '', 1);
  return cells;
}

function cellText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { name, title } = value as { name?: unknown; title?: unknown };
  return String(name ?? title ?? '');
}

/** Keys and rows of the objects that `lines` begin with; null where they do not. */
export function objectRows(lines: readonly string[]): { keys: string[]; rows: string[][] } | null {
  const text = lines.join('\n');
  if (!/^\ufeff?\s*(\[\s*)?\{/.test(text)) return null;
  const cutter = new ObjectCutter();
  const objects = cutter.take(text).map((object) => cellsByKey(object.text));
  const good = objects.filter((cells) => cells !== null);
  if (good.length === 0 || good.length < objects.length / 2) return null;
  const keys = new Set<string>();
  for (const cells of good.slice(0, KEYS_FROM)) {
    for (const key of cells.keys()) if (keys.size < MOST_KEYS) keys.add(key);
  }
  const listed = [...keys];
  return { keys: listed, rows: good.map((cells) => listed.map((key) => cells.get(key) ?? '')) };
}

/** The text of every object of a source. @throws ImportError when one has no end */
export async function* readObjects(
  source: Source,
  encoding: string,
): AsyncIterable<{ objects: { text: string; line: number }[]; bytes: number }> {
  const cutter = new ObjectCutter();
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of source.chunks()) {
    bytes += chunk.length;
    const objects = cutter.take(decoder.decode(chunk, { stream: true }));
    if (cutter.waiting > LONGEST_LINE) {
      throw new ImportError({ code: 'long-line', file: source.name, line: 1 });
    }
    if (objects.length > 0) yield { objects, bytes };
  }
}

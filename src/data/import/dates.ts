/**
 * Times of ratings: seconds or milliseconds, ISO dates, and dates of three numbers, whose order of
 * day and month no single cell can tell. It is worked out from the whole column: a first number
 * above 12 is a day, a second one above 12 a day too.
 */
import { isMissing } from './values';

export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** How a column of times is read. */
export type TimeReading =
  | { kind: 'number' }
  | {
      kind: 'parts';
      order: DateOrder;
      /** False where no cell tells day from month. */
      sure: boolean;
    }
  /** Month names and the like: what the platform reads. */
  | { kind: 'words' };

const PARTS =
  /^\s*(\d{1,4})(?:\s*[/.\-年]\s*|\s+)(\d{1,2})(?:\s*[/.\-月,]\s*|\s+)(\d{1,4})日?(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap]\.?m\.?)?)?/i;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})\s*$/;

const READABLE = 0.9;

/** How the filled cells of a column can be read as times; null when most cannot. */
export function readingOfTimes(cells: readonly string[]): TimeReading | null {
  const filled = cells.filter((cell) => !isMissing(cell));
  if (filled.length === 0) return null;
  const enough = (count: number): boolean => count >= READABLE * filled.length;
  if (enough(filled.filter(isCompact).length)) return { kind: 'parts', order: 'ymd', sure: true };
  if (enough(filled.filter((cell) => Number.isFinite(Number(cell))).length)) {
    return { kind: 'number' };
  }
  const parts = filled.map((cell) => PARTS.exec(cell)).filter((found) => found !== null);
  if (enough(parts.length)) {
    const reading = readingOfParts(parts, filled);
    const good = filled.filter((cell) => !Number.isNaN(toTime(cell, reading))).length;
    return enough(good) ? reading : null;
  }
  const words: TimeReading = { kind: 'words' };
  return enough(filled.filter((cell) => !Number.isNaN(toTime(cell, words))).length) ? words : null;
}

function readingOfParts(parts: readonly RegExpExecArray[], cells: readonly string[]): TimeReading {
  if (parts.filter(([, first]) => first.length === 4).length > parts.length / 2) {
    return { kind: 'parts', order: 'ymd', sure: true };
  }
  const first = parts.filter((found) => Number(found[1]) > 12).length;
  const second = parts.filter((found) => Number(found[2]) > 12).length;
  if (first > second) return { kind: 'parts', order: 'dmy', sure: true };
  if (second > first) return { kind: 'parts', order: 'mdy', sure: true };
  // Points are the habit of countries that put the day first.
  const points = cells.filter((cell) => /^\s*\d+\.\d+\.\d/.test(cell)).length;
  return { kind: 'parts', order: 'dmy', sure: points > cells.length / 2 };
}

/** Comparable within one column, in any unit; 0 for an empty cell, NaN for one that cannot be read. */
export function toTime(text: string, reading: TimeReading): number {
  if (isMissing(text)) return 0;
  if (reading.kind === 'number') return finite(Number(text));
  if (reading.kind === 'words') {
    // A bare number is no date, whatever a platform makes of it.
    return /\p{L}/u.test(text) ? Date.parse(text.replace(/(\d)(st|nd|rd|th)\b/i, '$1')) : NaN;
  }
  const found = PARTS.exec(text) ?? COMPACT.exec(text);
  if (!found) return NaN;
  const [a, b, c] = found.slice(1, 4).map(Number);
  const [year, month, day] = reading.order === 'ymd' ? [a, b, c] : reading.order === 'dmy' ? [c, b, a] : [c, a, b]; // prettier-ignore
  if (month < 1 || month > 12 || day < 1 || day > 31) return NaN;
  const [hour, minute, second] = [found[4], found[5], found[6]].map((part) => Number(part ?? 0));
  const half = found[7]?.toLowerCase().startsWith('p') ? (hour % 12) + 12 : found[7] ? hour % 12 : hour; // prettier-ignore
  return Date.UTC(fullYear(year), month - 1, day, half, minute, second);
}

const finite = (value: number): number => (Number.isFinite(value) ? value : NaN);

/** 07 is 2007, 97 is 1997. */
const fullYear = (year: number): number => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year); // prettier-ignore

function isCompact(cell: string): boolean {
  const found = COMPACT.exec(cell);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number);
  return year > 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

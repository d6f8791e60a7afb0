/**
 * Which letters the bytes of a file mean. UTF-8 and UTF-16 can be told for sure; the older encodings
 * by how well the bytes above 127 read as each of them: words of one script, common characters, few
 * oddities. Where two read nearly as well the guess is unsure, and the form asks.
 */
export const ENCODINGS = [
  'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251', 'koi8-r',
  'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'gb18030', 'big5', 'shift_jis',
  'euc-jp', 'euc-kr',
] as const; // prettier-ignore
/** A label of the Encoding Standard; gb18030 reads GBK and GB2312 too. */
export type Encoding = (typeof ENCODINGS)[number];

export interface FoundEncoding {
  encoding: Encoding;
  /** False where another encoding reads nearly as well. */
  sure: boolean;
}

/** A guess rests on at most so many bytes of lines that are not plain ASCII. */
const SAMPLE_BYTES = 1 << 16;
const GOOD = 0.75;
const APART = 0.12;
/** With fewer letters than this a guess is no more than that. */
const FEW_LETTERS = 4;
const NEWLINE = 10;
/** An encoding whose own letters do not occur is worth less than the common one. */
const UNNEEDED = 0.8;

/** @param head the first bytes of the file */
export function detectEncoding(head: Uint8Array): FoundEncoding {
  const wide = utf16Of(head);
  if (wide) return { encoding: wide, sure: true };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return sureOf('utf-8');
  const lines = [...linesBeyondAscii(head)];
  if (lines.length === 0) return sureOf('utf-8');
  const valid = lines.filter((line) => isValid(line, 'utf-8')).length;
  // A file that was put together of several: lines that are none are then Latin-1.
  if (valid > 0 && valid >= lines.length / 2) return sureOf('utf-8');
  return guess(lines);
}

const sureOf = (encoding: Encoding): FoundEncoding => ({ encoding, sure: true });

/** By byte-order mark, or by the zero bytes that plain letters and digits leave at every other place. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const end = Math.min(head.length, 4096) & ~1;
  for (let i = 0; i < end; i++) if (head[i] === 0) zeros[i & 1] += 1;
  const [even, odd] = zeros.map((count) => count / Math.max(end / 2, 1));
  if (odd > 0.3 && even < 0.05) return 'utf-16le';
  if (even > 0.3 && odd < 0.05) return 'utf-16be';
  return null;
}

/** Complete lines with a byte above 127, up to the bound. */
function* linesBeyondAscii(head: Uint8Array): Iterable<Uint8Array> {
  let taken = 0;
  for (let from = 0; from < head.length && taken < SAMPLE_BYTES;) {
    const at = head.indexOf(NEWLINE, from);
    // The last line may be cut within a character.
    if (at < 0 && from > 0) return;
    const line = head.subarray(from, at < 0 ? head.length : at);
    if (line.some((byte) => byte > 127)) {
      taken += line.length;
      yield line;
    }
    from = at < 0 ? head.length : at + 1;
  }
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function guess(lines: readonly Uint8Array[]): FoundEncoding {
  const scores = CANDIDATES.map(({ encoding, score, needs }) => {
    const whole = lines.filter((line) => isValid(line, encoding)).length / lines.length;
    const sums = { good: 0, all: 0 };
    if (whole > 0.97) for (const line of lines) score(line, sums);
    const seen = !needs || lines.some((line) => needs.some((byte) => line.includes(byte)));
    const share = sums.all > 0 ? (sums.good / sums.all) * whole : 0;
    return { encoding, value: seen ? share : share * UNNEEDED, all: sums.all };
  }).sort((a, b) => b.value - a.value);
  const [best, next] = scores;
  if (best.value < GOOD / 2) return { encoding: 'windows-1252', sure: false };
  const apart = best.value - next.value;
  return {
    encoding: best.encoding,
    sure: best.value >= GOOD && apart >= APART && (best.all >= FEW_LETTERS || apart > 0.5),
  };
}

interface Sums {
  good: number;
  all: number;
}
interface Candidate {
  encoding: Encoding;
  /** Bytes without one of which a more common encoding would do. */
  needs?: readonly number[];
  /** Adds how well a line reads: characters beyond ASCII, and how many of them as they should be. */
  score(line: Uint8Array, sums: Sums): void;
}

const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;

/** Latin: single letters among ASCII ones; `letters` says which bytes below C0 are letters too. */
function latin(letters: readonly number[]): Candidate['score'] {
  const isLetter = (byte: number): boolean => byte >= 0xc0 || letters.includes(byte);
  return (line, sums) => {
    for (let i = 0; i < line.length; i++) {
      if (line[i] < 0x80) continue;
      let end = i;
      while (end < line.length && line[end] >= 0x80) end++;
      const beside = isAsciiLetter(line[i - 1]) || isAsciiLetter(line[end]);
      const between = isAsciiLetter(line[i - 1]) && isAsciiLetter(line[end]);
      for (let k = i; k < end; k++) {
        sums.all += 1;
        if (isLetter(line[k])) sums.good += end - i <= 2 ? (beside ? 1 : 0.4) : 0;
        // Quotes, dashes and signs stand beside letters, not between them (but for the apostrophe).
        else sums.good += between && line[k] !== 0x92 ? 0.2 : end - i <= 2 ? 0.8 : 0;
      }
      i = end - 1;
    }
  };
}

/** Cyrillic: words wholly beyond ASCII, capitals only in front (or throughout), of frequent letters. */
function cyrillic(
  isSmall: (byte: number) => boolean,
  isCapital: (byte: number) => boolean,
  frequent: readonly number[],
): Candidate['score'] {
  const isLetter = (byte: number): boolean => isSmall(byte) || isCapital(byte);
  return (line, sums) => {
    for (let i = 0; i < line.length; i++) {
      if (line[i] < 0x80) continue;
      let end = i;
      while (end < line.length && isLetter(line[end])) end++;
      if (end === i) {
        sums.all += 1;
        sums.good += 0.5;
        continue;
      }
      const word = line.subarray(i, end);
      const small = word.filter(isSmall).length;
      const regular = small === word.length || small === 0 || (small === word.length - 1 && isCapital(word[0])); // prettier-ignore
      const mixed = isAsciiLetter(line[i - 1]) || isAsciiLetter(line[end]);
      const common = word.some((byte) => frequent.includes(byte));
      sums.all += word.length;
      if (regular && !mixed) sums.good += word.length * (common ? 1 : 0.6);
      i = end - 1;
    }
  };
}

const between = (byte: number, low: number, high: number): boolean => byte >= low && byte <= high;

/** Two bytes a character: `worth` says how common a pair is, 0..1. */
function pairs(
  isLead: (byte: number) => boolean,
  worth: (lead: number, trail: number) => number,
  single: (byte: number) => number = () => 0,
): Candidate['score'] {
  return (line, sums) => {
    for (let i = 0; i < line.length; i++) {
      if (line[i] < 0x80) continue;
      sums.all += 1;
      if (isLead(line[i]) && i + 1 < line.length) {
        sums.good += worth(line[i], line[i + 1]);
        i += 1;
      } else sums.good += single(line[i]);
    }
  };
}

const high = (byte: number): boolean => byte >= 0xa1;

const CANDIDATES: readonly Candidate[] = [
  { encoding: 'windows-1252', score: latin([0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f]) },
  {
    encoding: 'windows-1250',
    needs: [0xb3, 0xb9, 0xa3, 0xa5, 0x9d, 0x9f, 0xbe, 0xbc],
    score: latin([
      0x8a, 0x8c, 0x8d, 0x8e, 0x8f, 0x9a, 0x9c, 0x9d, 0x9e, 0x9f, 0xa3, 0xa5, 0xaa, 0xaf, 0xb3,
      0xb9, 0xba, 0xbc, 0xbe, 0xbf,
    ]),
  },
  {
    encoding: 'windows-1251',
    score: cyrillic(
      (byte) => byte >= 0xe0 || [0xb8, 0xb3, 0xbf, 0xba, 0xb4].includes(byte),
      (byte) => between(byte, 0xc0, 0xdf) || [0xa8, 0xb2, 0xaf, 0xaa, 0xa5].includes(byte),
      [0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2, 0xce, 0xc5, 0xc0, 0xc8, 0xcd, 0xd2],
    ),
  },
  {
    encoding: 'koi8-r',
    score: cyrillic(
      (byte) => between(byte, 0xc0, 0xdf) || byte === 0xa3,
      (byte) => byte >= 0xe0 || byte === 0xb3,
      [0xcf, 0xc5, 0xc1, 0xc9, 0xce, 0xd4, 0xef, 0xe5, 0xe1, 0xe9, 0xee, 0xf4],
    ),
  },
  {
    encoding: 'gb18030',
    // First-level characters lie in B0..D7; the Korean block is only its lower half.
    score: pairs(
      (byte) => between(byte, 0x81, 0xfe),
      (lead, trail) => {
        if (!high(trail)) return between(lead, 0x81, 0xfe) ? 0.05 : 0;
        if (between(lead, 0xb0, 0xd7)) return lead >= 0xc9 ? 1 : 0.85;
        if (between(lead, 0xd8, 0xf7)) return 0.3;
        return between(lead, 0xa1, 0xa3) ? 0.8 : 0.1;
      },
    ),
  },
  {
    encoding: 'big5',
    score: pairs(
      (byte) => between(byte, 0xa1, 0xf9),
      (lead, trail) => {
        if (between(lead, 0xa4, 0xc6)) return high(trail) ? 0.7 : 1;
        return between(lead, 0xc9, 0xf9) ? 0.3 : 0.5;
      },
    ),
  },
  {
    encoding: 'shift_jis',
    score: pairs(
      (byte) => between(byte, 0x81, 0x9f) || between(byte, 0xe0, 0xfc),
      (lead, trail) => {
        if (lead === 0x82) return between(trail, 0x4f, 0xf1) ? 1 : 0.2;
        if (lead === 0x83) return between(trail, 0x40, 0x96) ? 1 : 0.2;
        if (lead === 0x81) return 0.8;
        return between(lead, 0x88, 0x97) ? 0.95 : 0.3;
      },
      // Half-width katakana: what any other encoding looks like here.
      () => 0.05,
    ),
  },
  {
    encoding: 'euc-jp',
    score: pairs(
      (byte) => between(byte, 0xa1, 0xfe) || byte === 0x8e,
      (lead, trail) => {
        if (!high(trail)) return 0;
        if (lead === 0xa4 || lead === 0xa5) return 1;
        return between(lead, 0xb0, 0xcf) ? 0.85 : 0.3;
      },
    ),
  },
  {
    encoding: 'euc-kr',
    score: pairs(
      (byte) => between(byte, 0xa1, 0xfe),
      (lead, trail) => (high(trail) && between(lead, 0xb0, 0xc8) ? 0.98 : 0),
    ),
  },
];

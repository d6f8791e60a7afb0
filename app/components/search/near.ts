/** Titles near to one that is typed with slips: `matirx`, `harry poter`, `spiderman`. */
import { plain, type TitleIndex } from './match';

const MOST = 12;
/** Titles begin so far into what they are called without blanks. */
const TITLE = /[>~] ([^<]*) </g;

/** Slips that a word of so many letters may have. */
const slips = (letters: number): number => (letters < 4 ? 0 : letters < 8 ? 1 : 2);

/** A bit for each letter: what one word has and another lacks is counted at once. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let k = 0; k < word.length; k++) bits |= 1 << (word.charCodeAt(k) & 31);
  return bits;
}

function count(bits: number): number {
  let left = bits;
  let n = 0;
  for (; left; left &= left - 1) n++;
  return n;
}

/**
 * Letters to change, add, drop or swap with their neighbour to get from `typed` to `word`, or to how it begins;
 * more than `most` is `most + 1`.
 */
export function distance(typed: string, word: string, most: number, begins = false): number {
  const [n, m] = [typed.length, Math.min(word.length, typed.length + most)];
  if (m < n - most || (!begins && word.length > m)) return most + 1;
  let older: number[] = [];
  let above = Array.from({ length: m + 1 }, (_, k) => k);
  for (let i = 1; i <= n; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= m; j++) {
      const same = typed[i - 1] === word[j - 1];
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (swapped) cost = Math.min(cost, older[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [older, above] = [above, row];
  }
  return Math.min(begins ? Math.min(...above) : above[m], most + 1);
}

interface Word {
  word: string;
  letters: number;
  items: number[];
}

export interface NearIndex {
  words: readonly Word[];
  /** Titles without blanks, each with its item. */
  joined: readonly Word[];
}

export function indexWords({ texts }: TitleIndex): NearIndex {
  const words = new Map<string, Word>();
  const joined = new Map<string, Word>();
  const put = (to: Map<string, Word>, word: string, item: number): void => {
    const known = to.get(word);
    if (!known) to.set(word, { word, letters: lettersOf(word), items: [item] });
    else if (known.items.at(-1) !== item) known.items.push(item);
  };
  texts.forEach((text, item) => {
    for (const [, title] of text.matchAll(TITLE)) {
      const own = title.split(' ');
      for (const word of own) put(words, word, item);
      put(joined, own.join(''), item);
    }
  });
  return { words: [...words.values()], joined: [...joined.values()] };
}

/** Slips by item; no item that has more than the word may have. */
function nearTo(
  typed: string,
  all: readonly Word[],
  begins: boolean,
  most = slips(typed.length),
): Map<number, number> {
  const letters = lettersOf(typed);
  const found = new Map<number, number>();
  for (const { word, letters: own, items } of all) {
    if (count(letters & ~own) > most || (!begins && count(own & ~letters) > most)) continue;
    const off = distance(typed, word, most, begins);
    if (off > most) continue;
    for (const item of items) found.set(item, Math.min(off, found.get(item) ?? Infinity));
  }
  return found;
}

/** Items whose words, or whose title without blanks, are near: the fewest slips first, then the better known. */
export function findNear({ words, joined }: NearIndex, typed: string): number[] {
  const parts = plain(typed).split(' ');
  const whole = parts.join('');
  if (whole.length < 4) return [];
  const [first, ...others] = parts.map((part, k) => {
    const isLast = k === parts.length - 1;
    return nearTo(part, words, isLast && part.length > 2);
  });
  const found = nearTo(whole, joined, true);
  for (const [item, off] of first) {
    const sum = others.reduce((sum, other) => sum + (other.get(item) ?? Infinity), off);
    if (sum < (found.get(item) ?? Infinity)) found.set(item, sum);
  }
  return [...found]
    .filter(([, off]) => Number.isFinite(off))
    .sort(([a, offA], [b, offB]) => offA - offB || a - b)
    .slice(0, MOST)
    .map(([item]) => item);
}

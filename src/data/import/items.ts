/** What a table says about its items: titles, years, and the categories that they belong to. */
import { displayTitle, splitYear } from '../titles';
import type { Key } from './collect';
import type { Mapping } from './table';
import { detached } from './text';
import { oneLine } from './values';

/** More different names are not remembered: they are no categories. */
const MOST_CATEGORIES = 20_000;
const LISTS = /[|;,/]/;

export class ItemFacts {
  readonly titles = new Map<Key, string>();
  readonly years = new Map<Key, number>();
  /** Items by category. */
  readonly categories = new Map<string, Set<Key>>();
  /** Categories that were met, also those beyond the bound. */
  beyond = 0;

  /** Takes what a row says about an item, the first time it says so. */
  take(key: Key, cells: readonly string[], mapping: FactColumns, list: ListSeparator): void {
    const { title, scenario, year = null } = mapping;
    if (title !== null && !this.titles.has(key)) {
      const text = oneLine(cells[title] ?? '');
      if (text !== '') this.titles.set(copied(key), detached(text));
    }
    if (year !== null && !this.years.has(key)) {
      const found = yearOf(cells[year] ?? '');
      if (found > 0) this.years.set(copied(key), found);
    }
    if (scenario !== null) {
      for (const name of listed(cells[scenario] ?? '', list)) this.join(name, key);
    }
  }

  private join(name: string, key: Key): void {
    const members = this.categories.get(name);
    if (!members) {
      if (this.categories.size >= MOST_CATEGORIES) this.beyond += 1;
      else this.categories.set(detached(name), new Set([copied(key)]));
    } else if (!members.has(key)) members.add(copied(key));
  }
}

export type FactColumns = Pick<Mapping, 'title' | 'scenario' | 'year'>;

/** A copy, so that no line stays in memory for it. */
const copied = (key: Key): Key => (typeof key === 'string' ? detached(key) : key);

/** 1900..2100 somewhere in a cell, as in `1999`, `1999-03-31` or `31/03/1999`; 0 without. */
export function yearOf(text: string): number {
  const found = /(?:^|\D)(1[89]\d\d|20\d\d)(?:\D|$)/.exec(text);
  return found ? Number(found[1]) : 0;
}

/** What stands between the categories of one cell; null: a cell is one category. */
export type ListSeparator = '|' | ';' | ',' | '/' | null;

/** Judged by a column: parts that come again in other cells, or are words rather than phrases. */
export function listSeparatorOf(cells: readonly string[]): ListSeparator {
  const filled = [...new Set(cells.map((cell) => cell.trim()))].filter((cell) => cell !== '');
  if (!filled.some((cell) => LISTS.test(cell))) return null;
  for (const separator of ['|', ';'] as const) {
    if (filled.some((cell) => cell.includes(separator))) return separator;
  }
  for (const separator of [',', '/'] as const) {
    const parts = filled.flatMap((cell) => cell.split(separator).map((part) => part.trim()));
    if (parts.length < filled.length * 1.05) continue;
    const distinct = new Set(parts).size;
    const isShort = parts.reduce((sum, part) => sum + part.split(' ').length, 0) <= 2 * parts.length; // prettier-ignore
    if (distinct <= filled.length || (filled.length < 8 && isShort)) return separator;
  }
  return null;
}

/** The categories in a cell; a list as Python or JSON writes it (`['a', 'b']`, objects by name) too. */
export function listed(cell: string, separator: ListSeparator): string[] {
  const text = oneLine(cell);
  if (text === '' || text === '(no genres listed)' || text === '\\N') return [];
  if (/^\[.*\]$/.test(text)) {
    const byName = [...text.matchAll(/["']name["']\s*:\s*(?:"([^"]+)"|'([^']+)')/g)];
    const found = byName.length > 0 ? byName : [...text.matchAll(/"([^"]+)"|'([^']+)'/g)];
    return found.map(([, double, single]) => double ?? single);
  }
  const parts = separator === null ? [text] : text.split(separator);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Most titles end in `(1999)`: then the year is no part of the name, and articles may stand behind. */
export function partYears(facts: ItemFacts): void {
  const titles = [...facts.titles];
  const split = titles.map(([, title]) => splitYear(title));
  if (split.filter(({ year }) => year > 0).length < titles.length / 2) return;
  titles.forEach(([key], n) => {
    const { title, year } = split[n];
    if (year === 0 || title === '') return;
    facts.titles.set(key, displayTitle(title));
    if (!facts.years.has(key)) facts.years.set(key, year);
  });
}

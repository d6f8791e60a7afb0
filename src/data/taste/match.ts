/** Finds the films of one person's list in a catalogue, by title and year. */
import { titleKey, titleKeys } from './title-keys';

export interface Film {
  title: string;
  /** 0 when the list has none. */
  year: number;
  /** Stars 0..5; null where the list has no rating for it. */
  stars: number | null;
  /** Marked as liked, or on a list of nothing but liked ones. */
  liked: boolean;
}

export interface Matches {
  found: { film: Film; item: number }[];
  /** Several films of the catalogue may be meant: best first. */
  unsure: { film: Film; items: number[] }[];
  unmatched: Film[];
  /** Lines that name a film which another line had named before. */
  repeated: Film[];
}

interface Titles {
  count: number;
  title: readonly string[];
  /** 0 when unknown. */
  year: ArrayLike<number>;
}

/** Sites differ in what they call a film's year by so much. */
const YEARS_APART = 1;
const MOST_ASKED = 6;

/** Items by key of their title. */
function indexOf({ count, title }: Titles): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (let item = 0; item < count; item++) {
    for (const key of titleKeys(title[item])) {
      const there = index.get(key);
      if (there) there.push(item);
      else index.set(key, [item]);
    }
  }
  return index;
}

/** Whether the catalogue has a film of a title, and of about its year where that is not 0. */
export function titleFinder(catalogue: Titles): (title: string, year: number) => boolean {
  const index = indexOf(catalogue);
  const { year: years } = catalogue;
  return (title, year) => {
    // A year in brackets is no other title of the film.
    const keys = /[([]\s*\d/.test(title) ? [titleKey(title)] : titleKeys(title);
    const items = keys.flatMap((key) => index.get(key) ?? []);
    if (year === 0) return items.length > 0;
    const isOfYear = (item: number) =>
      years[item] === 0 || Math.abs(years[item] - year) <= YEARS_APART;
    if (items.some(isOfYear)) return true;
    // `Star Wars`; a word alone begins too many.
    const begins = keys[0]?.includes(' ') ? `${keys[0]} ` : null;
    return begins !== null && [...index].some(([key, items]) => key.startsWith(begins) && items.some(isOfYear)); // prettier-ignore
  };
}

/** Each film of the list once: found, to be asked about, or not in the catalogue. */
export function matchFilms(films: readonly Film[], catalogue: Titles): Matches {
  const index = indexOf(catalogue);
  const matches: Matches = { found: [], unsure: [], unmatched: [], repeated: [] };
  const taken = new Set<number>();
  for (const film of films) {
    const items = candidatesOf(film, index, catalogue);
    if (items.length === 0) matches.unmatched.push(film);
    else if (items.length > 1) matches.unsure.push({ film, items: items.slice(0, MOST_ASKED) });
    else if (taken.has(items[0])) matches.repeated.push(film);
    else {
      taken.add(items[0]);
      matches.found.push({ film, item: items[0] });
    }
  }
  // What is settled need not be asked about again.
  matches.unsure = matches.unsure.filter(({ film, items }) => {
    const left = items.filter((item) => !taken.has(item));
    if (left.length === 0) matches.repeated.push(film);
    else if (left.length === 1 && left.length < items.length) {
      taken.add(left[0]);
      matches.found.push({ film, item: left[0] });
    } else return true;
    return false;
  });
  return matches;
}

/** Films that may be meant; one where it is clear. */
function candidatesOf(
  film: Film,
  index: ReadonlyMap<string, number[]>,
  catalogue: Titles,
): number[] {
  const { year } = catalogue;
  const same = [...new Set(titleKeys(film.title).flatMap((key) => index.get(key) ?? []))];
  if (film.year === 0) return same;
  const apart = (item: number): number => (year[item] > 0 ? Math.abs(year[item] - film.year) : 0);
  const near = same.filter((item) => apart(item) <= YEARS_APART);
  const closest = Math.min(...near.map(apart));
  const best = near.filter((item) => apart(item) === closest);
  if (best.length > 0) return best;
  // `Star Wars` of a year is the one whose longer title begins so, where no other does.
  return longerTitles(film, index, catalogue);
}

function longerTitles(
  film: Film,
  index: ReadonlyMap<string, number[]>,
  { year }: Titles,
): number[] {
  const [own] = titleKeys(film.title);
  if (own === undefined || own.length < 4) return [];
  const found = new Set<number>();
  for (const [key, items] of index) {
    if (!key.startsWith(`${own} `) && !own.startsWith(`${key} `)) continue;
    if (key.length < 4) continue;
    for (const item of items) if (year[item] === film.year) found.add(item);
  }
  return [...found];
}

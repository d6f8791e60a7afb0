/** Finding a genre by what people call it: any words, in any order, as far as they are typed. */
import { GENRES, type Scenario } from '../../../src/data/types';

/** Said between genres, no part of their names. */
const BETWEEN = new Set(['and', 'y', 'e', 'movies', 'films']);

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Its name, the names of its genres in the data, and what else those are called. */
export function wordsOf(
  { name, genres, decade }: Pick<Scenario, 'name' | 'genres' | 'decade'>,
  also: (genre: string) => string,
): string {
  const own = genres.map((bit) => `${GENRES[bit]} ${also(GENRES[bit])}`);
  const years = decade === undefined ? '' : `${decade}s ${decade % 100 || '00'}s`;
  return [name, ...own, years].join(' ');
}

/** Whether every word of `query` begins a word of `words`; Chinese is found anywhere in them. */
export function isFound(words: string, query: string): boolean {
  const text = plain(words);
  const parts = plain(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part && !BETWEEN.has(part));
  const starts = ` ${text.split(/[^\p{L}\p{N}]+/u).join(' ')}`;
  return parts.every((part) =>
    /\p{Script=Han}/u.test(part) ? text.includes(part) : starts.includes(` ${part}`),
  );
}

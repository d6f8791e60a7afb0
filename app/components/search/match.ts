/** Finding titles as people type them: without diacritics, articles, punctuation or order. */

const ARTICLE = /^(the|a|an|le|la|les|l|un|une|il|lo|el|los|las|der|die|das|ein|eine) /;

/** Lower case, no diacritics, words separated by one space. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export interface TitleIndex {
  /**
   * By item: each of its titles as `> the matrix <` and, without the article, `~ matrix <`. A blank is
   * before every word.
   */
  texts: readonly string[];
  /** By item: `1999`, or nothing. */
  years: readonly string[];
}

export function indexTitles(titles: readonly string[], years: ArrayLike<number>): TitleIndex {
  return {
    texts: titles.map((title) => {
      // `Seven (a.k.a. Se7en)` is called by either; an article that comes last is no title.
      const names = title.split(/[()]/).map((name) => plain(name.replace(/^a\.k\.a\. /, '')));
      const marked = names.filter((name, k) => name && (k === 0 || !ARTICLE.test(`${name} `)));
      return marked
        .map((name) => {
          const bare = name.replace(ARTICLE, '');
          return `> ${name} <${bare === name ? '' : `~ ${bare} <`}`;
        })
        .join('');
    }),
    years: Array.from(titles, (_, item) => String(years[item] || '')),
  };
}

/** Shorter ones are in the middle of too many words. */
const FEWEST_INSIDE = 3;

/**
 * 0: a title is the query; 1: one begins so; 2: words in it begin so; 3: each word begins one of its words, or
 * is its year; 4: it is anywhere in it.
 */
function fit(text: string, year: string, query: string, words: readonly string[]): number | null {
  if (text.includes(` ${query}`)) {
    if (text.includes(`> ${query} <`)) return 0;
    return text.includes(`> ${query}`) || text.includes(`~ ${query}`) ? 1 : 2;
  }
  if (words.every((word) => text.includes(` ${word}`) || word === year)) return 3;
  return query.length >= FEWEST_INSIDE && text.includes(query) ? 4 : null;
}

/** Items whose title fits, best fit first, then in the catalogue's order: that of how well known they are. */
export function findTitles({ texts, years }: TitleIndex, typed: string): number[] {
  const find = (query: string): number[] => {
    const words = query.split(' ');
    const ranks: number[][] = [[], [], [], [], []];
    texts.forEach((text, item) => {
      const how = fit(text, years[item], query, words);
      if (how !== null) ranks[how].push(item);
    });
    return ranks.flat();
  };
  const query = plain(typed);
  if (query === '') return [];
  const found = find(query);
  const bare = query.replace(ARTICLE, '');
  // An article that the title does not have.
  return found.length > 0 || bare === query ? found : find(bare);
}

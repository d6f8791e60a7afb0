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
  /** By item: the title without its article, the other titles, the year. */
  texts: readonly string[];
}

export function indexTitles(titles: readonly string[], years: ArrayLike<number>): TitleIndex {
  return {
    texts: titles.map((title, item) => {
      const words = plain(title);
      const bare = words.replace(ARTICLE, '');
      // The article goes to the end, so that typing it still matches.
      return `${bare}${bare === words ? '' : ` ${words.slice(0, words.length - bare.length - 1)}`} ${years[item] || ''}`;
    }),
  };
}

/** 0: the title starts so; 1: a word run starts so; 2: every word is found somewhere. */
function fit(text: string, query: string, words: readonly string[]): number | null {
  if (text.startsWith(query)) return 0;
  if (text.includes(` ${query}`)) return 1;
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`)) ? 2 : null;
}

/** Items whose title fits, best fit first, then the shorter title. */
export function findTitles({ texts }: TitleIndex, typed: string): number[] {
  const query = plain(typed).replace(ARTICLE, '');
  if (query === '') return [];
  const words = plain(typed).split(' ');
  const hits: { item: number; rank: number }[] = [];
  texts.forEach((text, item) => {
    const how = fit(text, query, words);
    if (how !== null) hits.push({ item, rank: how * 1000 + Math.min(999, text.length) });
  });
  return hits.sort((a, b) => a.rank - b.rank || a.item - b.item).map(({ item }) => item);
}

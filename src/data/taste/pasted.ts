/** A list of films as people write it, to a table: title, year, rating, as far as a line has them. */

/** `The Matrix (1999), 4.5`, `Alien [1979] 9/10`, `Amélie ★★★★`, `1. Heat`; anything else is a title. */
const RATING = String.raw`(?:[★⭐½]+|\d{1,3}(?:[.,]\d+)?(?:\s*/\s*\d+)?)`;
const WITH_YEAR = new RegExp(
  String.raw`^(.+?)[\s,;|–-]*[(\[]((?:18|19|20)\d\d)[)\]]\s*(?:[,;:|\t–-]*\s*(${RATING}))?\s*$`,
  'u',
);
const PLAIN_YEAR = new RegExp(
  String.raw`^(.+?)\s*[,;|\t]\s*((?:18|19|20)\d\d)\s*(?:[,;:|\t]\s*(${RATING}))?\s*$`,
  'u',
);
const NO_YEAR = new RegExp(String.raw`^(.+?)\s*(?:[,;:|\t]\s*|\s+(?=[★⭐½]))(${RATING})\s*$`, 'u');
const NUMBERED = /^\s*(?:[-*•]\s+|\d{1,3}[.)]\s+)/;

export interface ListedFilm {
  title: string;
  year: string;
  rating: string;
}

export function filmOfLine(line: string): ListedFilm {
  const plain = line.replace(NUMBERED, '').trim();
  const dated = WITH_YEAR.exec(plain) ?? PLAIN_YEAR.exec(plain);
  if (dated) return { title: dated[1], year: dated[2], rating: dated[3] ?? '' };
  const rated = NO_YEAR.exec(plain);
  return rated
    ? { title: rated[1], year: '', rating: rated[2] }
    : { title: plain, year: '', rating: '' };
}

/** As a table with a header, every line of it one film; blank lines stay blank. */
export function listAsCsv(text: string): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = text.split(/\r\n|\n|\r/).map((line) => {
    if (line.trim() === '') return '';
    const { title, year, rating } = filmOfLine(line);
    return [title, year, rating].map(quoted).join(',');
  });
  return ['Title,Year,Rating', ...lines].join('\n');
}

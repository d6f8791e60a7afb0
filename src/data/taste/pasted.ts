/** A list of films as people write it, to a table: title, year, rating, as far as a line has them. */
import { parseRating } from '../import/values';

export interface ListedFilm {
  title: string;
  year: string;
  rating: string;
}

/** Whether the catalogue has a film of this title, and of about this year where one is given. */
export type IsTitle = (title: string, year: number) => boolean;

const NUMBERED = /^\s*(?:[-*•]\s+|\d{1,3}[.)]\s+)/;
const GLYPHS = '[★⭐✮☆½]';
const SIGNS = new RegExp(GLYPHS, 'u');
const DASH = String.raw`\s[-\u2013\u2014]\s*`;
const YEAR = String.raw`(?:18|19|20)\d\d`;
/** `4.5`, `9/10`, `80%`, `★★★★`, `4 stars`. */
const RATING = String.raw`(?:${GLYPHS}+|\d{1,3}(?:[.,]\d+)?\s*(?:/\s*\d+|%|stars?|estrellas?|星)?)`;

// What says by itself what it is: `The Matrix (1999), 4.5`, `Alien [1979] 9/10`, `Heat - 4`, `Amélie ★★★★`.
const WITH_YEAR = new RegExp(
  String.raw`^(.+?)[\s,;|–-]*[(\[](${YEAR})[)\]]\s*(?:[,;:|\t–—-]*\s*(${RATING}))?\s*$`,
  'u',
);
const PLAIN_YEAR = new RegExp(
  String.raw`^(.+?)\s*[,;|\t]\s*(${YEAR})\s*(?:(?:[,;:|\t]|${DASH})\s*(${RATING}))?\s*$`,
  'u',
);
const NO_YEAR = new RegExp(
  String.raw`^(.+?)(?:\s*[,;:|\t]\s*|${DASH}|\s*(?=${GLYPHS}))(${RATING})\s*$`,
  'u',
);

// What may as well belong to the title: there the catalogue has to know what is left.
const LAST_YEAR = new RegExp(String.raw`^(.+?)[\s,;:|–—-]+[(\[]?(${YEAR})[)\]]?$`, 'u');
const LAST_RATING = new RegExp(String.raw`^(.+?)[\s,;:|–—-]+[(\[]?(${RATING})[)\]]?$`, 'u');
const FIRST_GLYPHS = new RegExp(String.raw`^()(${GLYPHS}+)\s*(.+)$`, 'u');
const WHOLE_NUMBER = /\s\d{1,2}$/;

/** Every way to take a year, a rating or both off the end, the fewest parts first. */
function waysToRead(line: string): ListedFilm[] {
  const ofYear = (film: ListedFilm): ListedFilm[] => {
    const match = film.year === '' ? LAST_YEAR.exec(film.title) : null;
    return match ? [{ ...film, title: match[1], year: match[2] }] : [];
  };
  const ofRating = (film: ListedFilm): ListedFilm[] => {
    if (film.rating !== '') return [];
    const first = FIRST_GLYPHS.exec(film.title);
    if (first) return [{ ...film, title: first[3], rating: first[2] }];
    const match = LAST_RATING.exec(film.title) ?? NO_YEAR.exec(film.title);
    return match ? [{ ...film, title: match[1], rating: match[2].trim() }] : [];
  };
  const whole = { title: line, year: '', rating: '' };
  const [dated, rated] = [ofYear(whole), ofRating(whole)];
  return [...dated, ...rated, ...rated.flatMap(ofYear), ...dated.flatMap(ofRating)];
}

/**
 * The whole line where the catalogue has a film of that title (`Apollo 13`, `2012`); otherwise what is left of it
 * without a year, a rating or both, where it has that; otherwise what the signs in it say.
 *
 * @param numbersRate a whole number behind a title is a rating, and not that of a film in a row (`Toy Story 4`)
 */
export function filmOfLine(
  line: string,
  isTitle: IsTitle = () => false,
  numbersRate = false,
): ListedFilm {
  const plain = line.replaceAll('\ufe0f', '').replace(NUMBERED, '').trim();
  if (plain === '') return { title: '', year: '', rating: '' };
  for (const title of [plain, line.trim()]) {
    // Stars as signs are in no title, though keys of titles leave them out.
    if (!SIGNS.test(title) && isTitle(title, 0)) return { title, year: '', rating: '' };
  }
  const known = waysToRead(plain).find(
    ({ title, year }) =>
      !SIGNS.test(title) &&
      isTitle(title, Number(year)) &&
      (numbersRate || year !== '' || !WHOLE_NUMBER.test(plain) || NO_YEAR.test(plain)),
  );
  if (known) return known;
  const dated = WITH_YEAR.exec(plain) ?? PLAIN_YEAR.exec(plain);
  if (dated) return { title: dated[1], year: dated[2], rating: (dated[3] ?? '').trim() };
  const rated = NO_YEAR.exec(plain);
  return rated
    ? { title: rated[1], year: '', rating: rated[2].trim() }
    : { title: plain, year: '', rating: '' };
}

const SHARE = /^(\d+(?:[.,]\d+)?)\s*(?:\/\s*(\d+)|%)$/;

/** `4`, `8/10`, `80%` and `★★★★` of one list: all on the scale of its bare numbers, up to 5, 10 or 100. */
export function onOneScale(ratings: readonly string[]): string[] {
  const valueOf = (rating: string): number => parseRating(rating.replace(',', '.'), '.');
  const isBare = (rating: string): boolean => !SHARE.test(rating) && !SIGNS.test(rating);
  const highest = Math.max(0, ...ratings.filter((rating) => rating && isBare(rating)).map(valueOf));
  const end = highest > 10 ? 100 : highest > 5 ? 10 : 5;
  return ratings.map((rating) => {
    if (rating === '' || isBare(rating)) return rating.replace(',', '.');
    const share = SHARE.exec(rating);
    const of = share ? Number(share[2] ?? 100) : 5;
    const value = share ? Number(share[1].replace(',', '.')) : valueOf(rating);
    return String((value * end) / of);
  });
}

/** As a table with a header, every line of it one film; blank lines stay blank. */
export function listAsCsv(text: string, isTitle?: IsTitle): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  const written = lines.filter(Boolean);
  // Where most lines end in a number, it is how the films were liked.
  const ending = written.filter((line) => /[\d★⭐½%]$/u.test(line)).length;
  const numbersRate = written.length > 1 && 2 * ending >= written.length;
  const films = lines.map((line) => filmOfLine(line, isTitle, numbersRate));
  const ratings = onOneScale(films.map(({ rating }) => rating));
  const rows = films.map(({ title, year }, n) =>
    lines[n] === '' ? '' : [title, year, ratings[n]].map(quoted).join(','),
  );
  return ['Title,Year,Rating', ...rows].join('\n');
}

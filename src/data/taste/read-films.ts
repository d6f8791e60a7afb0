/** The films of one person's export: ratings, likes, or a plain list, from all tables that hold them. */
import type { Candidate } from '../import/candidates';
import { yearOf } from '../import/items';
import type { Progress } from '../import/progress';
import { readRows } from '../import/rows';
import { onScale, scaleOf, toHalfStars, isAmount, type Scale } from '../import/scale';
import { isMissing, oneLine, parseRating } from '../import/values';
import { splitYear } from '../titles';
import type { Film } from './match';
import { titleKey } from './title-keys';

export interface Films {
  films: Film[];
  /** Lines below the headers of all tables, and those without a film: blank, other things than films. */
  lines: number;
  leftOut: number;
  /** Titles of those that are other things than films. */
  others: string[];
  /** Films of lines on one that the same table had named before. */
  again: Film[];
}

/** More are no person's. */
const MOST_FILMS = 20_000;
/** Episodes and seasons are no films. */
const NO_FILM =
  /^(show|season|episode|tv ?series|tvseries|tv ?mini ?series|tvepisode|tv ?episode|video ?game|podcast.*|tv)$/i;

/** Tables that say something of films, the one of ratings first: Letterboxd's zip holds a dozen. */
export async function readFilms(own: readonly Candidate[], progress: Progress): Promise<Films> {
  const byFilm = new Map<string, Film>();
  const read: Films = { films: [], lines: 0, leftOut: 0, others: [], again: [] };
  const isRated = own.some(({ preview }) => preview.guess.rating !== undefined);
  for (const candidate of own) {
    // Of what was only watched, or is only wished for, nobody knows how it was liked.
    const isSeen = /watched|watchlist|history|diary/.test(candidate.name);
    if (isRated && isSeen && candidate.preview.guess.rating === undefined) continue;
    await readTable(candidate, !isRated || /like|film|favou?rite/.test(candidate.name), byFilm, read, progress); // prettier-ignore
  }
  read.films = [...byFilm.values()];
  return read;
}

async function readTable(
  { source, preview, encoding, name }: Candidate,
  isLikes: boolean,
  to: Map<string, Film>,
  read: Films,
  progress: Progress,
): Promise<void> {
  const { rating, year, item } = preview.guess;
  const title = preview.guess.title ?? item;
  if (title === undefined) return;
  const kind = preview.columns.findIndex((column) => /^(title )?type$/i.test(column.trim()));
  const scale = rating === undefined ? null : scaleOf(preview.ratings[rating].scale, preview.ratings[rating]); // prettier-ignore
  const decimal = rating === undefined ? '.' : preview.profiles[rating].decimal;
  const here = new Set<string>();
  let headed = !preview.header;
  for await (const { rows, bytes } of readRows(source, {
    ...preview,
    encoding: encoding.encoding,
  })) {
    progress.report({ stage: 'read', file: name, done: bytes, total: source.size });
    for (const { cells, line } of rows) {
      const isAbove = line <= (preview.skip ?? 0);
      if (!headed && !isAbove) {
        headed = true;
        continue;
      }
      read.lines += 1;
      const isOther = kind >= 0 && NO_FILM.test((cells[kind] ?? '').trim());
      const text = oneLine(cells[title] ?? '');
      if (isAbove || isOther || isMissing(text) || to.size >= MOST_FILMS) {
        read.leftOut += 1;
        if (isOther && !isMissing(text)) read.others.push(text);
        continue;
      }
      const split = splitYear(text);
      const film: Film = {
        title: split.title,
        year: (year === undefined ? 0 : yearOf(cells[year] ?? '')) || split.year,
        stars: rating === undefined || !scale ? null : starsOf(cells[rating] ?? '', scale, decimal),
        liked: isLikes && rating === undefined,
      };
      const key = `${titleKey(film.title)} ${film.year}`;
      if (here.has(key)) read.again.push(film);
      here.add(key);
      merge(to, key, film);
    }
  }
}

/** Of several lines on one film a rating counts more than none, and a like is kept. */
function merge(to: Map<string, Film>, key: string, film: Film): void {
  const before = to.get(key);
  to.set(key, before ? { ...before, stars: film.stars ?? before.stars, liked: before.liked || film.liked } : film); // prettier-ignore
}

function starsOf(cell: string, scale: Scale, decimal: '.' | ','): number | null {
  if (isMissing(cell) || isAmount(scale)) return null;
  const value = parseRating(cell, decimal);
  const placed = Number.isFinite(value) ? onScale(value, scale) : 'missing';
  return typeof placed === 'number' ? toHalfStars(placed, scale) / 2 : null;
}

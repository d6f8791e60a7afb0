/**
 * The line formats of the MovieLens releases: what a line of ratings or movies says, or why not.
 * 100k is tabs and pipes, 1M and 10M are `::`, everything later is CSV with a header.
 */
import { parseGenres } from '../genres';
import { displayTitle, splitYear } from '../titles';
import { splitLine } from './split';

export interface RatingLine {
  user: number;
  item: number;
  halfStars: number;
}

export interface MovieLine {
  item: number;
  title: string;
  /** 0 when unknown. */
  year: number;
  /** Bits over `GENRES`. */
  genres: number;
}

export interface MovieLensFormat {
  /** `MovieLens 100k`, for people, in any language. */
  name: string;
  /** Names of the files, which are also the codes of what their lines should hold. */
  ratings: 'u.data' | 'ratings.dat' | 'ratings.csv';
  movies: 'u.item' | 'movies.dat' | 'movies.csv';
  /** The first line is a header. */
  header: boolean;
  /** `null` when the line is not of that shape. */
  parseRating(line: string): RatingLine | null;
  parseMovie(line: string): MovieLine | null;
}

const WHOLE = /^\d{1,9}$/;

function rating(user: string, item: string, stars: string): RatingLine | null {
  if (!WHOLE.test(user) || !WHOLE.test(item) || stars.trim() === '') return null;
  const halfStars = Number(stars) * 2;
  if (!Number.isInteger(halfStars) || halfStars < 1 || halfStars > 10) return null;
  return { user: Number(user), item: Number(item), halfStars };
}

function movie(id: string, title: string, genres: number): MovieLine | null {
  if (!WHOLE.test(id) || title.trim() === '') return null;
  const split = splitYear(title);
  return { item: Number(id), title: displayTitle(split.title), year: split.year, genres };
}

/** Genres in the column order of `u.item`; MovieLens 100k has neither IMAX nor a spelling of its own but Children's. */
const U_ITEM_GENRES = [
  'unknown', 'Action', 'Adventure', 'Animation', 'Children', 'Comedy', 'Crime', 'Documentary',
  'Drama', 'Fantasy', 'Film-Noir', 'Horror', 'Musical', 'Mystery', 'Romance', 'Sci-Fi', 'Thriller',
  'War', 'Western',
]; // prettier-ignore
const U_ITEM_FIRST_FLAG = 5;

const plainChildren = (genres: string): string => genres.replace("Children's", 'Children');

const hundredK: MovieLensFormat = {
  name: 'MovieLens 100k',
  ratings: 'u.data',
  movies: 'u.item',
  header: false,
  parseRating(line) {
    const [user, item, stars] = line.split('\t');
    return item === undefined || stars === undefined ? null : rating(user, item, stars);
  },
  parseMovie(line) {
    const fields = line.split('|');
    if (fields.length < U_ITEM_FIRST_FLAG + U_ITEM_GENRES.length) return null;
    const flags = fields.slice(U_ITEM_FIRST_FLAG);
    const genres = U_ITEM_GENRES.filter((_, i) => flags[i].trim() === '1');
    return movie(fields[0], fields[1], parseGenres(genres.join('|')));
  },
};

const doubleColon: MovieLensFormat = {
  name: 'MovieLens 1M/10M',
  ratings: 'ratings.dat',
  movies: 'movies.dat',
  header: false,
  parseRating(line) {
    const [user, item, stars] = line.split('::');
    return item === undefined || stars === undefined ? null : rating(user, item, stars);
  },
  parseMovie(line) {
    const first = line.indexOf('::');
    const last = line.lastIndexOf('::');
    if (first < 0 || last <= first) return null;
    const genres = parseGenres(plainChildren(line.slice(last + 2)));
    return movie(line.slice(0, first), line.slice(first + 2, last), genres);
  },
};

const csv: MovieLensFormat = {
  name: 'MovieLens 20M/25M/32M/latest',
  ratings: 'ratings.csv',
  movies: 'movies.csv',
  header: true,
  parseRating(line) {
    const [user, item, stars] = line.split(',');
    return item === undefined || stars === undefined ? null : rating(user, item, stars);
  },
  parseMovie(line) {
    const fields = splitLine(line, ',');
    if (fields.length < 3) return null;
    return movie(fields[0], fields[1], parseGenres(fields[2]));
  },
};

export const MOVIELENS_FORMATS: readonly MovieLensFormat[] = [hundredK, doubleColon, csv];

/** The format whose ratings file is among `names` (lower case), or null. */
export const movieLensFormat = (names: readonly string[]): MovieLensFormat | null =>
  MOVIELENS_FORMATS.find((format) => names.includes(format.ratings)) ?? null;

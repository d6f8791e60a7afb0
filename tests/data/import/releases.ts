/**
 * MovieLens releases as GroupLens lays them out, made up with a seed: same file names, separators,
 * encodings, quoting and line ends, any number of ratings. Lines come in batches, so that a release of
 * 25 million ratings can be streamed without being held.
 */
import { createRandom, deriveSeed, type Random } from '../../../src/data/random';

export type Release =
  'ml-100k' | 'ml-1m' | 'ml-10m' | 'ml-20m' | 'ml-25m' | 'ml-32m' | 'ml-latest' | 'ml-latest-small';

export const RELEASES: readonly Release[] = [
  'ml-100k', 'ml-1m', 'ml-10m', 'ml-20m', 'ml-25m', 'ml-32m', 'ml-latest', 'ml-latest-small',
]; // prettier-ignore

export interface ReleaseSize {
  users: number;
  movies: number;
  ratings: number;
}

/** Counts of the originals. */
export const SIZE_100K: ReleaseSize = { users: 943, movies: 1682, ratings: 100_000 };
export const SIZE_1M: ReleaseSize = { users: 6040, movies: 3706, ratings: 1_000_209 };
export const SIZE_25M: ReleaseSize = { users: 162_541, movies: 59_047, ratings: 25_000_095 };

export interface Layout {
  ratings: string;
  movies: string;
  encoding: 'latin1' | 'utf8';
  /** Other files of the zip, which an import must pass over. */
  others: Record<string, string>;
  header: string | null;
  moviesHeader: string | null;
  /** Ratings are whole stars. */
  whole: boolean;
  end: '\n' | '\r\n';
  rating(user: number, movie: number, stars: number, time: number): string;
  movie(id: number, title: string, genres: readonly string[]): string;
}

const csvCell = (text: string): string =>
  /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const U_ITEM = [
  'unknown', 'Action', 'Adventure', 'Animation', 'Children', 'Comedy', 'Crime', 'Documentary',
  'Drama', 'Fantasy', 'Film-Noir', 'Horror', 'Musical', 'Mystery', 'Romance', 'Sci-Fi', 'Thriller',
  'War', 'Western',
]; // prettier-ignore

const colons = (whole: boolean): Layout => ({
  ratings: 'ratings.dat',
  movies: 'movies.dat',
  encoding: whole ? 'latin1' : 'utf8',
  others: whole
    ? { 'users.dat': '1::F::1::10::48067\n', README: 'SUMMARY\n' }
    : { 'tags.dat': '15::4973::excellent!::1215184630\n', 'allbut.pl': '#!/usr/bin/perl\n' },
  header: null,
  moviesHeader: null,
  whole,
  end: '\n',
  rating: (user, movie, stars, time) => `${user}::${movie}::${stars}::${time}`,
  movie: (id, title, genres) =>
    `${id}::${title}::${genres.map((g) => (whole && g === 'Children' ? "Children's" : g)).join('|')}`,
});

const csv: Layout = {
  ratings: 'ratings.csv',
  movies: 'movies.csv',
  encoding: 'utf8',
  others: {
    'README.txt': 'Summary\n',
    'links.csv': 'movieId,imdbId,tmdbId\r\n1,0114709,862\r\n',
    'tags.csv': 'userId,movieId,tag,timestamp\r\n2,60756,funny,1445714994\r\n',
    'genome-scores.csv': 'movieId,tagId,relevance\r\n1,1,0.029\r\n',
  },
  header: 'userId,movieId,rating,timestamp',
  moviesHeader: 'movieId,title,genres',
  whole: false,
  end: '\r\n',
  rating: (user, movie, stars, time) => `${user},${movie},${stars.toFixed(1)},${time}`,
  movie: (id, title, genres) =>
    `${id},${csvCell(title)},${genres.length ? genres.join('|') : '(no genres listed)'}`,
};

const LAYOUTS: Partial<Record<Release, Layout>> = {
  'ml-100k': {
    ratings: 'u.data',
    movies: 'u.item',
    encoding: 'latin1',
    others: {
      'u.user': '1|24|M|technician|85711\n',
      'u.genre': 'unknown|0\nAction|1\n',
      'u.info': '943 users\n',
      'u1.base': '1\t1\t5\t874965758\n',
    },
    header: null,
    moviesHeader: null,
    whole: true,
    end: '\n',
    rating: (user, movie, stars, time) => `${user}\t${movie}\t${stars}\t${time}`,
    movie: (id, title, genres) =>
      `${id}|${title}|01-Jan-1995||http://us.imdb.com/M/title-exact?${id}|` +
      U_ITEM.map((genre) => (genres.includes(genre) ? 1 : 0)).join('|'),
  },
  'ml-1m': colons(true),
  'ml-10m': colons(false),
};

export const layoutOf = (release: Release): Layout => LAYOUTS[release] ?? csv;

const GENRES_OF_TASTE = [
  ['Horror', 'Sci-Fi'], ['Comedy', 'Romance'], ['Drama', 'War'], ['Children', 'Animation'],
] as const; // prettier-ignore
const TASTES = GENRES_OF_TASTE.length;

/** A title with what breaks careless parsers: commas, quotes, accents, tags. */
const titleOf = (id: number): string =>
  `${id % 5 === 0 ? `Légende "n° ${id}", La` : `Film <b>${id}</b>`} (${1950 + (id % 60)})`;

export function* movieLines(release: Release, { movies }: ReleaseSize): Iterable<string> {
  const { moviesHeader, movie } = layoutOf(release);
  if (moviesHeader !== null) yield moviesHeader;
  for (let id = 1; id <= movies; id++) {
    const [first, second] = GENRES_OF_TASTE[id % TASTES];
    yield movie(id, titleOf(id), id % 3 === 0 ? [first] : [first, second]);
  }
}

/**
 * Lines of the ratings file, sorted by user, each pair once. Activity falls off by a power law, popular
 * movies come first, and each user takes three movies in four of its taste, and rates them higher.
 */
export function* ratingLines(release: Release, size: ReleaseSize, seed = 1): Iterable<string> {
  const { header, whole, rating } = layoutOf(release);
  const random = createRandom(deriveSeed(seed, 'release'));
  const seenBy = new Int32Array(size.movies);
  if (header !== null) yield header;
  for (let user = 1, done = 0; user <= size.users; user++) {
    const end = Math.round(size.ratings * (user / size.users) ** 0.85);
    for (; done < end; done++) {
      let movie = popular(random, size.movies);
      if (random.uniform() < 0.75) movie += ((user % TASTES) - (movie % TASTES) + TASTES) % TASTES;
      movie %= size.movies;
      while (seenBy[movie] === user) movie = (movie + 1) % size.movies;
      seenBy[movie] = user;
      const liked = (movie + 1) % TASTES === (user + 1) % TASTES ? 1 : 0;
      const halfStars = 3 + 3 * liked + random.integer(5);
      yield rating(user, movie + 1, whole ? (halfStars + 1) >> 1 : halfStars / 2, 874_724_710 + done); // prettier-ignore
    }
  }
}

const popular = (random: Random, movies: number): number =>
  Math.floor(random.uniform() ** 3 * movies);

/** The bytes of lines in batches of about 64 kB. */
export function* encoded(
  lines: Iterable<string>,
  { encoding, end }: Pick<Layout, 'encoding' | 'end'>,
): Iterable<Uint8Array> {
  let batch: string[] = [];
  const bytes = (): Uint8Array => Buffer.from(batch.join(''), encoding);
  for (const line of lines) {
    batch.push(line, end);
    if (batch.length < 4096) continue;
    yield bytes();
    batch = [];
  }
  if (batch.length > 0) yield bytes();
}

/** All files of a release in its folder, as in the original zip. */
export function releaseFiles(
  release: Release,
  size: ReleaseSize,
  seed = 1,
): Record<string, Uint8Array> {
  const layout = layoutOf(release);
  const whole = (lines: Iterable<string>): Uint8Array => Buffer.concat([...encoded(lines, layout)]);
  return {
    ...Object.fromEntries(
      Object.entries(layout.others).map(([name, text]) => [
        `${release}/${name}`,
        Buffer.from(text) as Uint8Array,
      ]),
    ),
    [`${release}/${layout.ratings}`]: whole(ratingLines(release, size, seed)),
    [`${release}/${layout.movies}`]: whole(movieLines(release, size)),
  };
}

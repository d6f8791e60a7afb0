/** From what was read to the raw form that `buildDataset` takes: dense indices, movies, scenarios. */
import type { RawData, RawMovie, RawScenario } from '../build';
import type { Dataset } from '../types';
import type { Collected, Key } from './collect';
import type { MovieLine } from './movielens';
import { ImportError } from './problem';

/** A scenario from a column of the table needs this many items to sample tasks from. */
export const SMALLEST_SCENARIO = 20;

/** Below this there is nothing to learn from. */
export const FEWEST_RATINGS = 200;

/** MovieLens: movies by id; a rated movie that is not in the movies file is named by its id. */
export function rawFromMovieLens(
  ratings: Collected,
  movies: ReadonlyMap<number, MovieLine>,
): RawData {
  const described = ratings.items.map((key): RawMovie => {
    const id = Number(key);
    const line = movies.get(id);
    return line
      ? { id, title: line.title, year: line.year, genres: line.genres }
      : { id, title: `Movie ${id}`, year: 0, genres: 0 };
  });
  return raw(ratings, described);
}

/** Any table: items are numbered in the order of their first line; links refer to these numbers. */
export function rawFromTable(
  ratings: Collected,
  titles: ReadonlyMap<Key, string>,
  scenarios: ReadonlyMap<string, ReadonlySet<Key>>,
): RawData {
  const described = ratings.items.map((key, index): RawMovie => ({
    id: index + 1,
    title: titles.get(key) ?? String(key),
    year: 0,
    genres: 0,
  }));
  const place = new Map(ratings.items.map((key, index) => [key, index]));
  const listed = [...scenarios]
    .map(([name, keys]): RawScenario => ({
      name,
      items: [...keys].flatMap((key) => place.get(key) ?? []),
    }))
    .filter(({ items }) => items.length >= SMALLEST_SCENARIO);
  return raw(ratings, described, listed.length > 0 ? listed : undefined);
}

function raw(ratings: Collected, movies: RawMovie[], scenarios?: RawScenario[]): RawData {
  if (ratings.user.length < FEWEST_RATINGS) {
    throw new ImportError({
      code: 'few-ratings',
      ratings: ratings.user.length,
      needed: FEWEST_RATINGS,
    });
  }
  return {
    movies,
    user: Array.from(ratings.user),
    item: Array.from(ratings.item),
    halfStars: Array.from(ratings.halfStars),
    ...(scenarios ? { scenarios } : {}),
  };
}

/** A prepared data set as raw data again, to use it together with others. */
export function rawFromDataset({ movies, ratings, scenarios }: Dataset): RawData {
  return {
    movies: Array.from({ length: movies.count }, (_, n) => ({
      id: movies.id[n],
      title: movies.title[n],
      year: movies.year[n],
      genres: movies.genres[n],
    })),
    user: Array.from(ratings.user),
    item: Array.from(ratings.item),
    halfStars: Array.from(ratings.halfStars),
    ...(scenarios.some((scenario) => scenario.listed)
      ? { scenarios: scenarios.map(({ name, items }) => ({ name, items: [...items] })) }
      : {}),
  };
}

/** From what was read to the raw form that `buildDataset` takes: dense indices, movies, scenarios. */
import { MIN_RATINGS } from '../build';
import type { RawData, RawMovie, RawScenario } from '../raw-data';
import { parseGenres } from '../genres';
import type { Dataset } from '../types';
import type { Note } from './account';
import type { Collected, Key } from './collect';
import type { ItemFacts } from './items';
import type { MovieLine } from './movielens';
import { ImportError } from './import-error';

/** A scenario from a column of the table needs this many items to sample tasks from. */
export const SMALLEST_SCENARIO = 20;
/** The largest so many categories become scenarios. */
export const MOST_SCENARIOS = 200;

/** Below this there is nothing to learn from. */
export const FEWEST_RATINGS = 200;
/** People to train on and to test on. */
const FEWEST_USERS = 5;
/** Share of items' categories that must be genres of films for the catalogue to be one of films. */
const FILM_GENRES = 0.8;

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
  return raw(ratings, Array.from(ratings.value), described);
}

export interface Described {
  raw: RawData;
  notes: Note[];
  /** Items that have a title of their own. */
  titled: number;
}

/**
 * Any table: items are numbered in the order of their first line; links refer to these numbers.
 * @param noun what an item is called whose key is a number and which has no title: `Movie 29`
 */
export function rawFromTable(
  ratings: Collected,
  halfStars: Uint8Array,
  facts: Pick<ItemFacts, 'titles' | 'years' | 'categories' | 'beyond'>,
  noun: string,
): Described {
  const notes: Note[] = [];
  const genres = genresOf(facts);
  const described = ratings.items.map((key, index): RawMovie => ({
    id: index + 1,
    title: facts.titles.get(key) ?? nameOf(key, noun),
    year: facts.years.get(key) ?? 0,
    genres: genres.bits.get(key) ?? 0,
  }));
  const place = new Map(ratings.items.map((key, index) => [key, index]));
  const listed = genres.ofFilms ? [] : listedOf(facts, place, notes);
  const titled = ratings.items.filter((key) => facts.titles.has(key)).length;
  return {
    raw: raw(ratings, Array.from(halfStars), described, listed.length > 0 ? listed : undefined),
    notes,
    titled,
  };
}

/** A number is no name: it is called by what it numbers. */
function nameOf(key: Key, noun: string): string {
  const text = String(key);
  return noun !== '' && /^\d+$/.test(text) ? `${noun} ${text}` : text;
}

/** Genres that MovieLens has are features of a film; a catalogue of them has no need of lists. */
function genresOf({ categories }: Pick<ItemFacts, 'categories'>) {
  const bits = new Map<Key, number>();
  let all = 0;
  let known = 0;
  for (const [name, items] of categories) {
    const bit = parseGenres(filmGenre(name));
    all += items.size;
    if (bit === 0) continue;
    known += items.size;
    for (const item of items) bits.set(item, (bits.get(item) ?? 0) | bit);
  }
  return { bits, ofFilms: all > 0 && known >= FILM_GENRES * all };
}

const SPELLINGS: Record<string, string> = {
  "children's": 'Children', family: 'Children', 'science fiction': 'Sci-Fi', scifi: 'Sci-Fi',
  'sci-fi': 'Sci-Fi', 'film noir': 'Film-Noir', 'film-noir': 'Film-Noir', music: 'Musical',
}; // prettier-ignore

const filmGenre = (name: string): string =>
  SPELLINGS[name.toLowerCase()] ?? `${name[0]?.toUpperCase() ?? ''}${name.slice(1).toLowerCase()}`;

function listedOf(
  { categories, beyond }: Pick<ItemFacts, 'categories' | 'beyond'>,
  place: ReadonlyMap<Key, number>,
  notes: Note[],
): RawScenario[] {
  const all = [...categories].map(([name, keys]): RawScenario => ({
    name,
    items: [...keys].flatMap((key) => place.get(key) ?? []),
  }));
  const large = all
    .filter(({ items }) => items.length >= SMALLEST_SCENARIO)
    .sort((a, b) => b.items.length - a.items.length)
    .slice(0, MOST_SCENARIOS);
  const of = all.length + beyond;
  if (large.length < of) notes.push({ code: 'categories-bounded', kept: large.length, of });
  // In the order in which the table names them.
  return all.filter((scenario) => large.includes(scenario));
}

/** @throws ImportError when there is too little to learn from */
function raw(
  ratings: Collected,
  halfStars: number[],
  movies: RawMovie[],
  scenarios?: RawScenario[],
): RawData {
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
    halfStars,
    ...(scenarios ? { scenarios } : {}),
  };
}

/**
 * Whether there are people enough to learn from.
 * @throws ImportError `one-person` or `few-each`
 */
export function checkPeople(ratings: Collected, file: string): Note[] {
  const count = new Uint32Array(ratings.users.length);
  for (const user of ratings.user) count[user]++;
  if (count.length === 1) throw new ImportError({ code: 'one-person', file, ratings: count[0] });
  const busy = count.filter((n) => n >= 4).length;
  if (busy < FEWEST_USERS) {
    throw new ImportError({ code: 'few-each', users: busy, needed: FEWEST_USERS, each: 4 });
  }
  const raters = count.filter((n) => n >= MIN_RATINGS).length;
  return raters < FEWEST_USERS ? [{ code: 'few-raters', needed: MIN_RATINGS }] : [];
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

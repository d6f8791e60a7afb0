/** How a data set lies in files: names, columns, and what each of them is turned into and from. */
import { decodeColumns, encodeColumns } from './columns';
import type { Columns } from './columns';
import { dequantiseRows, quantiseRows } from './quantise';
import { scenarioItems } from './scenarios';
import type { BuiltDataset } from './build';
import type { ItemFactors, Movies, Raters, Ratings, Scenario } from './types';

export const FILES = {
  movies: 'movies.bin',
  scenarios: 'scenarios.json',
  ratings: 'ratings.bin',
  factors: 'factors.bin',
  users: 'users.bin',
  licence: 'LICENCE.txt',
} as const;

/** Items are stored only where genres and decade do not say which they are. */
type StoredScenario = Omit<Scenario, 'items'> & { items?: number[] };

const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

/** Every file but the manifest and the licence. */
export function encodeFiles(data: BuiltDataset): Record<string, Uint8Array> {
  const { movies, ratings, factors, raters, scenarios } = data;
  const user = quantiseRows(factors.user, factors.dim);
  const item = quantiseRows(factors.item, factors.dim);
  const stored = scenarios.map(({ items, ...rest }): StoredScenario =>
    rest.listed ? { ...rest, items: [...items] } : rest,
  );
  return {
    [FILES.movies]: encodeColumns(
      { id: movies.id, title: movies.title, year: movies.year, genres: movies.genres },
      ['id'],
    ),
    [FILES.scenarios]: json(stored),
    [FILES.ratings]: encodeColumns(
      {
        user: ratings.user,
        item: ratings.item,
        halfStars: ratings.halfStars,
        split: ratings.split,
      },
      ['user', 'item'],
    ),
    [FILES.factors]: encodeColumns({ scale: item.scale, codes: item.codes }),
    [FILES.users]: encodeColumns({
      scale: user.scale,
      codes: user.codes,
      fold: raters.fold,
      raterFactors: raters.factors,
    }),
  };
}

/** A column by name, checked for type and, where known, length. */
function column<T>(
  columns: Columns,
  name: string,
  Type: new (...args: never[]) => T,
  length?: number,
): T {
  const found: unknown = columns[name];
  if (!(found instanceof Type)) throw new RangeError(`has no column '${name}' of that type`);
  const actual = (found as unknown as ArrayLike<unknown>).length;
  if (length !== undefined && actual !== length) {
    throw new RangeError(`column '${name}' has ${actual} entries, expected ${length}`);
  }
  return found;
}

export function decodeMovies(buffer: ArrayBuffer, count: number): Movies {
  const columns = decodeColumns(buffer);
  return {
    count,
    id: column(columns, 'id', Int32Array, count),
    title: column(columns, 'title', Array<string>, count),
    year: column(columns, 'year', Int16Array, count),
    genres: column(columns, 'genres', Uint32Array, count),
  };
}

export function decodeScenarios(buffer: ArrayBuffer, movies: Movies): Scenario[] {
  const stored = JSON.parse(new TextDecoder().decode(buffer)) as StoredScenario[];
  if (!Array.isArray(stored)) throw new RangeError('is no list of scenarios');
  return stored.map((s) => ({
    ...s,
    items: s.items ? Uint32Array.from(s.items) : scenarioItems(movies, s.genres, s.decade),
  }));
}

export interface Counts {
  users: number;
  items: number;
  ratings: number;
}

function checkBelow(values: Uint32Array, limit: number, name: string): void {
  if (values.some((value) => value >= limit)) {
    throw new RangeError(`column '${name}' refers to something outside 0..${limit - 1}`);
  }
}

export function decodeRatings(buffer: ArrayBuffer, counts: Counts): Ratings {
  const columns = decodeColumns(buffer);
  const ratings: Ratings = {
    count: counts.ratings,
    user: column(columns, 'user', Uint32Array, counts.ratings),
    item: column(columns, 'item', Uint32Array, counts.ratings),
    halfStars: column(columns, 'halfStars', Uint8Array, counts.ratings),
    split: column(columns, 'split', Uint8Array, counts.ratings),
  };
  checkBelow(ratings.user, counts.users, 'user');
  checkBelow(ratings.item, counts.items, 'item');
  return ratings;
}

export function decodeFactors(buffer: ArrayBuffer, items: number): ItemFactors {
  const columns = decodeColumns(buffer);
  const scale = column(columns, 'scale', Float32Array, items);
  const codes = column(columns, 'codes', Int8Array);
  const dim = codes.length / Math.max(items, 1);
  return { dim, item: dequantiseRows({ dim, scale, codes }) };
}

/** What is known of users: their factors, of as many dimensions as the items', and their part as raters. */
export interface UserSide {
  /** `[users, dim]` */
  factors: Float32Array;
  raters: Raters;
}

export function decodeUsers(buffer: ArrayBuffer, users: number, dim: number): UserSide {
  const columns = decodeColumns(buffer);
  const scale = column(columns, 'scale', Float32Array, users);
  const codes = column(columns, 'codes', Int8Array, users * dim);
  const factors = column(columns, 'raterFactors', Float32Array);
  const raterDim = factors.length / Math.max(users, 1);
  if (!Number.isInteger(raterDim)) {
    throw new RangeError(`column 'raterFactors' has an odd length`);
  }
  const fold = column(columns, 'fold', Uint8Array, users);
  return {
    factors: dequantiseRows({ dim, scale, codes }),
    raters: { fold, dim: raterDim, factors },
  };
}

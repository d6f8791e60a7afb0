/** A small catalogue with known contents, for tests. */
import { buildDataset } from '../../src/data/build';
import type { RawData } from '../../src/data/raw-data';
import type { BuiltDataset } from '../../src/data/build';
import { parseGenres } from '../../src/data/genres';
import { createRandom } from '../../src/data/random';
import type { Dataset } from '../../src/data/types';

const KINDS = ['Horror|Sci-Fi', 'Comedy|Romance', 'Drama|War', 'Action|Thriller', 'Drama|Romance'];

/** `users` x `movies` ratings, each present with a chance of `density`. */
export function tinyRaw(users = 24, movies = 520, density = 0.2, seed = 1): RawData {
  const random = createRandom(seed);
  const raw: RawData = {
    movies: Array.from({ length: movies }, (_, id) => ({
      id: 1000 + id,
      title: `Movie ${id}`,
      year: id % 7 === 0 ? 0 : 1935 + (id % 80),
      genres: parseGenres(KINDS[id % KINDS.length]),
    })),
    user: [],
    item: [],
    halfStars: [],
  };
  for (let user = 0; user < users; user++) {
    for (let item = 0; item < movies; item++) {
      if (random.uniform() >= density) continue;
      raw.user.push(user);
      raw.item.push(item);
      raw.halfStars.push(1 + random.integer(10));
    }
  }
  return raw;
}

export function tinyDataset(raw: RawData = tinyRaw(), seed = 5): BuiltDataset & Dataset {
  const built = buildDataset(raw, { seed });
  return {
    ...built,
    manifest: {
      formatVersion: 2,
      name: 'tiny',
      title: 'Tiny',
      counts: {
        users: built.users,
        items: built.movies.count,
        ratings: built.ratings.count,
        scenarios: built.scenarios.length,
      },
      seeds: { data: seed },
      split: { background: 0.5, metaTrain: 0.25, metaTest: 0.25 },
      files: {},
      licence: 'none',
      citation: 'none',
      made: { command: 'test', source: 'test', sourceSha256: '' },
    },
  };
}

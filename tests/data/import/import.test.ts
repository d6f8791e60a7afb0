import { describe, expect, it } from 'vitest';
import { buildImport, readImport, recognise } from '../../../src/data/import';
import { joinDomains } from '../../../src/data/import/domains';
import { ImportError } from '../../../src/data/import/import-error';
import { Cancelled, throttledProgress } from '../../../src/data/import/progress';
import { createRandom } from '../../../src/data/random';
import { quiet, sourceOf, zipOf } from './sources';

const random = createRandom(8);
const ratingsCsv = (users: number, each: number): string => {
  const lines = ['userId,movieId,rating,timestamp'];
  for (let u = 1; u <= users; u++) {
    for (let k = 0; k < each; k++) {
      lines.push(`${u},${1 + ((u * 31 + k * 17) % 90)},${(1 + random.integer(10)) / 2},1`);
    }
  }
  return lines.join('\n');
};
const moviesCsv = ['movieId,title,genres']
  .concat(Array.from({ length: 90 }, (_, k) => `${k + 1},Film ${k} (19${50 + (k % 50)}),Drama|War`))
  .join('\n');
const options = { atMost: 100_000, seed: 1 };

describe('importing', () => {
  it('builds a data set from the original zip', async () => {
    const zip = zipOf({
      'ml-latest-small/ratings.csv': ratingsCsv(40, 20),
      'ml-latest-small/movies.csv': moviesCsv,
      'ml-latest-small/tags.csv': 'userId,movieId,tag,timestamp\n',
    });
    const recognised = await recognise([sourceOf('ml-latest-small.zip', zip, 4096)]);
    expect(recognised.kind).toBe('movielens');
    const imported = await readImport(recognised, null, options, quiet);
    expect(imported.problems.count).toBe(0);
    const built = buildImport(imported.raw, 1, quiet);
    expect(built.users).toBe(40);
    expect(built.ratings.count).toBe(40 * 20);
    expect(built.movies.title[0]).toMatch(/^Film \d+$/);
    expect(built.factors.item.every(Number.isFinite)).toBe(true);
  });

  it('asks for the columns of an unknown table, then reads it with scenarios of its own', async () => {
    const lines = ['customer,product,theme'];
    for (let u = 0; u < 60; u++) {
      for (let k = 0; k < 6; k++) {
        const product = (u * 7 + k * 5) % 50;
        lines.push(`c${u},p${product},${product < 25 ? 'garden' : 'kitchen'}`);
      }
    }
    const recognised = await recognise([sourceOf('clicks.csv', lines.join('\n'), 300)]);
    if (recognised.kind !== 'table') throw new Error('expected a table');
    expect(recognised.preview.guess).toEqual({ user: 0, item: 1, scenario: 2 });
    await expect(readImport(recognised, null, options, quiet)).rejects.toThrow(ImportError);
    const mapping = { user: 0, item: 1, rating: null, scenario: 2, title: null, time: null };
    const plan = { shape: recognised.preview, mapping, scale: 1 };
    const { raw } = await readImport(recognised, plan, options, quiet);
    const built = buildImport(raw, 1, quiet);
    expect(built.scenarios.map(({ name }) => name).sort()).toEqual(['garden', 'kitchen']);
    const garden = built.scenarios.find(({ name }) => name === 'garden')!;
    const titles = [...garden.items].map((item) => Number(built.movies.title[item].slice(1)));
    expect(titles.length).toBe(25);
    expect(Math.max(...titles)).toBeLessThan(25);
  });

  it('refuses what is no table, and too little data', async () => {
    await expect(recognise([sourceOf('photo.png', '')])).rejects.toThrow(/No table/);
    await expect(recognise([])).rejects.toThrow(ImportError);
    const small = [sourceOf('ratings.csv', ratingsCsv(2, 5)), sourceOf('movies.csv', moviesCsv)];
    const recognised = await recognise(small);
    await expect(readImport(recognised, null, options, quiet)).rejects.toThrow(/Only 10 ratings/);
  });

  it('stops when cancelled', async () => {
    const stop = new AbortController();
    const progress = throttledProgress(
      () => stop.abort(),
      stop.signal,
      () => 0,
    );
    const recognised = await recognise([
      sourceOf('ratings.csv', ratingsCsv(40, 20), 100),
      sourceOf('movies.csv', moviesCsv, 100),
    ]);
    await expect(readImport(recognised, null, options, progress)).rejects.toThrow(Cancelled);
  });

  it('joins domains without mixing them', () => {
    const domain = (name: string, items: number) => ({
      name,
      data: {
        movies: Array.from({ length: items }, (_, id) => ({
          id,
          title: `${name} ${id}`,
          year: 0,
          genres: 0,
        })),
        user: [0, 0, 1],
        item: [0, 1, 1],
        halfStars: [2, 4, 6],
        scenarios: [{ name: 'all', items: [0, 1] }],
      },
    });
    const joined = joinDomains([domain('films', 3), domain('books', 2)]);
    expect(joined.movies.length).toBe(5);
    expect(joined.user).toEqual([0, 0, 1, 2, 2, 3]);
    expect(joined.item).toEqual([0, 1, 1, 3, 4, 4]);
    expect(joined.scenarios).toEqual([
      { name: 'all', domain: 'films', items: [0, 1] },
      { name: 'all', domain: 'books', items: [3, 4] },
    ]);
  });
});

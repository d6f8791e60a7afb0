/** Files as people have them (`cases/`), each with exactly what must come of it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildImport, guessedPlan, readImport, recognise } from '../../../src/data/import';
import { leftOutOf } from '../../../src/data/import/account';
import { decodeMovies, encodeFiles } from '../../../src/data/files';
import { blobSource } from '../../../src/data/import/source';
import { quiet } from './sources';

const CASES = join(import.meta.dirname, 'cases');
const options = { atMost: 100_000, seed: 1 };

function sourcesOf(name: string) {
  const path = join(CASES, name);
  const files = statSync(path).isDirectory()
    ? readdirSync(path).map((file) => join(path, file))
    : [path];
  return files.map((file) => blobSource(file, new Blob([readFileSync(file)]), 5000));
}

/** What is read when the visitor presses nothing but Import. */
async function imported(name: string) {
  const recognised = await recognise(sourcesOf(name));
  if (recognised.kind !== 'table') throw new Error(`expected a table, not ${recognised.kind}`);
  const plan = guessedPlan(recognised)!;
  const read = await readImport(recognised, plan, options, quiet);
  const { account, raw } = read;
  expect(account.read + leftOutOf(account)).toBe(account.lines);
  const built = buildImport(raw, 1, quiet);
  // As it would be kept and opened.
  const { buffer } = encodeFiles(built)['movies.bin'].slice();
  decodeMovies(buffer as ArrayBuffer, built.movies.count);
  const counts = [built.users, built.movies.count, built.ratings.count];
  return { recognised, plan, counts, ...read };
}

const noteOf = (notes: readonly { code: string }[], code: string) =>
  notes.find((note) => note.code === code);

describe('files that people have', () => {
  it('an archive of two tables: the ratings are found, the titles joined', async () => {
    const { recognised, counts, raw, account, notes } = await imported('anime-archive.zip');
    expect(recognised.source.name).toBe('rating.csv');
    expect(recognised.tables).toEqual(['anime.csv', 'rating.csv']);
    expect(counts).toEqual([60, 40, 477]);
    expect(account.leftOut.unrated).toBe(123);
    expect(raw.movies.every(({ title }) => /^Title \d+$/.test(title))).toBe(true);
    expect(noteOf(notes, 'titles-from')).toMatchObject({ file: 'anime.csv', found: 40, of: 40 });
  });

  it('ratings.csv alone: items are called by their numbers, and it is said why', async () => {
    const { counts, raw, notes } = await imported('ratings-alone');
    expect(counts).toEqual([60, 40, 600]);
    expect(raw.movies.map(({ title }) => title)).toContain('Movie 29');
    expect(noteOf(notes, 'no-titles')).toMatchObject({ movieLens: true });
  });

  it('-1 as “not rated”: left out, and counted', async () => {
    const { counts, account } = await imported('anime-minus-one.csv');
    expect(counts).toEqual([60, 40, 477]);
    expect(account.leftOut).toMatchObject({ unrated: 123, wrong: 0, header: 1 });
  });

  it('columns in another order: the header is read', async () => {
    const { recognised, counts, raw } = await imported('column-order');
    expect(recognised.preview.guess).toMatchObject({ user: 1, item: 0, rating: 2, time: 3 });
    expect(counts).toEqual([60, 40, 600]);
    const film = raw.movies.find(({ title }) => title === 'Film 29');
    expect(film?.year).toBe(1979);
  });

  it('Excel’s first line, byte-order mark and decimal commas', async () => {
    const { counts, raw, scale, recognised } = await imported('excel-sep-line.csv');
    expect(recognised.preview).toMatchObject({ separator: ';', header: true, skip: 1 });
    expect(counts).toEqual([60, 40, 600]);
    expect(scale).toMatchObject({ id: 'stars' });
    expect(raw.halfStars.slice(0, 30)).toContain(5);
    expect(new Set(raw.halfStars).size).toBeGreaterThan(7);
  });

  it('days first: worked out from the column', async () => {
    const { counts, plan, notes } = await imported('dates-dd-mm-yyyy.csv');
    expect(counts).toEqual([60, 40, 600]);
    expect(plan.times).toEqual({ kind: 'parts', order: 'dmy', sure: true });
    expect(noteOf(notes, 'day-order')).toMatchObject({ order: 'dmy', sure: true });
  });

  it('a title over two lines: one line in preview and data', async () => {
    const { counts, raw, recognised } = await imported('title-with-newline.csv');
    expect(counts).toEqual([40, 30, 320]);
    expect(raw.movies.map(({ title }) => title)).toContain('The Good, the Bad and the Ugly');
    expect(recognised.preview.rows[0]).toEqual(['u0', 'i7', '3', 'The Good, the Bad and the Ugly']);
    expect(recognised.preview.rows[1][1]).toBe('i18');
  });

  it('one person’s list: said to be one, and no data set', async () => {
    const recognised = await recognise(sourcesOf('one-person.csv'));
    if (recognised.kind !== 'one-person') throw new Error(`is ${recognised.kind}`);
    expect(recognised.preview.guess).toMatchObject({ title: 1, year: 2, rating: 4 });
    const plan = guessedPlan(recognised);
    await expect(readImport(recognised, plan, options, quiet)).rejects.toMatchObject({
      fault: { code: 'one-person', ratings: 300 },
    });
  });

  it('MovieTweetings: 0 to 10, kept as it is', async () => {
    const { counts, scale, raw, notes } = await imported('movietweetings');
    expect(counts).toEqual([60, 40, 600]);
    expect(scale).toEqual({ id: 'zero-ten', low: 0, high: 10 });
    expect(new Set(raw.halfStars)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    expect(raw.movies.map(({ title }) => title)).toContain('Film 29');
    expect(noteOf(notes, 'titles-from')).toMatchObject({ file: 'movies.dat' });
  });

  it('RecBole: judged by content, not by ending', async () => {
    const { counts, recognised, scale } = await imported('recbole.inter');
    expect(recognised.preview.separator).toBe('\t');
    expect(counts).toEqual([60, 40, 600]);
    expect(scale).toMatchObject({ id: 'five' });
  });
});

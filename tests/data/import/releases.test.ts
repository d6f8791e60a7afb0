import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildImport, guessedPlan, readImport, recognise } from '../../../src/data/import';
import { blobSource } from '../../../src/data/import/source';
import { GENRES } from '../../../src/data/types';
import { layoutOf, RELEASES, releaseFiles } from './releases';
import { quiet } from './sources';

const SIZE = { users: 60, movies: 400, ratings: 3000 };
const options = { atMost: 100_000, seed: 1 };
const source = (path: string, bytes: Uint8Array) =>
  blobSource(path, new Blob([bytes as BlobPart]), 10_000);

describe.each(RELEASES)('%s', (release) => {
  const files = releaseFiles(release, SIZE);
  const { ratings, movies } = layoutOf(release);
  const sources = () => Object.entries(files).map(([path, bytes]) => source(path, bytes));

  it('is read from its files, every rating and title of it', async () => {
    const recognised = await recognise(sources());
    expect(recognised.kind).toBe('movielens');
    const { raw, problems, duplicates } = await readImport(recognised, null, options, quiet);
    expect(problems.count).toBe(0);
    expect(duplicates).toBe(0);
    expect(raw.user).toHaveLength(SIZE.ratings);
    const fifth = raw.movies.find(({ id }) => id === 5)!;
    // Accents in either encoding, quotes, and the article in front.
    expect(fifth).toMatchObject({ title: 'La Légende "n° 5"', year: 1955 });
    const first = raw.movies.find(({ id }) => id === 1)!;
    expect(first.title).toBe('Film <b>1</b>');
    const names = GENRES.filter((_, bit) => (first.genres >> bit) & 1);
    expect(new Set(names)).toEqual(new Set(['Comedy', 'Romance']));
    const built = buildImport(raw, 1, quiet);
    expect(built.scenarios.length).toBeGreaterThanOrEqual(8);
    expect(built.ratings.count).toBe(SIZE.ratings);
  });

  it('is the same from its zip, and from the two files alone', async () => {
    const zip = source(`${release}.zip`, zipSync(files));
    const two = sources().filter(({ name }) => name === ratings || name === movies);
    const [whole, packed, alone] = await Promise.all(
      [sources(), [zip], two].map(async (given) => {
        const { raw } = await readImport(await recognise(given), null, options, quiet);
        return raw;
      }),
    );
    expect(packed).toEqual(whole);
    expect(alone).toEqual(whole);
  });
});

describe('what is no release', () => {
  it('keeps a file called ratings.csv that has other columns as a table', async () => {
    const own = 'reader,book,stars\nann,x,4\nbob,y,3\n';
    const recognised = await recognise([source('ratings.csv', Buffer.from(own))]);
    expect(recognised.kind).toBe('table');
  });

  it('is read without its movies, which are then called by their numbers', async () => {
    const files = releaseFiles('ml-25m', SIZE);
    const recognised = await recognise([source('ratings.csv', files['ml-25m/ratings.csv'])]);
    if (recognised.kind !== 'table') throw new Error('expected a table');
    const { raw, notes } = await readImport(recognised, guessedPlan(recognised), options, quiet);
    expect(raw.user).toHaveLength(SIZE.ratings);
    expect(raw.movies[0].title).toMatch(/^Movie \d+$/);
    expect(notes.map(({ code }) => code)).toContain('no-titles');
  });

  it('loses no rating where the header is missing', async () => {
    const files = releaseFiles('ml-25m', SIZE);
    const text = Buffer.from(files['ml-25m/ratings.csv']).toString();
    const headless = Buffer.from(text.slice(text.indexOf('\n') + 1));
    const given = [
      source('ratings.csv', headless),
      source('movies.csv', files['ml-25m/movies.csv']),
    ];
    const recognised = await recognise(given);
    if (recognised.kind !== 'table') throw new Error('expected a table');
    const read = await readImport(recognised, guessedPlan(recognised), options, quiet);
    expect(read.raw.user).toHaveLength(SIZE.ratings);
    expect(read.problems.count).toBe(0);
    expect(read.raw.movies.every(({ title }) => /^(Film|La L)/.test(title))).toBe(true);
  });
});

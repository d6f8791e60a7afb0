import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOVIELENS_FORMATS, movieLensFormat } from '../../../src/data/import/movielens';
import { ImportError } from '../../../src/data/import/import-error';
import { readMovieLens } from '../../../src/data/import/read-movielens';
import { GENRES } from '../../../src/data/types';
import { quiet, sourceOf } from './sources';

const options = { atMost: 1000, seed: 1 };
const bit = (genre: (typeof GENRES)[number]) => 1 << GENRES.indexOf(genre);

const FILES = {
  'u.data': '1\t50\t5\t881250949\n2\t50\t3\t881250949\n1\t51\t1\t881250949\n',
  'u.item':
    '50|Star Wars (1977)|01-Jan-1977||http://x|0|1|1|0|0|0|0|0|0|0|0|0|0|0|1|1|0|1|0\n' +
    '51|Fly, The (1986)|01-Jan-1986||http://x|0|0|0|0|0|0|0|0|0|0|0|1|0|0|0|0|0|0|0\n',
  'ratings.dat': '1::50::5::978300760\n2::50::3.5::978300760\n1::51::1::978300760\n',
  'movies.dat':
    "50::Star Wars: A New Hope (1977)::Action|Sci-Fi\n51::Babe, The (1992)::Children's|Comedy\n",
  'ratings.csv': 'userId,movieId,rating,timestamp\r\n1,50,5.0,1\r\n2,50,3.5,2\r\n1,51,1.0,3',
  'movies.csv':
    'movieId,title,genres\r\n50,"Good, the ""Bad"" and <b>Ugly</b> (1966)",Western\r\n51,Cube (1997),Horror|Sci-Fi',
};

const read = (format: (typeof MOVIELENS_FORMATS)[number], files: Record<string, string>) =>
  readMovieLens(
    format,
    Object.entries(files).map(([name, text]) => sourceOf(name, text)),
    options,
    quiet,
  );

describe('readMovieLens', () => {
  for (const format of MOVIELENS_FORMATS) {
    it(`reads ${format.name}`, async () => {
      const { ratings, movies, problems } = await read(format, FILES);
      expect(problems.count).toBe(0);
      expect(ratings.users).toEqual([1, 2]);
      expect(ratings.items).toEqual([50, 51]);
      expect([...ratings.user]).toEqual([0, 0, 1]);
      expect([...ratings.item]).toEqual([0, 1, 0]);
      expect(ratings.value[0]).toBe(10);
      expect(ratings.value[1]).toBe(2);
      expect(movies.size).toBe(2);
    });
  }

  it('keeps titles with quotes, commas and HTML as text, and maps genres', async () => {
    const csv = await read(MOVIELENS_FORMATS[2], FILES);
    expect(csv.movies.get(50)).toEqual({
      item: 50,
      title: 'Good, the "Bad" and <b>Ugly</b>',
      year: 1966,
      genres: bit('Western'),
    });
    const old = await read(MOVIELENS_FORMATS[1], FILES);
    expect(old.movies.get(51)).toMatchObject({
      title: 'The Babe',
      genres: bit('Children') | bit('Comedy'),
    });
    expect(old.movies.get(50)!.title).toBe('Star Wars: A New Hope');
    const first = await read(MOVIELENS_FORMATS[0], FILES);
    expect(first.movies.get(51)!.genres).toBe(bit('Horror'));
  });

  it('names the file, the line and what was expected', async () => {
    const good = Array.from({ length: 300 }, (_, k) => `${k + 1},50,4.0,1`).join('\n');
    const files = {
      ...FILES,
      'ratings.csv': `userId,movieId,rating,timestamp\n${good}\n7,50,11,1\n`,
    };
    const { problems } = await read(MOVIELENS_FORMATS[2], files);
    expect(problems.count).toBe(1);
    expect(problems.examples[0]).toMatchObject({
      file: 'ratings.csv',
      line: 302,
      found: '7,50,11,1',
    });
  });

  it('refuses missing, empty and foreign files', async () => {
    const { 'movies.csv': _, ...without } = FILES;
    await expect(read(MOVIELENS_FORMATS[2], without)).rejects.toThrow(/movies\.csv/);
    await expect(read(MOVIELENS_FORMATS[2], { ...FILES, 'ratings.csv': '' })).rejects.toThrow(
      /empty/,
    );
    const wrong = { ...FILES, 'ratings.csv': 'a\nb\nc\nd\n' };
    await expect(read(MOVIELENS_FORMATS[2], wrong)).rejects.toThrow(ImportError);
  });

  it('finds the format by the ratings file', () => {
    expect(movieLensFormat(['readme', 'u.data', 'u.item'])?.name).toBe('MovieLens 100k');
    expect(movieLensFormat(['x.csv'])).toBeNull();
  });

  it('never throws on a line, whatever it holds', () => {
    for (const format of MOVIELENS_FORMATS) {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (line) => {
          const rating = format.parseRating(line);
          if (rating) expect(rating.halfStars).toBeGreaterThanOrEqual(1);
          format.parseMovie(line);
        }),
      );
    }
  });
});

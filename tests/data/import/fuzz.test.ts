/**
 * Every parser of imported bytes under what fast-check comes up with: none crashes, and every line is
 * kept, repeated, left out by name, or blank.
 */
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeColumns, encodeColumns } from '../../../src/data/columns';
import { CsvError, parseRatingsCsv } from '../../../src/data/csv';
import { recognise, readImport } from '../../../src/data/import';
import { MOVIELENS_FORMATS, type MovieLensFormat } from '../../../src/data/import/movielens';
import { ImportError } from '../../../src/data/import/import-error';
import { readMovieLens } from '../../../src/data/import/read-movielens';
import { readTable } from '../../../src/data/import/read-table';
import { utf16Of } from '../../../src/data/import/encoding';
import { leftOutOf } from '../../../src/data/import/account';
import { scaleOf } from '../../../src/data/import/scale';
import { isOpen, RecordGatherer, SEPARATORS, splitLine } from '../../../src/data/import/split';
import { previewTable } from '../../../src/data/import/table';
import { readLines } from '../../../src/data/import/text';
import { zipSources } from '../../../src/data/import/zip';
import { allText, quiet, sourceOf } from './sources';

const options = { atMost: 100_000, seed: 1 };

/** Runs `work`; whatever it throws must be meant for the visitor. */
async function orRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
    expect((error as ImportError).remedy).not.toBe('');
    return null;
  }
}

/** Characters that parsers trip over, more often than by chance. */
const spice = fc.constantFrom(
  ',', ';', '|', '\t', '::', '"', '""', '\\', '\0', '\ufeff', '-1', '0', '9e99', '1e-7', 'NaN', '<b>', 'é', '😀', ' ',
); // prettier-ignore
const garbage = fc
  .array(fc.oneof(spice, fc.string({ maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join('').replace(/[\r\n]/g, ''));

type Line = (user: number, item: number, stars: number) => string;
const goodLine: Record<MovieLensFormat['ratings'], Line> = {
  'u.data': (u, i, s) => `${u}\t${i}\t${s}\t881250949`,
  'ratings.dat': (u, i, s) => `${u}::${i}::${s}::978300760`,
  'ratings.csv': (u, i, s) => `${u},${i},${s}.0,1`,
};
const oneMovie: Record<MovieLensFormat['movies'], string> = {
  'u.item': `50|Star Wars (1977)|01-Jan-1977||http://x|${Array(19).fill(0).join('|')}`,
  'movies.dat': '50::Star Wars (1977)::Action',
  'movies.csv': 'movieId,title,genres\n50,Star Wars (1977),Action',
};

describe.each(MOVIELENS_FORMATS)('$name', (format: MovieLensFormat) => {
  const good = fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 }))
    .map(([u, i, s]) => goodLine[format.ratings](u, i, s)); // prettier-ignore

  it('accounts for every line of ratings, among them wrong ones', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(good, { minLength: 120, maxLength: 140 }),
        fc.option(garbage, { nil: undefined }),
        fc.nat(),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        async (lines, wrong, at, end, last) => {
          const all = [...lines];
          if (wrong !== undefined) all.splice(at % lines.length, 0, wrong);
          const header = format.header ? [`userId,movieId,rating,timestamp`] : [];
          const text = [...header, ...all].join(end) + (last ? end : '');
          const sources = [
            sourceOf(format.ratings, text, 97),
            sourceOf(format.movies, oneMovie[format.movies]),
          ];
          const read = await orRefused(() => readMovieLens(format, sources, options, quiet));
          expect(read).not.toBeNull();
          const { ratings, problems } = read!;
          const blank = all.filter((line) => line.replace(/^\ufeff/, '').trim() === '').length;
          expect(ratings.user.length + ratings.duplicates + problems.count + blank).toBe(
            all.length,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never throws on a line, and takes no rating beyond its range', () => {
    fc.assert(
      fc.property(fc.oneof(garbage, fc.string({ unit: 'binary' })), (line) => {
        const rating = format.parseRating(line);
        if (rating) {
          expect(Number.isInteger(rating.halfStars)).toBe(true);
          expect(rating.halfStars).toBeGreaterThanOrEqual(1);
          expect(rating.halfStars).toBeLessThanOrEqual(10);
        }
        const movie = format.parseMovie(line);
        if (movie) expect(movie.title).not.toBe('');
      }),
    );
  });

  it('refuses bytes at random as its files, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), async (a, b) => {
        const sources = [sourceOf(format.ratings, a, 31), sourceOf(format.movies, b, 31)];
        await orRefused(() => readMovieLens(format, sources, options, quiet));
      }),
    ); // prettier-ignore
  });
});

describe('tables', () => {
  const cell = fc.oneof(garbage, fc.string({ unit: 'grapheme', maxLength: 5 }));
  /** A cell that ends in `:` before `::` needs quotes too. */
  const endsEarly = (text: string, separator: string): boolean =>
    (text + separator).indexOf(separator) < text.length;
  const quoted = (text: string, separator: string): string =>
    endsEarly(text, separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

  it('give back the cells that were written', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 6 }),
        // Runs of spaces hold no empty cell.
        fc.constantFrom(...SEPARATORS.filter((separator) => separator !== ' ')),
        (cells, separator) => {
          const line = cells.map((text) => quoted(text, separator)).join(separator);
          expect(splitLine(line, separator)).toEqual(cells);
          expect(isOpen(line, separator)).toBe(false);
        },
      ),
      { examples: [[[':', ''], '::']] },
    );
  });

  it('keep every character of every line in some record', () => {
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 250 }), (lines) => {
        const gatherer = new RecordGatherer(',');
        const records = lines.flatMap((line, n) => gatherer.take(line, n + 1));
        records.push(...gatherer.finish());
        expect(records.map(({ text }) => text).join('\n')).toBe(lines.join('\n'));
        const starts = records.map(({ line }) => line);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  it('account for every record, whatever the cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, fc.constantFrom('1', '5', '3,5', 'x', '', '12', '-1')), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.constantFrom(...SEPARATORS),
        fc.integer({ min: 3, max: 50 }),
        async (rows, separator, piece) => {
          // A byte-order mark at the very start is none of the first cell.
          const lines = rows.map((cells) => cells.map((c) => quoted(c, separator)).join(separator));
          const text = `${lines.join('\n')}\n`;
          if (text.startsWith('\ufeff')) return;
          const mapping = { user: 0, item: 1, rating: 2, scenario: null, title: null, time: null };
          const table = await orRefused(() =>
            readTable(
              sourceOf('t.csv', text, piece),
              { shape: { separator, header: false }, mapping, scale: scaleOf('stars') },
              options,
              quiet,
            ),
          );
          if (!table) return;
          const { account } = table;
          expect(account.read + leftOutOf(account)).toBe(rows.length);
          expect(account.lines).toBe(rows.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('preview without throwing', () => {
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 12 }), (lines) => {
        const { rows, columns } = previewTable(lines);
        for (const row of rows) expect(Array.isArray(row)).toBe(true);
        expect(Array.isArray(columns)).toBe(true);
      }),
    );
  });
});

describe('bytes', () => {
  it('are read as lines, all of them, in whatever encoding', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.integer({ min: 1, max: 60 }),
        async (bytes, piece) => {
          // Two bytes may be half a letter each: what ends a line in UTF-16 is another test's.
          fc.pre(utf16Of(bytes.subarray(0, piece)) === null);
          const read = await orRefused(async () => {
            let ends = 0;
            for await (const { lines } of readLines(sourceOf('t', bytes, piece)))
              ends += lines.length;
            return ends;
          });
          if (read === null) return;
          const text = Buffer.from(bytes).toString('latin1');
          const wanted = text.split(/\r\n|\n|\r/);
          if (wanted.at(-1) === '') wanted.pop();
          expect(read).toBe(wanted.length);
        },
      ),
    );
  });

  it('of Latin-1 and UTF-8 lines in one file keep their letters', async () => {
    const bytes = Buffer.concat([Buffer.from('Amélie\n', 'utf8'), Buffer.from('Léon\n', 'latin1'), Buffer.from('日本\n')]); // prettier-ignore
    const lines: string[] = [];
    for await (const batch of readLines(sourceOf('t', bytes, 100))) lines.push(...batch.lines);
    expect(lines).toEqual(['Amélie', 'Léon', '日本']);
  });

  it('of a zip may be damaged anywhere: refused, or read', async () => {
    const archive = zipSync({
      'ml/ratings.csv': Buffer.from(`userId,movieId,rating\n${'1,50,4.0\n'.repeat(300)}`),
      'ml/movies.csv': Buffer.from(oneMovie['movies.csv']),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 6 }),
        fc.option(fc.nat(archive.length - 1), { nil: undefined }),
        async (changes, cut) => {
          const bytes = archive.slice();
          for (const [at, by] of changes) bytes[at] ^= by;
          const given = sourceOf('ml.zip', cut === undefined ? bytes : bytes.subarray(0, cut), 64);
          await orRefused(async () => {
            for (const source of await zipSources(given, () => true)) await allText(source);
          });
          await orRefused(async () => {
            const recognised = await recognise([given]);
            if (recognised.kind === 'movielens') await readImport(recognised, null, options, quiet);
          });
        },
      ),
      { numRuns: 150 },
    ); // prettier-ignore
  });

  it('of a data set’s container may be damaged anywhere: refused with a reason, or read', () => {
    const container = encodeColumns(
      { a: Uint32Array.of(1, 5, 9, 1000), b: Float32Array.of(1, 2), c: ['x', 'é'] },
      ['a'],
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(container.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat(container.length - 1), { nil: undefined }),
        (changes, cut) => {
          const bytes = container.slice(0, cut);
          for (const [at, by] of changes) if (at < bytes.length) bytes[at] ^= by;
          try {
            decodeColumns(bytes.buffer);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
            expect((error as Error).message).not.toMatch(/Cannot read|not a function/);
          }
        },
      ),
      { numRuns: 500 },
    ); // prettier-ignore
  });

  it('of the project’s own CSV are read, or refused with their line', () => {
    const header = 'movieId,title,year,genres,userId,rating';
    fc.assert(
      fc.property(fc.array(fc.oneof(garbage, fc.constant('1,A,1990,Drama,2,4')), { maxLength: 8 }), (rows) => {
        try {
          parseRatingsCsv([header, ...rows].join('\n'));
        } catch (error) {
          expect(error).toBeInstanceOf(CsvError);
        }
      }),
    ); // prettier-ignore
  });
});

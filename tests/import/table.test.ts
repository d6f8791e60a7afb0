import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/data/import/problem';
import { readTable } from '../../src/data/import/read-table';
import { splitLine } from '../../src/data/import/split';
import { previewTable, SEPARATORS } from '../../src/data/import/table';
import { quiet, sourceOf } from './sources';

const options = { atMost: 1000, seed: 1 };

describe('previewTable', () => {
  it('guesses separator, header and columns', () => {
    const preview = previewTable([
      'user_id;product;stars;category',
      'u1;p1;4.5;books',
      'u2;p1;3;books',
    ]);
    expect(preview).toMatchObject({
      separator: ';',
      header: true,
      guess: { user: 0, item: 1, rating: 2, scenario: 3 },
    });
    expect(previewTable(['1\t5\t3', '2\t5\t4'])).toMatchObject({
      separator: '\t',
      header: false,
      columns: ['column 1', 'column 2', 'column 3'],
    });
    expect(previewTable([]).rows).toEqual([]);
  });

  it('guesses the scale of the ratings from the first rows', () => {
    const scale = (...ratings: string[]) =>
      previewTable(ratings.map((rating) => `u,${rating}`)).scales[1];
    expect(scale('3.5', '5')).toBe('stars');
    expect(scale('7', '3')).toBe('ten');
    expect(scale('70', '3')).toBe('hundred');
    expect(scale('0', '1', '1')).toBe('label');
    // Ones alone may be stars.
    expect(scale('1', '1')).toBe('stars');
    expect(scale(...Array<string>(30).fill('1'), '9')).toBe('ten');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.array(fc.string()), (lines) => void previewTable(lines)));
  });
});

describe('readTable', () => {
  const mapping = { user: 0, item: 1, rating: 2, scenario: 3, title: 4, time: null };

  it('reads quoted records that run over lines, scenarios and titles', async () => {
    const text =
      'user,item,rating,theme,title\nann,x,5,war,"A, ""quoted""\ntitle"\nbob,y,0.5,love,<i>B</i>\n';
    const table = await readTable(
      sourceOf('t.csv', text),
      { separator: ',', header: true },
      mapping,
      1,
      options,
      quiet,
    );
    expect(table.problems.count).toBe(0);
    expect(table.ratings.users).toEqual(['ann', 'bob']);
    expect([...table.ratings.halfStars]).toEqual([10, 1]);
    expect(table.titles.get('x')).toBe('A, "quoted"\ntitle');
    expect(table.titles.get('y')).toBe('<i>B</i>');
    expect([...table.scenarios.get('war')!]).toEqual(['x']);
  });

  it('takes a table of clicks, and other scales', async () => {
    const clicks = await readTable(
      sourceOf('c.tsv', 'a\tx\nb\ty\n'),
      { separator: '\t', header: false },
      { user: 0, item: 1, rating: null, scenario: null, title: null, time: null },
      1,
      options,
      quiet,
    );
    expect([...clicks.ratings.halfStars]).toEqual([10, 10]);
    const ten = await readTable(
      sourceOf('t.csv', 'a,x,9\nb,y,0\n'),
      { separator: ',', header: false },
      { user: 0, item: 1, rating: 2, scenario: null, title: null, time: null },
      0.5,
      options,
      quiet,
    );
    expect([...ten.ratings.halfStars]).toEqual([9, 1]);
  });

  it('loses no line to a quote that is never closed', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, k) => `u${k},i${k},4,,${k === 7 ? '"stray' : 'x'}`,
    );
    const text = `${rows.join('\n')}\n`;
    const table = await readTable(
      sourceOf('t.csv', text, 1000),
      { separator: ',', header: false },
      mapping,
      1,
      options,
      quiet,
    );
    expect(table.ratings.user.length + table.problems.count).toBe(300);
    expect(table.problems.count).toBe(0);
  });

  it('takes quotes inside a cell as text, and a comma as decimal point', async () => {
    const text = 'a;x;4,5;;5" disc\nb;y;2,5;;7" disc\nc;z;3;;12" disc\n';
    const table = await readTable(
      sourceOf('t.csv', text),
      { separator: ';', header: false },
      mapping,
      1,
      options,
      quiet,
    );
    expect([...table.ratings.halfStars]).toEqual([9, 5, 6]);
    expect(table.titles.get('y')).toBe('7" disc');
  });

  it('lets the latest of several ratings count, by seconds or by date', async () => {
    const read = (text: string) =>
      readTable(
        sourceOf('t.csv', text),
        { separator: ',', header: false },
        { user: 0, item: 1, rating: 2, scenario: null, title: null, time: 3 },
        1,
        options,
        quiet,
      );
    const seconds = await read('a,x,5,300\na,x,1,100\nb,x,2,50\na,x,3,200\n');
    expect([...seconds.ratings.halfStars]).toEqual([10, 4]);
    expect(seconds.ratings.duplicates).toBe(2);
    const dates = await read('a,x,5,2020-01-01\na,x,1,2021-06-30\nb,y,3,\n');
    expect([...dates.ratings.halfStars]).toEqual([2, 6]);
    const few = Array.from({ length: 200 }, (_, k) => `u${k},x,4,${k}`).join('\n');
    const wrong = await read(`${few}\nz,x,4,yesterday\n`);
    expect(wrong.problems.examples[0]).toMatchObject({ line: 201, found: 'z,x,4,yesterday' });
  });

  it('refuses a scenario column that is none', async () => {
    const rows = Array.from({ length: 2100 }, (_, k) => `u,i${k},4,${k},t`).join('\n');
    const read = readTable(
      sourceOf('t.csv', rows, 4096),
      { separator: ',', header: false },
      mapping,
      1,
      { atMost: 10_000, seed: 1 },
      quiet,
    );
    await expect(read).rejects.toThrow(/more than 2000 different/);
  });

  it('gives up early on a large file of another kind', async () => {
    const rows = 'nothing of use\n'.repeat(200_000);
    let read = 0;
    const failure = await readTable(
      sourceOf('t.csv', rows, 1 << 16),
      { separator: ',', header: false },
      mapping,
      1,
      options,
      { report: ({ done }) => void (read = done) },
    ).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportError);
    expect((failure as ImportError).examples).toHaveLength(10);
    expect(read).toBeLessThan(rows.length / 10);
  });

  it('says which lines do not fit', async () => {
    const text = 'a,x,99\nb,y,4\n';
    const plain = { user: 0, item: 1, rating: 2, scenario: null, title: null, time: null };
    const failure = await readTable(
      sourceOf('t.csv', text),
      { separator: ',', header: false },
      plain,
      1,
      options,
      quiet,
    ).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportError);
    expect((failure as ImportError).examples[0]).toMatchObject({
      file: 't.csv',
      line: 1,
      found: 'a,x,99',
    });
  });

  it('loses no line silently: every one is kept, or counted', async () => {
    const cell = fc.string().map((text) => text.replace(/[",\r\n]/g, ''));
    const row = fc.tuple(cell, cell, fc.constantFrom('1', '5', 'x', '', '12'));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), async (rows) => {
        const text = rows.map((cells) => cells.join(',')).join('\n') + '\n';
        const blank = rows.filter((cells) => cells.join(',').trim() === '').length;
        const plain = { user: 0, item: 1, rating: 2, scenario: null, title: null, time: null };
        const shape = { separator: ',', header: false } as const;
        try {
          const table = await readTable(sourceOf('t.csv', text), shape, plain, 1, options, quiet);
          expect(
            table.ratings.user.length + table.ratings.duplicates + table.problems.count + blank,
          ).toBe(rows.length);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('splits by each separator', () => {
    for (const separator of SEPARATORS) {
      expect(splitLine(`a${separator}"b${separator}c"`, separator)).toEqual([
        'a',
        `b${separator}c`,
      ]);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/data/import/problem';
import { readTable } from '../../src/data/import/read-table';
import { previewTable, SEPARATORS, splitLine } from '../../src/data/import/table';
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

  it('never throws', () => {
    fc.assert(fc.property(fc.array(fc.string()), (lines) => void previewTable(lines)));
  });
});

describe('readTable', () => {
  const mapping = { user: 0, item: 1, rating: 2, scenario: 3, title: 4 };

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
      { user: 0, item: 1, rating: null, scenario: null, title: null },
      1,
      options,
      quiet,
    );
    expect([...clicks.ratings.halfStars]).toEqual([10, 10]);
    const ten = await readTable(
      sourceOf('t.csv', 'a,x,9\nb,y,0\n'),
      { separator: ',', header: false },
      { user: 0, item: 1, rating: 2, scenario: null, title: null },
      0.5,
      options,
      quiet,
    );
    expect([...ten.ratings.halfStars]).toEqual([9, 1]);
  });

  it('says which lines do not fit', async () => {
    const text = 'a,x,99\nb,y,4\n';
    const plain = { user: 0, item: 1, rating: 2, scenario: null, title: null };
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
        const plain = { user: 0, item: 1, rating: 2, scenario: null, title: null };
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

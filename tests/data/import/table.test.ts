import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOutOf } from '../../../src/data/import/account';
import { ImportError } from '../../../src/data/import/import-error';
import { readTable } from '../../../src/data/import/read-table';
import { scaleOf } from '../../../src/data/import/scale';
import { SEPARATORS, splitLine } from '../../../src/data/import/split';
import { previewTable, type Mapping, type TableShape } from '../../../src/data/import/table';
import { quiet, sourceOf } from './sources';

const options = { atMost: 1000, seed: 1 };
const PLAIN = { user: 0, item: 1, rating: 2, scenario: null, title: null, time: null };

/** Reads text as stars, or likes. */
const read = (
  text: string,
  shape: TableShape,
  mapping: Mapping = PLAIN,
  scale = scaleOf('stars'),
) => readTable(sourceOf('t.csv', text, 4096), { shape, mapping, scale }, options, quiet);
const COMMA = { separator: ',', header: false } as const;

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
      previewTable(ratings.map((rating) => `u,${rating}`)).ratings[1].scale;
    expect(scale('3.5', '5')).toBe('stars');
    expect(scale('1', '5')).toBe('five');
    expect(scale('7', '3')).toBe('ten');
    expect(scale('-1', '7', '3')).toBe('ten');
    expect(scale('0', '7', '1')).toBe('zero-ten');
    expect(scale('0', '0', '0', '7', '1')).toBe('ten');
    expect(scale('70', '3')).toBe('hundred');
    expect(scale('1', '1', '1', '2', '1', '880')).toBe('counts');
    expect(scale('-8.5', '9.75')).toBe('range');
    expect(scale('0', '1', '1')).toBe('label');
    expect(scale('4/5', '3/5')).toBe('five');
    expect(scale('★★★½', '★★')).toBe('stars');
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
    const { problems, ratings, halfStars, facts, account } = await read(
      text,
      { separator: ',', header: true },
      mapping,
    );
    expect(problems.count).toBe(0);
    expect(ratings.users).toEqual(['ann', 'bob']);
    expect([...halfStars]).toEqual([10, 1]);
    expect(facts.titles.get('x')).toBe('A, "quoted" title');
    expect(facts.titles.get('y')).toBe('<i>B</i>');
    expect([...facts.categories.get('war')!]).toEqual(['x']);
    expect(account).toMatchObject({ lines: 4, read: 2, leftOut: { header: 1, continued: 1 } });
  });

  it('takes a table of clicks, and other scales, of which 0 is never half a star', async () => {
    const clicks = await read('a\tx\nb\ty\n', { separator: '\t', header: false }, { ...PLAIN, rating: null }); // prettier-ignore
    expect([...clicks.halfStars]).toEqual([10, 10]);
    const ten = await read('a,x,9\nb,y,0\n', COMMA, PLAIN, scaleOf('zero-ten'));
    expect([...ten.halfStars]).toEqual([9, 0]);
    const missing = await read('a,x,9\nb,y,0\nc,z,-1\n', COMMA, PLAIN, scaleOf('ten'));
    expect([...missing.halfStars]).toEqual([9]);
    expect(missing.account.leftOut.unrated).toBe(2);
  });

  it('parts amounts at each person’s own median', async () => {
    const text = 'a,x,900\na,y,10\na,z,300\nb,x,2\nb,y,1\n';
    const { halfStars } = await read(text, COMMA, PLAIN, scaleOf('counts'));
    expect([...halfStars]).toEqual([10, 5, 10, 10, 5]);
  });

  it('loses no line to a quote that is never closed', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, k) => `u${k},i${k},4,,${k === 7 ? '"stray' : 'x'}`,
    );
    const { ratings, problems } = await read(`${rows.join('\n')}\n`, COMMA, mapping);
    expect(ratings.user.length).toBe(300);
    expect(problems.count).toBe(0);
  });

  it('takes quotes inside a cell as text, and a comma as decimal point', async () => {
    const text = 'a;x;4,5;;5" disc\nb;y;2,5;;7" disc\nc;z;3;;12" disc\n';
    const { halfStars, facts } = await read(text, { separator: ';', header: false }, mapping);
    expect([...halfStars]).toEqual([9, 5, 6]);
    expect(facts.titles.get('y')).toBe('7" disc');
  });

  it('lets the latest of several ratings count, by seconds or by date', async () => {
    const timed = (text: string) => read(text, COMMA, { ...PLAIN, time: 3 });
    const seconds = await timed('a,x,5,300\na,x,1,100\nb,x,2,50\na,x,3,200\n');
    expect([...seconds.halfStars]).toEqual([10, 4]);
    expect(seconds.ratings.duplicates).toBe(2);
    const iso = await timed('a,x,5,2020-01-01\na,x,1,2021-06-30\nb,y,3,\n');
    expect([...iso.halfStars]).toEqual([2, 6]);
    // 03/04 is the third of April here, since 25/04 can be nothing else.
    const dayFirst = await timed('a,x,5,03/04/2020\na,x,1,02/05/2020\nb,x,2,25/04/2020\n');
    expect([...dayFirst.halfStars]).toEqual([2, 4]);
    const monthFirst = await timed('a,x,5,05/01/2020\na,x,1,04/30/2020\nb,x,2,04/25/2020\n');
    expect([...monthFirst.halfStars]).toEqual([10, 4]);
  });

  it('leaves a column of times out that cannot be read, and says so', async () => {
    const rows = Array.from({ length: 200 }, (_, k) => `u${k},x,4,${k % 2 ? 'yesterday' : 'noon'}`);
    const { ratings, notes } = await read(rows.join('\n'), COMMA, { ...PLAIN, time: 3 });
    expect(ratings.user.length).toBe(200);
    expect(notes).toContainEqual({ code: 'time-left-out', column: '4', unreadable: 0 });
  });

  it('gives up early on a large file of another kind', async () => {
    const rows = 'nothing of use\n'.repeat(200_000);
    let done = 0;
    const failure = await readTable(
      sourceOf('t.csv', rows, 1 << 16),
      { shape: COMMA, mapping: PLAIN, scale: scaleOf('stars') },
      options,
      { report: (now) => void (done = now.done) },
    ).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportError);
    expect((failure as ImportError).examples).toHaveLength(10);
    expect(done).toBeLessThan(rows.length / 10);
  });

  it('says which lines do not fit, and which column is at fault', async () => {
    const failure = await read('a,x,abc\nb,y,4\n', COMMA).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportError);
    const { fault, examples } = failure as ImportError;
    expect(fault).toMatchObject({ code: 'misfit-lines', field: 'rating', wrong: 1, read: 2 });
    expect(examples[0]).toMatchObject({ file: 't.csv', line: 1, found: 'a,x,abc' });
  });

  it('widens a scale that the first lines had made too narrow', async () => {
    const rows = Array.from({ length: 300 }, (_, k) => `u${k},x,${k < 150 ? 4 : 8}`).join('\n');
    const { halfStars, scale, notes } = await read(rows, COMMA, PLAIN, scaleOf('five'));
    expect(scale).toMatchObject({ id: 'ten' });
    expect(new Set(halfStars)).toEqual(new Set([4, 8]));
    expect(notes).toContainEqual({ code: 'scale-widened', from: 'five', to: 'ten' });
    // One mistyped rating changes no scale: it is left out.
    const typo = await read(
      `${rows.replaceAll(',8', ',3')}\nz,x,55\n`,
      COMMA,
      PLAIN,
      scaleOf('five'),
    );
    expect(typo.scale).toMatchObject({ id: 'five' });
    expect(typo.account).toMatchObject({ read: 300, leftOut: { wrong: 1 } });
  });

  it('loses no line silently: read and left out are all lines', async () => {
    const cell = fc.string().map((text) => text.replace(/[",\r\n]/g, ''));
    const row = fc.tuple(cell, cell, fc.constantFrom('1', '5', 'x', '', '12', '-1', '0'));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), async (rows) => {
        const text = `${rows.map((cells) => cells.join(',')).join('\n')}\n`;
        try {
          const { account } = await read(text, COMMA);
          expect(account.lines).toBe(rows.length);
          expect(account.read + leftOutOf(account)).toBe(rows.length);
          for (const count of Object.values(account.leftOut)) expect(count).toBeGreaterThan(-1);
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

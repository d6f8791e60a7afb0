import { describe, expect, it } from 'vitest';
import { CsvError, parseRatingsCsv } from '../../src/data/csv';
import { decadeIndex, genreMask, genreNames, parseGenres } from '../../src/data/genres';
import { displayTitle, splitYear } from '../../src/data/titles';

describe('displayTitle', () => {
  it.each([
    ['Matrix, The', 'The Matrix'],
    ['Fish Called Wanda, A', 'A Fish Called Wanda'],
    ["Avventura, L'", "L'Avventura"],
    ['Name of the Rose, The (Name der Rose, Der)', 'The Name of the Rose (Der Name der Rose)'],
    ['Seven (a.k.a. Se7en)', 'Seven (a.k.a. Se7en)'],
    [
      'City of Lost Children, The (Cité des enfants perdus, La)',
      'The City of Lost Children (La Cité des enfants perdus)',
    ],
    ['I, Robot', 'I, Robot'],
    ['Crouching Tiger, Hidden Dragon', 'Crouching Tiger, Hidden Dragon'],
    ['Corporation, The (a.k.a. Firm, The)', 'The Corporation (a.k.a. The Firm)'],
  ])('%s is shown as %s', (given, shown) => {
    expect(displayTitle(given)).toBe(shown);
  });
});

describe('splitYear', () => {
  it('takes the year off the end, and only there', () => {
    expect(splitYear('Toy Story (1995)')).toEqual({ title: 'Toy Story', year: 1995 });
    expect(splitYear('Series (2004-2007)')).toEqual({ title: 'Series', year: 2004 });
    expect(splitYear('Blade Runner 2049')).toEqual({ title: 'Blade Runner 2049', year: 0 });
  });
});

describe('genres', () => {
  it('reads names into bits and back, leaving out what is no genre', () => {
    expect(genreNames(parseGenres('Sci-Fi|Action|(no genres listed)'))).toEqual([
      'Action',
      'Sci-Fi',
    ]);
    expect(parseGenres('(no genres listed)')).toBe(0);
    expect(genreMask([0, 15])).toBe(parseGenres('Action|Sci-Fi'));
  });

  it('puts years into decades', () => {
    expect([0, 1902, 1930, 1939, 1940, 1999, 2016, 2031].map(decadeIndex)).toEqual([
      -1, 0, 0, 0, 1, 6, 8, 8,
    ]);
  });
});

describe('parseRatingsCsv', () => {
  const header = '"movieId","title","year","genres","userId","rating","timestamp"';

  it('reads quoted titles, NA, and dense indices in order of appearance', () => {
    const raw = parseRatingsCsv(
      [
        header,
        '31,"Good, the ""Bad"", The",1995,"Drama",9,2.5,1',
        '7,NA,NA,"Comedy|War",9,5,1',
        '31,"x",1,"y",4,1,1',
      ].join('\r\n'),
    );
    expect(raw.movies).toEqual([
      { id: 31, title: 'The Good, the "Bad"', year: 1995, genres: parseGenres('Drama') },
      { id: 7, title: 'Movie 7', year: 0, genres: parseGenres('Comedy|War') },
    ]);
    expect(raw.user).toEqual([0, 0, 1]);
    expect(raw.item).toEqual([0, 1, 0]);
    expect(raw.halfStars).toEqual([5, 10, 2]);
  });

  it.each([
    ['a missing column', '"movieId","title"\n1,"a"', 1, 'missing year,genres,userId,rating'],
    ['no ratings', header, 1, 'no ratings'],
    ['a rating out of range', `${header}\n1,"a",1990,"Drama",1,5.5,1`, 2, "rating is '5.5'"],
    ['a rating that is none', `${header}\n1,"a",1990,"Drama",1,good,1`, 2, "rating is 'good'"],
    ['a short line', `${header}\n1,"a",1990,"Drama",1,5,1\n1,"a"`, 3, '2 fields, expected 7'],
    ['a bad identifier', `${header}\nx1,"a",1990,"Drama",1,5,1`, 2, "movieId is 'x1'"],
  ])('names the line of %s', (_, text, line, message) => {
    const attempt = () => parseRatingsCsv(text);
    expect(attempt).toThrow(CsvError);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow(`line ${line}:`);
  });
});

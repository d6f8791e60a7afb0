import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/data/import';
import { loadBundledDataset } from '../../../scripts/lib/dataset';
import { titleFinder } from '../../../src/data/taste/match';
import { filmOfLine, listAsCsv, onOneScale } from '../../../src/data/taste/pasted';
import { readFilms } from '../../../src/data/taste/read-films';
import { zipSync } from 'fflate';
import { quiet, sourceOf } from '../import/sources';

const film = (title: string, year = '', rating = '') => ({ title, year, rating });

describe('a pasted list', () => {
  it('is read line by line, with years and ratings where they are', () => {
    expect(filmOfLine('The Matrix (1999), 4.5')).toEqual(film('The Matrix', '1999', '4.5'));
    expect(filmOfLine('The Good, the Bad and the Ugly (1966), 5')).toEqual(film('The Good, the Bad and the Ugly', '1966', '5')); // prettier-ignore
    expect(filmOfLine('Alien [1979] 9/10')).toEqual(film('Alien', '1979', '9/10'));
    expect(filmOfLine('2. Amélie ★★★★')).toEqual(film('Amélie', '', '★★★★'));
    expect(filmOfLine('Blade Runner 2049')).toEqual(film('Blade Runner 2049'));
    expect(filmOfLine('Heat, 1995')).toEqual(film('Heat', '1995'));
    expect(filmOfLine('- Se7en')).toEqual(film('Se7en'));
    expect(filmOfLine('1917 (2019)')).toEqual(film('1917', '2019'));
  });

  it('is one person’s list, whatever it holds', async () => {
    for (const text of [
      'The Matrix (1999), 5\nAlien (1979), 3\nHeat (1995), 4',
      'The Matrix\nAlien\nHeat',
    ]) {
      // prettier-ignore
      const recognised = await recognise([sourceOf('your list', listAsCsv(text), 999)]);
      if (recognised.kind !== 'one-person') throw new Error(`is ${recognised.kind}`);
      const { films, lines, leftOut } = await readFilms(recognised.own, quiet);
      expect(films.map(({ title }) => title)).toEqual(['The Matrix', 'Alien', 'Heat']);
      // What a person counts: the lines that were written, no header of ours.
      expect([lines, leftOut]).toEqual([3, 0]);
      expect(films.every(({ stars, liked }) => (stars === null) === liked)).toBe(true);
    }
  });
});

describe('a line that a catalogue is asked about', () => {
  it('may end in a year and a rating in any usual order, unless it is a title', async () => {
    const isTitle = titleFinder((await loadBundledDataset()).movies);
    const lines: [line: string, title: string, year?: string, rating?: string][] = [
      ['Toy Story 1995', 'Toy Story', '1995'],
      ['Amelie 4.5', 'Amelie', '', '4.5'],
      ['The Matrix - 5', 'The Matrix', '', '5'],
      ['Inception 2010 5', 'Inception', '2010', '5'],
      ['Heat 4/5', 'Heat', '', '4/5'],
      ['Heat 8/10', 'Heat', '', '8/10'],
      ['Heat ★★★★', 'Heat', '', '★★★★'],
      ['★★★★ Heat', 'Heat', '', '★★★★'],
      ['Heat 4 (1995)', 'Heat', '1995', '4'],
      ['Star Wars 1977 5', 'Star Wars', '1977', '5'],
      ['2012', '2012'],
      ['2012 2009 4', '2012', '2009', '4'],
      ['1984', '1984'],
      ['Se7en', 'Se7en'],
      ['300', '300'],
      ['Apollo 13', 'Apollo 13'],
      ['District 9', 'District 9'],
      ['Blade Runner 2049', 'Blade Runner 2049'],
      ['2001: A Space Odyssey', '2001: A Space Odyssey'],
      // One of a row of films that the catalogue does not have, as long as no other line ends in a number.
      ['Toy Story 4', 'Toy Story 4'],
      ['黑客帝国', '黑客帝国'],
    ];
    for (const [line, title, year, rating] of lines) {
      expect(filmOfLine(line, isTitle), line).toEqual(film(title, year, rating));
    }
    expect(filmOfLine('Apollo 13 5', isTitle, true)).toEqual(film('Apollo 13', '', '5'));
    expect(listAsCsv('Heat 4\nApollo 13 5', isTitle)).toContain('"Apollo 13","","5"');
  });

  it('is rated on one scale with the others', () => {
    expect(onOneScale(['4', '8/10', '★★★½', '80%', '', '4,5'])).toEqual(['4', '4', '3.5', '4', '', '4.5']); // prettier-ignore
    expect(onOneScale(['9', '4/5', '★★★'])).toEqual(['9', '8', '6']);
  });
});

const letterboxd = {
  'letterboxd-ann/profile.csv': 'Date Joined,Username,Given Name,Favorite Films\n2020-01-01,ann,Ann,"a, b"\n',
  'letterboxd-ann/ratings.csv': 'Date,Name,Year,Letterboxd URI,Rating\n2023-01-01,The Matrix,1999,https://boxd.it/a,4.5\n2023-01-02,Heat,1995,https://boxd.it/b,2\n',
  'letterboxd-ann/watched.csv': 'Date,Name,Year,Letterboxd URI\n2023-01-01,The Matrix,1999,x\n2023-01-01,Heat,1995,y\n2023-01-03,Alien,1979,z\n',
  'letterboxd-ann/diary.csv': 'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2023-01-01,The Matrix,1999,x,4.5,,,2023-01-01\n',
  'letterboxd-ann/watchlist.csv': 'Date,Name,Year,Letterboxd URI\n2023-01-01,Solaris,1972,x\n',
  'letterboxd-ann/likes/films.csv': 'Date,Name,Year,Letterboxd URI\n2023-01-01,Amélie,2001,x\n',
}; // prettier-ignore

describe('a film that a list names twice', () => {
  it('is one film, and its other line is named', async () => {
    const text = 'The Matrix (1999), 5\nHeat (1995), 4\nMatrix, The (1999), 3\nAlien (1979)';
    const recognised = await recognise([sourceOf('your list', listAsCsv(text), 999)]);
    if (recognised.kind === 'movielens') throw new Error('is MovieLens');
    const source = { ...recognised, name: recognised.source.name };
    const own = recognised.own.length > 0 ? recognised.own : [source];
    const { films, lines, again } = await readFilms(own, quiet);
    expect(films.length + again.length).toBe(lines);
    expect(again.map(({ title }) => title)).toHaveLength(1);
  });
});

describe('exports of one person', () => {
  const readOf = async (name: string, content: string | Uint8Array) => {
    const recognised = await recognise([sourceOf(name, content, 4096)]);
    if (recognised.kind !== 'one-person') throw new Error(`is ${recognised.kind}`);
    return readFilms(recognised.own, quiet);
  };
  const filmsOf = async (name: string, content: string | Uint8Array) =>
    (await readOf(name, content)).films;

  it('of Letterboxd: ratings and likes, not what was only watched or wished for', async () => {
    const files = Object.fromEntries(Object.entries(letterboxd).map(([name, text]) => [name, Buffer.from(text)])); // prettier-ignore
    const films = await filmsOf('letterboxd.zip', zipSync(files));
    expect(films).toEqual([
      { title: 'The Matrix', year: 1999, stars: 4.5, liked: false },
      { title: 'Heat', year: 1995, stars: 2, liked: false },
      { title: 'Amélie', year: 2001, stars: null, liked: true },
    ]);
  });

  it('of IMDb: the own rating, and no series', async () => {
    const { films, leftOut, others } = await readOf(
      'ratings.csv',
      'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors\n' +
        'tt0133093,9,2020-01-01,The Matrix,The Matrix,u,Movie,8.7,136,1999,"Action, Sci-Fi",2000000,1999-03-31,X\n' +
        'tt0903747,10,2020-01-02,Breaking Bad,Breaking Bad,u,TV Series,9.5,49,2008,Crime,2000000,2008-01-20,\n' +
        'tt0113277,4,2020-01-02,Heat,Heat,u,Movie,8.3,170,1995,Crime,700000,1995-12-15,Y\n',
    );
    expect(films).toEqual([
      { title: 'The Matrix', year: 1999, stars: 4.5, liked: false },
      { title: 'Heat', year: 1995, stars: 2, liked: false },
    ]);
    // What is left out is named, and counted as it is named.
    expect([leftOut, others]).toEqual([1, ['Breaking Bad']]);
  });

  it('of Trakt and TMDB', async () => {
    const trakt = [
      { rated_at: '2020-01-01T00:00:00.000Z', rating: 9, type: 'movie', movie: { title: 'The Matrix', year: 1999, ids: { trakt: 481, imdb: 'tt0133093' } } },
      { rated_at: '2020-01-02T00:00:00.000Z', rating: 4, type: 'movie', movie: { title: 'Heat', year: 1995, ids: { trakt: 7, imdb: 'tt0113277' } } },
    ]; // prettier-ignore
    const wanted = [
      { title: 'The Matrix', year: 1999, stars: 4.5, liked: false },
      { title: 'Heat', year: 1995, stars: 2, liked: false },
    ];
    expect(await filmsOf('ratings-movies.json', JSON.stringify(trakt))).toEqual(wanted);
    const tmdb =
      'TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n' +
      '603,tt0133093,movie,The Matrix,1999-03-30T00:00:00Z,,,8.2,9,2020-01-01T00:00:00Z\n' +
      '949,tt0113277,movie,Heat,1995-12-15T00:00:00Z,,,7.9,4,2020-01-01T00:00:00Z\n';
    expect(await filmsOf('ratings.csv', tmdb)).toEqual(wanted);
  });
});

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FilmCard, type FilmCardProps } from '../../../../app/components/film-card/FilmCard';
import { genreLooks } from '../../../../app/components/film-card/figures';
import { titleLines } from '../../../../app/components/film-card/lettering';
import { lookOf } from '../../../../app/components/film-card/look';
import { decadeLook } from '../../../../app/components/film-card/textures';
import { parseGenres } from '../../../../src/data/genres';
import { DECADES, GENRES } from '../../../../src/data/types';
import { loadBundledDataset } from '../../../../scripts/lib/dataset';

const alien = { title: 'Alien', year: 1979, genres: parseGenres('Horror|Sci-Fi') };
const drawn = (props: Partial<FilmCardProps>) =>
  renderToStaticMarkup(<FilmCard {...alien} detail="title" {...props} />);

describe('the card of a film', () => {
  it('is always the same for the same film', () => {
    expect(drawn({})).toBe(drawn({}));
    expect(lookOf(alien)).toEqual(lookOf({ ...alien }));
  });

  it('differs by title, year and genres', () => {
    const cards = [
      drawn({}),
      drawn({ title: 'Aliens' }),
      drawn({ year: 1986 }),
      drawn({ genres: parseGenres('Horror') }),
    ];
    expect(new Set(cards).size).toBe(cards.length);
  });

  it('has its year, however long its title', () => {
    for (const title of ['Alien', 'The Terminator', 'Lord of the Rings: The Two Towers']) {
      const card = drawn({ title });
      expect(card).toContain('>1979<');
      const heights = [...card.matchAll(/class="film-(?:line|year)" x="\d+" y="([\d.]+)"/g)].map(([, y]) => Number(y)); // prettier-ignore
      // Each line stands clear of the next: they are 6.7 units high.
      for (const [k, y] of heights.slice(1).entries()) expect(y - heights[k]).toBeGreaterThan(6.7);
    }
    expect(titleLines('Lord of the Rings: The Two Towers')).toHaveLength(3);
  });

  it('is different for every film of the bundled data that differs in what a card shows', async () => {
    const { movies } = await loadBundledDataset();
    const cards = new Map<string, string[]>();
    for (let item = 0; item < movies.count; item++) {
      const [title, year, genres] = [movies.title[item], movies.year[item], movies.genres[item]];
      // What a card is drawn from: to draw nine thousand takes a slow machine a minute.
      const { main, texture, ...look } = lookOf({ title, year, genres });
      const lines = titleLines(title);
      const card = [main.figure, main.hue, texture, Object.values(look), lines, year].join();
      cards.set(card, [...(cards.get(card) ?? []), `${title} ${year}`]);
    }
    // Long titles may end alike within three lines: never more than two of them on one card.
    const alike = [...cards.values()].filter((films) => new Set(films).size > 1);
    expect(alike.length).toBeLessThan(movies.count / 200);
    expect(Math.max(0, ...alike.map((films) => films.length))).toBeLessThanOrEqual(2);
  });

  it('has a figure for each genre and lines for each decade, no two alike', () => {
    const looks = GENRES.map((_, bit) => genreLooks(1 << bit)[0].figure);
    expect(new Set(looks).size).toBe(GENRES.length);
    const grounds = DECADES.map((year) => decadeLook(year));
    expect(new Set(grounds.map(({ texture }) => texture)).size).toBe(DECADES.length);
    expect(new Set(grounds.map(({ type }) => type)).size).toBe(DECADES.length);
    expect(decadeLook(1915)).toEqual(decadeLook(1938));
    expect(decadeLook(0).texture).toBe('');
  });

  it('draws the most telling genre large, and something where none is known', () => {
    const [horror, sciFi] = genreLooks(alien.genres);
    expect([horror, sciFi]).toEqual([
      genreLooks(parseGenres('Horror'))[0],
      genreLooks(parseGenres('Sci-Fi'))[0],
    ]);
    expect(genreLooks(parseGenres('Drama|Romance'))[0]).toBe(genreLooks(parseGenres('Romance'))[0]);
    expect(lookOf({ ...alien, genres: 0 }).second).toBeNull();
  });
});

describe('the lettering of a card', () => {
  it('breaks titles between words and says where one goes on', () => {
    expect(titleLines('Alien')).toEqual(['Alien']);
    expect(titleLines('The Silence of the Lambs')).toEqual(['The Silence', 'of the', 'Lambs']);
    expect(titleLines('Crouching Tiger, Hidden Dragon (Wo hu cang long)')).toEqual([
      'Crouching',
      'Tiger,',
      'Hidden…',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { matchFilms, type Film } from '../../../src/data/taste/match';
import { meanError, tasteOf } from '../../../src/data/taste/support';
import { titleKey, titleKeys } from '../../../src/data/taste/title-keys';

const film = (title: string, year = 0, stars: number | null = 4): Film => ({
  title,
  year,
  stars,
  liked: false,
});
const CATALOGUE: [string, number][] = [
  ['The Matrix', 1999],
  ['Seven (a.k.a. Se7en)', 1995],
  ['City of God (Cidade de Deus)', 2002],
  ['Amélie (Le fabuleux destin d’Amélie Poulain)', 2001],
  ['Rocky II', 1979],
  ['Star Wars: Episode IV - A New Hope', 1977],
  ['King Kong', 1933],
  ['King Kong', 1976],
  ['King Kong', 2005],
  ['Les Misérables', 1998],
  ['Fast & Furious', 2009],
];
const catalogue = {
  count: CATALOGUE.length,
  title: CATALOGUE.map(([title]) => title),
  year: CATALOGUE.map(([, year]) => year),
};
const only = (title: string, year = 0) => {
  const { found } = matchFilms([film(title, year)], catalogue);
  return found[0] === undefined ? null : CATALOGUE[found[0].item].join(' ');
};

describe('titles', () => {
  it('are the same whatever sites make of articles, accents, signs and numerals', () => {
    expect(titleKey('Matrix, The')).toBe(titleKey('The Matrix'));
    expect(titleKey('Les Misérables')).toBe(titleKey('Misérables, Les'));
    expect(titleKey('Rocky II')).toBe(titleKey('Rocky 2'));
    expect(titleKey('Star Trek VI: The End')).toBe(titleKey('Star Trek 6 - The End'));
    expect(titleKey('Fast & Furious')).toBe(titleKey('Fast and furious'));
    expect(titleKeys('Seven (a.k.a. Se7en) (1995)')).toEqual(['seven', 'se7en']);
    expect(titleKey('I, Robot')).toBe('i robot');
  });
});

describe('matchFilms', () => {
  it('finds a film by any of its titles, and a year off by one', () => {
    expect(only('Matrix, The', 1999)).toBe('The Matrix 1999');
    expect(only('the matrix', 2000)).toBe('The Matrix 1999');
    expect(only('Se7en', 1995)).toMatch(/^Seven/);
    expect(only('Cidade de Deus', 2002)).toMatch(/^City/);
    expect(only('Le Fabuleux Destin d’Amelie Poulain', 2001)).toMatch(/^Amélie/);
    expect(only('Rocky 2', 1979)).toMatch(/^Rocky/);
    expect(only('Star Wars', 1977)).toMatch(/^Star Wars/);
    expect(only('Fast and Furious', 2009)).toMatch(/^Fast/);
  });

  it('takes another film of the same title for another film', () => {
    expect(only('The Matrix', 2021)).toBeNull();
    expect(only('King Kong', 1976)).toBe('King Kong 1976');
  });

  it('asks where several may be meant, and counts every film once', () => {
    const films = [film('King Kong'), film('The Matrix', 1999), film('Matrix', 1999), film('Nowhere')]; // prettier-ignore
    const { found, unsure, unmatched, repeated } = matchFilms(films, catalogue);
    expect(unsure[0].items).toEqual([6, 7, 8]);
    expect(unmatched.map(({ title }) => title)).toEqual(['Nowhere']);
    expect(found.length + unsure.length + unmatched.length + repeated.length).toBe(films.length);
    expect(repeated.map(({ title }) => title)).toEqual(['Matrix']);
  });
});

describe('tasteOf', () => {
  const found = Array.from({ length: 40 }, (_, item) => ({
    item,
    film: film(`f${item}`, 2000, (1 + (item % 10)) / 2),
  }));

  it('keeps a quarter back, and parts likes at the own median', () => {
    const { stars, likes, heldOut, median } = tasteOf(found, 64);
    expect(heldOut).toHaveLength(10);
    expect(stars).toHaveLength(30);
    const told = new Set(stars.map(({ item }) => item));
    expect(heldOut.some(({ item }) => told.has(item))).toBe(false);
    expect(likes.every(({ label }, k) => (label === 1) === stars[k].label >= median)).toBe(true);
    expect(tasteOf(found, 8).stars).toHaveLength(8);
  });

  it('takes a list without ratings as liked', () => {
    const liked = found.map(({ item, film: f }) => ({
      item,
      film: { ...f, stars: null, liked: true },
    }));
    const { stars, heldOut, unrated } = tasteOf(liked, 64);
    expect(new Set(stars.map(({ label }) => label))).toEqual(new Set([4.5]));
    expect(heldOut).toEqual([]);
    expect(unrated).toBe(40);
  });

  it('takes what is only liked as a like, however high the ratings beside it', () => {
    const fives = found.slice(0, 3).map((entry) => ({ ...entry, film: film('f', 2000, 5) }));
    const liked = { item: 9, film: { ...film('g', 2000, null), liked: true } };
    const { likes, unrated } = tasteOf([...fives, liked], 64);
    expect(likes.every(({ label }) => label === 1)).toBe(true);
    expect([likes.length, unrated]).toEqual([4, 1]);
  });

  it('measures in stars, within what stars can be', () => {
    expect(meanError([{ item: 0, label: 5 }, { item: 1, label: 1 }], [9, 2])).toBe(0.5); // prettier-ignore
  });
});

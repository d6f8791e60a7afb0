import { expect, it } from 'vitest';
import { genreOfFilms } from '../../../app/store/genre-of-films';
import { catalogue } from '../support/engine-page';

const films = (...items: number[]) => items.map((item) => ({ item, label: 1 }));
/** Comedies are the items 1, 6, 11 and so on. */
const comedy = (...items: number[]) => ({ genre: 'comedy', items: films(...items) });
const own = { genre: 'comedy', items: films(1, 6, 11) };

it('names the genre as long as one of its own films is there, and before any is', () => {
  expect(genreOfFilms(comedy(6, 2, 3), { ownSupport: own, catalogue })).toBe('comedy');
  expect(genreOfFilms(comedy(), { ownSupport: own, catalogue })).toBe('comedy');
});

it('names none where the visitor chose all, even films of that genre', () => {
  expect(genreOfFilms(comedy(2, 3), { ownSupport: own, catalogue })).toBeNull();
  expect(genreOfFilms(comedy(16, 21), { ownSupport: own, catalogue })).toBeNull();
});

it('goes by the genre where its own films are not known, as in a link', () => {
  const war = { genre: 'war', items: films(2, 7) };
  expect(genreOfFilms(comedy(16, 2), { ownSupport: war, catalogue })).toBe('comedy');
  expect(genreOfFilms(comedy(2, 3), { ownSupport: null, catalogue })).toBeNull();
  expect(genreOfFilms(comedy(2, 3), { ownSupport: null, catalogue: null })).toBe('comedy');
});

it('names none of a new visitor', () => {
  const visitor = { genre: null, items: films(1) };
  expect(genreOfFilms(visitor, { ownSupport: own, catalogue })).toBeNull();
});

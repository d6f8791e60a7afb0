/** The search on the bundled catalogue, whose order is that of how often a film was rated. */
import { beforeAll, describe, expect, it } from 'vitest';
import { genreCalled } from '../../../../app/components/search/genre-called';
import { findTitles, indexTitles, type TitleIndex } from '../../../../app/components/search/match';
import { distance, findNear, indexWords, type NearIndex } from '../../../../app/components/search/near'; // prettier-ignore
import { pickers } from '../../../../app/strings/en/pickers';
import { loadBundledDataset } from '../../../../scripts/lib/dataset';
import type { Dataset } from '../../../../src/data/types';

let dataset: Dataset;
let index: TitleIndex;
let near: NearIndex;
beforeAll(async () => {
  dataset = await loadBundledDataset();
  index = indexTitles(dataset.movies.title, dataset.movies.year);
  near = indexWords(index);
});
const titles = (items: readonly number[]) => items.map((item) => dataset.movies.title[item]);
const find = (typed: string) => titles(findTitles(index, typed));
const nearTo = (typed: string) => titles(findNear(near, typed));

describe('titles that match', () => {
  it('come in the order of how they match, then of how well known they are', () => {
    expect(find('2012')[0]).toBe('2012');
    expect(find('toy').slice(0, 5)).toEqual(['Toy Story', 'Toy Story 2', 'Toy Story 3', 'Toys', 'The Toy']); // prettier-ignore
    expect(find('the').slice(0, 3)).toEqual(['The Shawshank Redemption', 'The Silence of the Lambs', 'The Matrix']); // prettier-ignore
    expect(find('it')[0]).toBe('It');
    expect(find('godfather')[0]).toBe('The Godfather');
    expect(find('the toy')[0]).toBe('The Toy');
    // A title in which it stands inside a word comes last.
    expect(find('matrix').at(-1)).toBe('The Animatrix');
  });
});

describe('titles that are near', () => {
  it.each([
    ['matirx', 'The Matrix'],
    ['shawshenk', 'The Shawshank Redemption'],
    ['harry poter', 'Harry Potter and the Sorcerer'],
    ['godfater', 'The Godfather'],
    ['schindlers lits', 'Schindler'],
    ['spiderman', 'Spider-Man'],
    ['sea biscuit', 'Seabiscuit'],
    ['intersteler', 'Interstellar'],
  ])('to %s begin with %s', (typed, title) => {
    expect(find(typed)).toEqual([]);
    expect(nearTo(typed)[0].startsWith(title)).toBe(true);
  });

  it('are none where nothing is near', () => {
    expect(nearTo('qwertyuiop')).toEqual([]);
    expect(nearTo('zz')).toEqual([]);
  });

  it('counts letters that changed places once', () => {
    expect(distance('matirx', 'matrix', 2)).toBe(1);
    expect(distance('poter', 'potter', 1)).toBe(1);
    expect(distance('shawshen', 'shawshank', 2, true)).toBe(1);
    expect(distance('abc', 'xyz', 1)).toBe(2);
  });
});

it('knows a genre that is typed as a title', () => {
  const nameOf = (typed: string) => genreCalled(typed, dataset.scenarios, pickers.also)?.id ?? null;
  expect(nameOf('sci fi')).toBe('sci-fi');
  expect(nameOf('science fiction')).toBe('sci-fi');
  expect(nameOf('documentaries')).toBe('documentary');
  expect(nameOf('matirx')).toBeNull();
  expect(nameOf('')).toBeNull();
});

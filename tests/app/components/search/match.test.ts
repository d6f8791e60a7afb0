import { describe, expect, it } from 'vitest';
import { findTitles, indexTitles, plain } from '../../../../app/components/search/match';

const TITLES = [
  'The Matrix',
  'Amélie (Fabuleux destin d’Amélie Poulain, Le)',
  'Alien',
  'Aliens',
  'My Stepmother Is an Alien',
  'Shaun of the Dead',
  'Dawn of the Dead',
  'Dawn of the Dead',
  'Se7en (a.k.a. Seven)',
  'WALL·E',
  'Romeo + Juliet',
  'A.I. Artificial Intelligence',
];
const YEARS = [1999, 2001, 1979, 1986, 1988, 2004, 1978, 2004, 1995, 2008, 1996, 2001];
const index = indexTitles(TITLES, YEARS);
const find = (typed: string) => findTitles(index, typed).map((item) => TITLES[item]);

describe('finding titles', () => {
  it.each([
    ['matrix', 'The Matrix'],
    ['the matrix', 'The Matrix'],
    ['Matrix, The', 'The Matrix'],
    ['amelie', TITLES[1]],
    ['AMÉLIE', TITLES[1]],
    ['seven', TITLES[8]],
    ['wall e', 'WALL·E'],
    ['romeo juliet', 'Romeo + Juliet'],
    ['ai art', 'A.I. Artificial Intelligence'],
    ['dead shaun', 'Shaun of the Dead'],
  ])('finds %s', (typed, title) => {
    expect(find(typed)[0]).toBe(title);
  });

  it('puts the title that is so first, then those that start so, then the others', () => {
    expect(find('alien')).toEqual(['Alien', 'Aliens', 'My Stepmother Is an Alien']);
  });

  it('tells films of one name apart by year', () => {
    expect(findTitles(index, 'dawn of the dead 2004')).toEqual([7]);
  });

  it('finds nothing for nothing', () => {
    expect(find('')).toEqual([]);
    expect(find('  ,,')).toEqual([]);
    expect(find('zzz')).toEqual([]);
  });

  it('reads any text', () => {
    expect(plain('L’Été — À BOUT!')).toBe('lete a bout');
  });
});

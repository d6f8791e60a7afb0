import { expect, it } from 'vitest';
import { looksAlike } from '../../../../app/components/film-view/unit-films';

const films = (most: number[], least: number[]) => {
  const named = (values: number[]) => values.map((value, item) => ({ item, value }));
  return { films: 500, most: named(most), least: named(least) };
};

it('a number that reads the same for every film is no list of largest and smallest', () => {
  expect(looksAlike(films([0.8712, 0.8711, 0.871], [0.8691, 0.8692, 0.87]))).toBe(true);
  expect(looksAlike(films([], []))).toBe(true);
  expect(looksAlike(films([0.88, 0.87], [0.87, 0.87]))).toBe(false);
  expect(looksAlike(films([0.001], [-0.001]))).toBe(true);
});

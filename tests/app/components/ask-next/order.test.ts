import { describe, expect, it } from 'vitest';
import { candidatesOf, nextFilm, standing } from '../../../../app/components/ask-next/order';

const rated = (item: number) => ({ item, label: 4 });

describe('what can be asked about', () => {
  it('is what is known and not rated', () => {
    expect(candidatesOf(5, [rated(1), rated(3)])).toEqual([0, 2, 4]);
  });

  it('is the first that was neither rated nor skipped', () => {
    const turns = [{ item: 7, isRated: false }];
    expect(nextFilm([7, 5, 9], turns, [rated(5)])).toBe(9);
    expect(nextFilm([7, 5], turns, [rated(5)])).toBeNull();
  });

  it('forgets the turn of a rating that was taken away elsewhere', () => {
    const turns = [
      { item: 7, isRated: true },
      { item: 8, isRated: false },
      { item: 9, isRated: true },
    ];
    expect(standing(turns, [rated(9)])).toEqual(turns.slice(1));
  });
});

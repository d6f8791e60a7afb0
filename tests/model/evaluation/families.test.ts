import { describe, expect, it } from 'vitest';
import type { FamilyEpisode } from '../../../src/data/families/episodes';
import { createRandom } from '../../../src/data/random';
import { firstOf, judge, LIST } from '../../../src/model/evaluation/families';

const A = new Set([1, 2, 3, 4]);
const B = new Set([4, 5, 6]);

const episode: FamilyEpisode = {
  family: 'two-tastes',
  id: 'a|b',
  support: [],
  tastes: [A, B],
  users: [
    { user: 0, likes: [[1, 2], [5, 6]], excluded: new Set() },
    { user: 1, likes: [[3, 4], [4, 5]], excluded: new Set() },
  ],
}; // prettier-ignore

describe('judging an episode', () => {
  it('pools the tastes for recall, and means over people before it takes the worse half', () => {
    const row = judge(episode, [[1, 5, 9, 8], [3, 4, 1, 9]]); // prettier-ignore
    // First person: 2 of 4 likes, 1 of 2 in each. Second: likes 3, 4, 5: two of three; both of A, one of B.
    expect(row.recall).toBeCloseTo((2 / 4 + 2 / 3) / 2, 10);
    expect(row.tastes).toEqual([(1 / 2 + 2 / 2) / 2, (1 / 2 + 1 / 2) / 2]);
    expect(row.worse).toBe(0.5);
    // In A or B: 2 of 4 and 3 of 4. Of A 1 and 3, of B 1 and 1.
    expect(row.inside).toBeCloseTo((2 / 4 + 3 / 4) / 2, 10);
    expect(row.smaller).toBeCloseTo((1 / 4 + 1 / 4) / 2, 10);
    expect(row.against).toBeUndefined();
  });

  it('counts what is not wanted', () => {
    const butNot = { ...episode, family: 'but-not' as const, against: new Set([9, 8]) };
    expect(judge(butNot, [[1, 5, 9, 8], [3, 4, 1, 9]]).against).toBeCloseTo((2 / 4 + 1 / 4) / 2); // prettier-ignore
  });
});

it('lists the best candidates, none of the excluded', () => {
  const items = Uint32Array.from({ length: 60 }, (_, i) => i);
  const scores = Float32Array.from(items, (i) => -i);
  const list = firstOf(scores, items, { excluded: new Set([0, 3]) }, createRandom(1));
  expect(list).toHaveLength(LIST);
  expect(list.slice(0, 4)).toEqual([1, 2, 4, 5]);
});

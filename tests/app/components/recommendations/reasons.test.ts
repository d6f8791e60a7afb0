import { describe, expect, it } from 'vitest';
import { against, reasonOf, speakers } from '../../../../app/components/recommendations/reasons';
import { strings } from '../../../../app/strings/en';
import type { AdaptationSlice, Answer } from '../../../../app/store/adaptation';

/** Support movies 7 and 9, recommendations 100 to 103. */
const answer = {
  setting: 'scenario',
  support: { items: [{ item: 7, label: 1 }, { item: 9, label: 0 }] }, // prettier-ignore
} as unknown as Answer;
// Rows: without 7, without 9. Film 100 falls farther without 9, 101 only without 7, 102 would rise.
const leftOut = {
  answer,
  effect: {
    items: Uint32Array.of(100, 101, 102, 103),
    rankChange: Int32Array.of(2, 5, -4, 0, 8, 0, -1, 0),
    points: [null, null],
    contextShift: Float32Array.of(0, 0),
  },
};

describe('which support movie speaks for a recommendation', () => {
  it('is the one without which it falls farthest, and none where it would not fall', () => {
    expect([...speakers(leftOut, answer)]).toEqual([
      [100, { item: 9, label: 0 }],
      [101, { item: 7, label: 1 }],
    ]);
  });

  it('is not known of another answer', () => {
    expect(speakers(leftOut, { ...answer }).size).toBe(0);
    expect(speakers(null, answer).size).toBe(0);
  });
});

describe('the words for it', () => {
  it('say whether the movie was liked, disliked, or how it was rated', () => {
    const words = strings.recommendations;
    const of = (label: number, setting: 'scenario' | 'user') =>
      reasonOf({ item: 9, label }, 'Jaws', setting, words);
    expect(of(1, 'scenario')).toBe('because of Jaws');
    expect(of(0, 'scenario')).toBe('because you disliked Jaws');
    expect(of(1, 'user')).toBe('because you gave Jaws ★ 1');
  });
});

describe('how stars differ from those without a support set', () => {
  const visitor = (scores: number[]) =>
    ({
      setting: 'user',
      support: { items: [{ item: 7, label: 5 }] },
      adaptation: { steps: 0, scores: Float32Array.from(scores) },
    }) as unknown as Answer;
  const unadaptedStars = {
    scores: Float32Array.of(4.08, 4.6, 3),
    steps: 0,
    variant: { setting: 'user' },
  } as unknown as NonNullable<AdaptationSlice['unadaptedStars']>;

  it('is the difference of what is shown: a tenth, and no more than five stars', () => {
    const given = visitor([4.52, 5.7, 2.96]);
    expect(against(0, given, unadaptedStars)).toBe(0.4);
    expect(against(1, given, unadaptedStars)).toBe(0.4);
    expect(against(2, given, unadaptedStars)).toBe(0);
  });

  it('is not known of other parameters, of a genre, or without ratings', () => {
    const given = visitor([4, 4, 4]);
    expect(against(0, given, { ...unadaptedStars, steps: 9 })).toBeNull();
    expect(against(0, { ...given, setting: 'scenario' }, unadaptedStars)).toBeNull();
    expect(
      against(0, { ...given, support: { genre: null, items: [] } }, unadaptedStars),
    ).toBeNull();
    expect(against(0, given, null)).toBeNull();
  });
});

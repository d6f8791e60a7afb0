import { describe, expect, it } from 'vitest';
import { effectWithout, pointWithout } from '../../../../app/components/support-set/left-out';
import type { Answer } from '../../../../app/store/adaptation';

/** Support movies 7 and 9; 25 recommendations, of which the effect of leaving either out is known. */
function state() {
  const answer = {
    support: { items: [{ item: 7, label: 1 }, { item: 9, label: 1 }] }, // prettier-ignore
    adaptation: { context: Float32Array.of(3, 4) },
  } as unknown as Answer;
  const items = Uint32Array.from({ length: 25 }, (_, k) => 100 + k);
  const rankChange = new Int32Array(50);
  // Without 9: the first falls just out of twenty, the second to its end, and the 25th rises.
  rankChange.set([20, 18], 25);
  rankChange[49] = -20;
  const points: [number, number][] = [[1, 2], [3, 4]]; // prettier-ignore
  const contextShift = Float32Array.of(0.5, 10);
  return { answer, leftOut: { answer, effect: { items, rankChange, contextShift, points } } };
}

describe('what a support movie is for', () => {
  it('counts who leaves the first twenty, and measures the way of the context', () => {
    const { answer, leftOut } = state();
    expect(effectWithout(leftOut, answer, 7)).toEqual({ shift: 0.1, leaving: 0, of: 20 });
    expect(effectWithout(leftOut, answer, 9)).toEqual({ shift: 2, leaving: 1, of: 20 });
  });

  it('says nothing of another answer, another movie, or none', () => {
    const { answer, leftOut } = state();
    expect(effectWithout(leftOut, { ...answer }, 7)).toBeNull();
    expect(effectWithout(leftOut, answer, 8)).toBeNull();
    expect(effectWithout(leftOut, answer, null)).toBeNull();
    expect(effectWithout(null, answer, 7)).toBeNull();
    expect(pointWithout(leftOut, answer, 8)).toBeNull();
    expect(pointWithout(leftOut, { ...answer }, 7)).toBeNull();
  });

  it('knows where on the map the context would be', () => {
    const { answer, leftOut } = state();
    expect(pointWithout(leftOut, answer, 9)).toEqual([3, 4]);
  });

  it('does not measure against a context of no length', () => {
    const { answer, leftOut } = state();
    answer.adaptation.context.fill(0);
    expect(effectWithout(leftOut, answer, 7)?.shift).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { listed, movement, NEW, rankTable, UNKNOWN, withRest } from '../../../app/store/ranking';
import { scaleOf } from '../../../app/store/scale';

const order = (...items: number[]) => Uint32Array.from(items);
const reference = (items: number[], support: number[] = []) => ({
  order: order(...items),
  scores: new Float32Array(6),
  support,
});

describe('ranks and movement', () => {
  it('lists what is neither hidden nor outside', () => {
    const list = listed(order(5, 4, 3, 2, 1, 0), new Set([4]), new Set([5, 4, 1, 0]));
    expect([...list]).toEqual([5, 1, 0]);
    expect([...rankTable(list, 6)]).toEqual([3, 2, 0, 0, 0, 1]);
  });

  it('counts places gained and lost', () => {
    const list = order(2, 0, 1);
    expect([...movement(list, reference([0, 1, 2]), new Set(), null)]).toEqual([2, -1, -1]);
  });

  it('does not let everything rise because a movie above was taken into the support set', () => {
    const hidden = new Set([0]);
    const list = listed(order(0, 1, 2, 3), hidden, null);
    expect([...movement(list, reference([0, 1, 2, 3]), hidden, null)]).toEqual([0, 0, 0]);
  });

  it('calls what comes back from the support set new', () => {
    const list = order(0, 1, 2);
    const moves = movement(list, reference([0, 1, 2], [0]), new Set(), null);
    expect([...moves]).toEqual([NEW, -1, -1]);
  });

  it('compares within the scope', () => {
    const within = new Set([1, 3]);
    const list = listed(order(3, 2, 1, 0), new Set(), within);
    expect([...movement(list, reference([0, 1, 2, 3]), new Set(), within)]).toEqual([1, -1]);
  });

  it('keeps the places of a recorded ranking that names only some movies', () => {
    const recorded = reference([UNKNOWN, UNKNOWN, 4, UNKNOWN]);
    expect([...movement(order(4, 5), recorded, new Set(), null)]).toEqual([2, NEW]);
  });
});

describe('a first answer over some movies', () => {
  it('is followed by the others as they were', () => {
    const some = {
      order: order(2, 4, UNKNOWN, UNKNOWN, UNKNOWN),
      scores: Float32Array.of(NaN, NaN, 9, NaN, 8),
    };
    const rest = { order: order(0, 4, 1, 2, 3), scores: Float32Array.of(5, 4, 3, 2, 4.5) };
    const { order: all, scores } = withRest(some, rest);
    expect([...all]).toEqual([2, 4, 0, 1, 3]);
    expect([...scores]).toEqual([5, 4, 9, 2, 8]);
  });

  it('has a scale of what is known', () => {
    const some = {
      order: order(2, 4, 1, UNKNOWN, UNKNOWN),
      scores: Float32Array.of(NaN, 1, 9, NaN, 8),
    };
    expect(scaleOf(some)).toEqual({ low: 8, high: 9 });
  });
});

/** The people of a map of users, as the tasks that its dots belong to. */
import type { Scenario } from '../../../src/data/types';

/** @param heldOut by user, 1 where training never saw them */
export const usersOf = (heldOut: Uint8Array, name: (n: number) => string): Scenario[] =>
  Array.from(heldOut, (isHeldOut, user) => ({
    id: `user:${user}`,
    name: name(user + 1),
    genres: [],
    family: 'other',
    fold: isHeldOut ? 'metaTest' : 'metaTrain',
    items: new Uint32Array(0),
  }));

/** Global popularity: every candidate by how often it was interacted with. No adaptation. */
import { SETTINGS } from '../../kinds';
import type { Recommender, System, TrainingRoom } from '../systems';
import { knownInteractions } from './known-interactions';

/** `[items]` interactions that the setting lets a system know. */
export function itemCounts(room: Pick<TrainingRoom, 'dataset' | 'setting'>): Float32Array {
  const counts = new Float32Array(room.dataset.movies.count);
  for (const item of knownInteractions(room.dataset, room.setting).item) counts[item]++;
  return counts;
}

/** One score an item, the same for every user: `[users, items]`. */
export function sameForAll(
  users: ArrayLike<number>,
  items: Uint32Array,
  scoreOf: (item: number) => number,
): Float32Array {
  const row = Float32Array.from(items, scoreOf);
  const scores = new Float32Array(users.length * items.length);
  for (let u = 0; u < users.length; u++) scores.set(row, u * items.length);
  return scores;
}

export const popularity: System = {
  id: 'popularity',
  name: 'Global popularity',
  settings: SETTINGS,
  trained: false,
  async train(room): Promise<Recommender> {
    const counts = itemCounts(room);
    return {
      ordersOnly: true,
      score: async (_, users, items) => sameForAll(users, items, (item) => counts[item]),
    };
  },
};

/**
 * Which panels are in sight. What only serves the others is neither computed nor drawn: the engine
 * asks `isSeen` before it asks the model, and panels read the store through `useSeen`, which keeps
 * what they show as it is until they come back.
 */
import type { StateCreator } from 'zustand';
import type { AppState } from './state';

export interface SightSlice {
  /** Names of panels that are out of sight; one that was never looked at counts as seen. */
  outOfSight: ReadonlySet<string>;
  /** Says whether a panel is in sight. */
  see(panel: string, isSeen: boolean): void;
}

export const isSeen = ({ outOfSight }: SightSlice, panel: string): boolean =>
  !outOfSight.has(panel);

export const createSightSlice: StateCreator<AppState, [], [], SightSlice> = (set) => ({
  outOfSight: new Set(),
  see: (panel, seen) =>
    set((state) => {
      if (isSeen(state, panel) === seen) return {};
      const others = [...state.outOfSight].filter((name) => name !== panel);
      return { outOfSight: new Set(seen ? others : [...others, panel]) };
    }),
});

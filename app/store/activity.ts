/** What the visitor has done that no other slice remembers; lessons look at it. */
import type { StateCreator } from 'zustand';
import type { AppState } from './state';

export interface ActivitySlice {
  /** Races run to the end. */
  raceRuns: number;
  noteRaceRun(): void;
}

export const createActivitySlice: StateCreator<AppState, [], [], ActivitySlice> = (set) => ({
  raceRuns: 0,
  noteRaceRun: () => set(({ raceRuns }) => ({ raceRuns: raceRuns + 1 })),
});

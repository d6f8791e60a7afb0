/** Whether the page opens with its first game: on a first visit, by an address that asks for nothing else. */
import type { StateCreator } from 'zustand';
import { remember, remembered } from './preferences';
import type { AppState } from './state';

export interface OpeningSlice {
  /** The opening is on the page. */
  opening: boolean;
  /** Somebody has played with the page on this machine before. */
  beenHere: boolean;
  /** The address asks for nothing: a first visit starts with the opening. */
  welcome(): void;
  /** From the next page load on this is a visitor who comes back. */
  noteVisit(): void;
  /** Ends the opening, for good on this machine. */
  leaveOpening(): void;
}

/** Tests and pictures of the workbench set it too. */
export const BEEN_HERE = 'cmml.been-here';

export const createOpeningSlice: StateCreator<AppState, [], [], OpeningSlice> = (set) => ({
  opening: false,
  beenHere: remembered(BEEN_HERE) === 'yes',
  welcome: () => set(({ beenHere }) => ({ opening: !beenHere })),
  noteVisit: () => remember(BEEN_HERE, 'yes'),
  leaveOpening: () => {
    remember(BEEN_HERE, 'yes');
    set({ opening: false });
  },
});

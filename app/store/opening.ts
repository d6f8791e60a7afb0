/** Whether the page opens with its first game: on a first visit, by an address that asks for nothing else. */
import type { StateCreator } from 'zustand';
import type { SupportItem } from '../protocol/vocabulary';
import { returned, type Lent } from './lent';
import { remember, remembered } from './preferences';
import type { AppState } from './state';
import { admitted, replaced } from './support-history';

export interface OpeningSlice {
  /** The opening is on the page. */
  opening: boolean;
  /** What a stranger's ratings stand in place of; null: the page has none of a stranger. */
  lent: Lent | null;
  /** Somebody has played with the page on this machine before. */
  beenHere: boolean;
  /** The address asks for nothing: a first visit starts with the opening. */
  welcome(): void;
  /** From the next page load on this is a visitor who comes back. */
  noteVisit(): void;
  /** Shows the model a stranger's ratings in place of the visitor's, until `takeBack`. */
  lend(given: readonly SupportItem[]): void;
  /**
   * Puts back the ratings that were there before the stranger. The setting stays until the opening ends:
   * it is the visitor's turn in the same game.
   */
  takeBack(): void;
  /** Ends the opening, and with it what was lent; for good on this machine. */
  leaveOpening(): void;
}

/** Tests and pictures of the workbench set it too. */
export const BEEN_HERE = 'cmml.been-here';

export const createOpeningSlice: StateCreator<AppState, [], [], OpeningSlice> = (set) => ({
  opening: false,
  lent: null,
  beenHere: remembered(BEEN_HERE) === 'yes',
  welcome: () => set(({ beenHere }) => ({ opening: !beenHere })),
  noteVisit: () => remember(BEEN_HERE, 'yes'),
  lend: (given) =>
    set((state) => {
      const own = { ...state, ...returned(state) };
      const { items } = own.support.user;
      const there = { ...own, ...admitted(own), setting: 'user' as const };
      return {
        ...there,
        ...replaced(there, { genre: null, items: given }, true),
        lent: { given, setting: own.setting, items },
        supportCause: 'visitor',
      };
    }),
  takeBack: () =>
    set((state) => ({
      ...returned(state),
      setting: state.setting,
      lent: state.lent && { ...state.lent, given: [] },
    })),
  leaveOpening: () => {
    remember(BEEN_HERE, 'yes');
    set((state) => ({ ...returned(state), opening: false }));
  },
});

/** Whether the page opens with its first game: on a first visit, by an address that asks for nothing else. */
import type { StateCreator } from 'zustand';
import type { SupportItem } from '../protocol/vocabulary';
import { withoutStranger, type Stranger } from './stranger';
import { remember, remembered } from './preferences';
import type { AppState } from './state';
import { withIncoming, replaced } from './support-history';

export interface OpeningSlice {
  /** The opening is on the page. */
  opening: boolean;
  /** A stranger's ratings on the page, and the visitor's own that they replace; null: there are none. */
  stranger: Stranger | null;
  /** Somebody has played with the page on this machine before. */
  beenHere: boolean;
  /** The address asks for nothing: a first visit starts with the opening. */
  welcome(): void;
  /** From the next page load on this is a visitor who comes back. */
  noteVisit(): void;
  /** Shows the model a stranger's ratings in place of the visitor's, until `putBackOwn`. */
  showStranger(given: readonly SupportItem[]): void;
  /**
   * Puts back the ratings that were there before the stranger. The setting stays until the opening ends:
   * it is the visitor's turn in the same game.
   */
  putBackOwn(): void;
  /** Ends the opening, with the visitor's own ratings put back; for good on this machine. */
  leaveOpening(): void;
}

/** Tests and pictures of the workbench set it too. */
export const BEEN_HERE = 'cmml.been-here';

/** One person's list says nothing of where a film stood on another's: arrows begin anew. */
const noRankingBefore = { settled: null, reference: null };

export const createOpeningSlice: StateCreator<AppState, [], [], OpeningSlice> = (set) => ({
  opening: false,
  stranger: null,
  beenHere: remembered(BEEN_HERE) === 'yes',
  welcome: () => set(({ beenHere }) => ({ opening: !beenHere })),
  noteVisit: () => remember(BEEN_HERE, 'yes'),
  showStranger: (given) =>
    set((state) => {
      const own = { ...state, ...withoutStranger(state) };
      const { items } = own.support.user;
      const there = { ...own, ...withIncoming(own), setting: 'user' as const };
      return {
        ...there,
        ...replaced(there, { genre: null, items: given }, true),
        ...noRankingBefore,
        stranger: { given, setting: own.setting, items },
        supportCause: 'visitor',
      };
    }),
  putBackOwn: () =>
    set((state) => ({
      ...withoutStranger(state),
      ...noRankingBefore,
      setting: state.setting,
      stranger: state.stranger && { ...state.stranger, given: [] },
    })),
  leaveOpening: () => {
    remember(BEEN_HERE, 'yes');
    set((state) => ({ ...withoutStranger(state), opening: false }));
  },
});

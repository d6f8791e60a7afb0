/**
 * Which panels are in sight. What only serves the others is neither computed nor drawn: the engine
 * asks `isSeen` before it asks the model, and panels read the store through `useSeen`, which keeps
 * what they show as it is until they come back.
 */
import type { StateCreator } from 'zustand';
import type { AppState } from './state';

export interface VisibilitySlice {
  /** Names of panels that are out of sight; one that was never looked at counts as seen. */
  hiddenPanels: ReadonlySet<string>;
  /** Says whether a panel is in sight. */
  setPanelVisible(panel: string, isSeen: boolean): void;
}

export const isSeen = ({ hiddenPanels: outOfSight }: VisibilitySlice, panel: string): boolean =>
  !outOfSight.has(panel);

export const createVisibilitySlice: StateCreator<AppState, [], [], VisibilitySlice> = (set) => ({
  hiddenPanels: new Set(),
  setPanelVisible: (panel, seen) =>
    set((state) => {
      if (isSeen(state, panel) === seen) return {};
      const others = [...state.hiddenPanels].filter((name) => name !== panel);
      return { hiddenPanels: new Set(seen ? others : [...others, panel]) };
    }),
});

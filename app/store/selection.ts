/** What the visitor looks at: a movie, a scope, a view. */
import type { StateCreator } from 'zustand';
import type { AppState } from './state';

export type Scope = 'genre' | 'all';
export type BackboneView = 'film' | 'routes' | 'explain';

export interface SelectionSlice {
  /** The movie whose modulation is shown. */
  selected: number | null;
  /** The visitor chose it (rather than the page, which shows the first of the list). */
  selectedByVisitor: boolean;
  /** The support movie under the pointer or focus. */
  hoveredSupport: number | null;
  scope: Scope;
  view: BackboneView;
  lesson: string | null;
  select(item: number | null): void;
  /** Selects for the visitor, unless a movie was chosen. */
  suggest(item: number | null): void;
  /** The page selects again. */
  forgetChoice(): void;
  hoverSupport(item: number | null): void;
  setScope(scope: Scope): void;
  setView(view: BackboneView): void;
  setLesson(lesson: string | null): void;
}

export const createSelectionSlice: StateCreator<AppState, [], [], SelectionSlice> = (set) => ({
  selected: null,
  selectedByVisitor: false,
  hoveredSupport: null,
  scope: 'all',
  view: 'film',
  lesson: null,
  select: (selected) => set({ selected, selectedByVisitor: selected !== null }),
  suggest: (selected) => set(({ selectedByVisitor }) => (selectedByVisitor ? {} : { selected })),
  forgetChoice: () => set({ selectedByVisitor: false }),
  hoverSupport: (hoveredSupport) => set({ hoveredSupport }),
  setScope: (scope) => set({ scope }),
  setView: (view) => set({ view }),
  setLesson: (lesson) => set({ lesson }),
});

/** The support set of each setting, with undo: nothing the visitor made is ever thrown away. */
import type { StateCreator } from 'zustand';
import type { PageSetting, SupportItem } from '../workers/protocol';
import type { AppState } from './state';
import { sameSupport, type SupportEdit } from './support-edits';

export interface SupportSet {
  /** Scenario id in the genre setting; null for a new visitor. */
  genre: string | null;
  items: readonly SupportItem[];
}

interface History {
  past: SupportSet[];
  future: SupportSet[];
}

const MAX_HISTORY = 100;
const EMPTY_HISTORY: History = { past: [], future: [] };

export const DEFAULT_GENRE = 'horror+sci-fi';

export interface SupportSlice {
  support: Record<PageSetting, SupportSet>;
  history: Record<PageSetting, History>;
  /** The genre's own support set, to go back to; null until the worker has drawn it. */
  ownSupport: { genre: string; items: readonly SupportItem[] } | null;
  /** Pairs that are still on their way in after a genre was picked. */
  incoming: readonly SupportItem[];
  /** Who changed the support set last: what arrows are measured against depends on it. */
  supportCause: 'visitor' | 'stream';
  /** Changes the present support set; one entry of the undo history. */
  editSupport(edit: SupportEdit): void;
  /** Starts a support set for another genre; one entry of the undo history. */
  startGenre(genre: string): void;
  /** Lets the next incoming pair in, without an entry of its own in the history. */
  admit(): void;
  setIncoming(items: readonly SupportItem[]): void;
  /** Fills the present support set at once, as no edit of the visitor (links, the page's start). */
  fillSupport(items: readonly SupportItem[]): void;
  undo(): void;
  redo(): void;
}

type Parts = Pick<SupportSlice, 'support' | 'history'>;

/** Puts `next` in place of the present support set; `remember` makes it an undo step. */
function replaced(state: AppState, next: SupportSet, remember: boolean): Parts {
  const { setting } = state;
  const { past } = state.history[setting];
  const history = remember
    ? { past: [...past, state.support[setting]].slice(-MAX_HISTORY), future: [] }
    : state.history[setting];
  return {
    support: { ...state.support, [setting]: next },
    history: { ...state.history, [setting]: history },
  };
}

function travel(state: AppState, from: 'past' | 'future'): Partial<AppState> {
  const { setting } = state;
  const history = state.history[setting];
  const next = history[from].at(-1);
  if (!next) return {};
  const to = from === 'past' ? 'future' : 'past';
  return {
    incoming: [],
    supportCause: 'visitor',
    support: { ...state.support, [setting]: next },
    history: {
      ...state.history,
      [setting]: {
        [from]: history[from].slice(0, -1),
        [to]: [...history[to], state.support[setting]],
      } as unknown as History,
    },
  };
}

export const createSupportSlice: StateCreator<AppState, [], [], SupportSlice> = (set) => ({
  support: {
    genre: { genre: DEFAULT_GENRE, items: [] },
    newcomer: { genre: null, items: [] },
  },
  history: { genre: EMPTY_HISTORY, newcomer: EMPTY_HISTORY },
  ownSupport: null,
  incoming: [],
  supportCause: 'stream',
  editSupport: (edit) =>
    set((state) => {
      const present = state.support[state.setting];
      // An edit in the middle of a stream first lets the rest in: what was announced is not lost.
      const before = [...present.items, ...state.incoming];
      const items = edit(before);
      if (sameSupport(items, before)) return state;
      return {
        incoming: [],
        supportCause: 'visitor',
        ...replaced(state, { ...present, items }, true),
      };
    }),
  startGenre: (genre) =>
    set((state) => ({ supportCause: 'stream', ...replaced(state, { genre, items: [] }, true) })),
  admit: () =>
    set((state) => {
      const [first, ...rest] = state.incoming;
      if (!first) return state;
      const present = state.support[state.setting];
      const items = [...present.items, first];
      return { incoming: rest, ...replaced(state, { ...present, items }, false) };
    }),
  setIncoming: (incoming) => set({ incoming }),
  fillSupport: (items) =>
    set((state) => ({
      incoming: [],
      supportCause: 'stream',
      ...replaced(state, { ...state.support[state.setting], items }, false),
    })),
  undo: () => set((state) => travel(state, 'past')),
  redo: () => set((state) => travel(state, 'future')),
});

/** The support set of each setting, with undo of the last 100 edits. */
import type { StateCreator } from 'zustand';
import type { PageSetting, SupportItem } from '../protocol/vocabulary';
import type { VariantChoice } from './model';
import type { AppState } from './state';
import { sameSupport, type SupportEdit } from './support-edits';
import { replaced } from './support-history';

export interface SupportSet {
  /** Scenario id in the scenario setting; null in the user setting. */
  genre: string | null;
  items: readonly SupportItem[];
}

interface History {
  past: SupportSet[];
  future: SupportSet[];
}

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
  /** Lets the next incoming pairs in, without an entry of their own in the history. */
  admit(count: number): void;
  setIncoming(items: readonly SupportItem[]): void;
  /** Drops the pairs that are still on their way in. */
  stopStream(): void;
  /** The worker has drawn the own support set of `genre`; kept if that is still the one. */
  keepOwn(genre: string, items: readonly SupportItem[]): void;
  /** The last visit's genre is opened: its support set is still to come, and an answer with it. */
  awaitGenre(genre: string): void;
  /** A person's films that were taken last. */
  taken: readonly SupportItem[];
  /** What an address says of movies: genre, support set (null: nothing), selection (null: nothing). */
  placeMovies(placed: PlacedMovies): void;
  /** Model and support set of the setting that the page does not show now. */
  placeOther(setting: PageSetting, variant: VariantChoice | null, set: SupportSet): void;
  /** Fills the present support set at once, as no edit of the visitor (links, the page's start). */
  fillSupport(items: readonly SupportItem[]): void;
  /** Puts a person's films in both settings, and goes to the one of stars; an undo step in each. */
  takeTaste(stars: readonly SupportItem[], likes: readonly SupportItem[]): void;
  undo(): void;
  redo(): void;
}

export interface PlacedMovies {
  genre: string;
  items: readonly SupportItem[] | null;
  selected: number | null;
  cause: SupportSlice['supportCause'];
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
    scenario: { genre: DEFAULT_GENRE, items: [] },
    user: { genre: null, items: [] },
  },
  history: { scenario: EMPTY_HISTORY, user: EMPTY_HISTORY },
  ownSupport: null,
  incoming: [],
  supportCause: 'stream',
  taken: [],
  editSupport: (edit) =>
    set((state) => {
      const current = state.support[state.setting];
      // An edit in the middle of a stream first lets the rest in: what was announced is not lost.
      const before = [...current.items, ...state.incoming];
      const items = edit(before);
      if (sameSupport(items, before)) return state;
      return {
        incoming: [],
        supportCause: 'visitor',
        ...replaced(state, { ...current, items }, true),
      };
    }),
  startGenre: (genre) =>
    set((state) => ({
      waiting: true,
      supportCause: 'stream',
      ...replaced(state, { genre, items: [] }, true),
    })),
  admit: (count) =>
    set((state) => {
      const current = state.support[state.setting];
      const items = [...current.items, ...state.incoming.slice(0, count)];
      const incoming = state.incoming.slice(count);
      return { incoming, ...replaced(state, { ...current, items }, false) };
    }),
  setIncoming: (incoming) => set({ incoming }),
  stopStream: () => set({ incoming: [] }),
  keepOwn: (genre, items) =>
    set(({ support }) =>
      support.scenario.genre === genre ? { ownSupport: { genre, items } } : {},
    ),
  awaitGenre: (genre) =>
    set(({ support }) => ({
      waiting: true,
      opening: false,
      support: { ...support, scenario: { genre, items: [] } },
    })),
  placeMovies: ({ genre, items, selected, cause }) =>
    set(({ setting, support: before }) => {
      const support: SupportSlice['support'] = {
        ...before,
        scenario: { ...before.scenario, genre },
      };
      if (items) support[setting] = { ...support[setting], items };
      const choice = selected === null ? {} : { selected, selectedByVisitor: true };
      return { support, supportCause: cause, incoming: [], ...choice };
    }),
  placeOther: (setting, variant, placed) =>
    set(({ support, variants }) => ({
      variants: { ...variants, [setting]: variant ?? variants[setting] },
      support: { ...support, [setting]: placed },
    })),
  fillSupport: (items) =>
    set((state) => ({
      incoming: [],
      supportCause: 'stream',
      ...replaced(state, { ...state.support[state.setting], items }, false),
    })),
  takeTaste: (stars, likes) =>
    set((state) => {
      const genre = { ...state.support.scenario, items: likes };
      const inGenre = { ...state, setting: 'scenario' as const };
      const both = { ...state, ...replaced(inGenre, genre, true), setting: 'user' as const };
      return {
        incoming: [],
        supportCause: 'visitor',
        taken: stars,
        setting: 'user',
        ...replaced(both, { genre: null, items: stars }, true),
      };
    }),
  undo: () => set((state) => travel(state, 'past')),
  redo: () => set((state) => travel(state, 'future')),
});

/** How the visitor likes the page: remembered on this machine where storage is allowed. */
import type { StateCreator } from 'zustand';
import { DEFAULT_LANGUAGE, type Language } from '../strings/languages';
import type { AppState } from './state';

export type Theme = 'system' | 'light' | 'dark';

export interface PreferenceSlice {
  theme: Theme;
  language: Language;
  /** `?embed`: for classrooms, without header and lessons. */
  embed: boolean;
  /** Panels that a link hides. */
  hidden: readonly string[];
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
  /** Training goes on while the page's tab is hidden. */
  trainHidden: boolean;
  setTrainHidden(trainHidden: boolean): void;
}

const THEME = 'cmml.theme';
const TRAIN_HIDDEN = 'cmml.train-hidden';
const isTheme = (value: string | null): value is Theme =>
  value === 'system' || value === 'light' || value === 'dark';

/** What was remembered under `key`; null where storage is blocked or was never written. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is blocked or full: the choice still holds until the page is closed.
  }
}

function rememberedTheme(): Theme {
  const value = remembered(THEME);
  return isTheme(value) ? value : 'system';
}

export const createPreferenceSlice: StateCreator<AppState, [], [], PreferenceSlice> = (set) => ({
  theme: rememberedTheme(),
  language: DEFAULT_LANGUAGE,
  trainHidden: remembered(TRAIN_HIDDEN) === 'yes',
  embed: false,
  hidden: [],
  setTheme: (theme) => {
    remember(THEME, theme);
    set({ theme });
  },
  setLanguage: (language) => set({ language }),
  setTrainHidden: (trainHidden) => {
    remember(TRAIN_HIDDEN, trainHidden ? 'yes' : 'no');
    set({ trainHidden });
  },
});

/** How the visitor likes the page: remembered on this machine where storage is allowed. */
import type { StateCreator } from 'zustand';
import type { AppState } from './state';

export type Theme = 'system' | 'light' | 'dark';
export type Language = 'en' | 'zh';

export interface PreferenceSlice {
  theme: Theme;
  language: Language;
  /** `?embed`: for classrooms, without header and lessons. */
  embed: boolean;
  /** Panels that a link hides. */
  hidden: readonly string[];
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
}

const KEY = 'cmml.theme';
const isTheme = (value: string | null): value is Theme =>
  value === 'system' || value === 'light' || value === 'dark';

/** The remembered theme; `system` where storage is blocked or was never written. */
export function rememberedTheme(storage: () => Storage): Theme {
  try {
    const value = storage().getItem(KEY);
    return isTheme(value) ? value : 'system';
  } catch {
    return 'system';
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is blocked or full: the theme still holds until the page is closed.
  }
}

export const createPreferenceSlice: StateCreator<AppState, [], [], PreferenceSlice> = (set) => ({
  theme: rememberedTheme(() => localStorage),
  language: 'en',
  embed: false,
  hidden: [],
  setTheme: (theme) => {
    remember(theme);
    set({ theme });
  },
  setLanguage: (language) => set({ language }),
});

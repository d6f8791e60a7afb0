/** How the visitor likes the page: remembered on this machine where storage is allowed. */
import type { StateCreator } from 'zustand';
import { LANGUAGE_CODES, languageFor, type Language } from '../strings/languages';
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
  /** Several processor cores share a training step, where the machine has them to spare. */
  trainCores: boolean;
  setTrainCores(trainCores: boolean): void;
}

const THEME = 'cmml.theme';
const LANGUAGE = 'cmml.language';
const TRAIN_HIDDEN = 'cmml.train-hidden';
const TRAIN_CORES = 'cmml.train-cores';
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

/** What the visitor chose in the header, on this machine; undefined: nothing so far. */
export function chosenLanguage(): Language | undefined {
  const value = remembered(LANGUAGE);
  return LANGUAGE_CODES.find((code) => code === value);
}

/** What the browser asks for. Tests and scripts have none. */
export const browserLanguage = (): Language => languageFor(globalThis.navigator?.languages ?? []);

/** The language where the address names none. */
export const ownLanguage = (): Language => chosenLanguage() ?? browserLanguage();

export const createPreferenceSlice: StateCreator<AppState, [], [], PreferenceSlice> = (set) => ({
  theme: rememberedTheme(),
  language: ownLanguage(),
  trainHidden: remembered(TRAIN_HIDDEN) === 'yes',
  trainCores: remembered(TRAIN_CORES) !== 'no',
  embed: false,
  hidden: [],
  setTheme: (theme) => {
    remember(THEME, theme);
    set({ theme });
  },
  setLanguage: (language) => {
    remember(LANGUAGE, language);
    set({ language });
  },
  setTrainHidden: (trainHidden) => {
    remember(TRAIN_HIDDEN, trainHidden ? 'yes' : 'no');
    set({ trainHidden });
  },
  setTrainCores: (trainCores) => {
    remember(TRAIN_CORES, trainCores ? 'yes' : 'no');
    set({ trainCores });
  },
});

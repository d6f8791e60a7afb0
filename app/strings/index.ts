/** The words of the page, in the visitor's language. English is there at once; others come by `speak.ts`. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { strings as english } from './en';
import { DEFAULT_LANGUAGE, type Language } from './languages';

export type Strings = typeof english;

const current = createStore<{ language: Language; strings: Strings }>(() => ({
  language: DEFAULT_LANGUAGE,
  strings: english,
}));

/** Puts words of another language on screen; `speak.ts` finds them. */
export const show = (language: Language, strings: Strings): void =>
  current.setState({ language, strings });

export function useStrings(): Strings {
  return useStore(current, (state) => state.strings);
}

/** The language of the words on screen, for what is no component. */
export const currentLanguage = (): Language => current.getState().language;

/** The language of the words on screen: for number formats. */
export function useLanguage(): Language {
  return useStore(current, (state) => state.language);
}

/** The words of the page, in the visitor's language. English is there at once; others are lazy. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { strings as english } from './en';
import { DEFAULT_LANGUAGE, type Language } from './languages';

export type Strings = typeof english;

type Module = () => Promise<Strings>;

/** The words of the languages in `languages.ts`, each in a folder beside `en` with its shape. */
const LAZY = import.meta.glob(['./*/index.ts', '!./en/index.ts'], {
  import: 'strings',
}) as Record<string, Module>;

const current = createStore<{ language: Language; strings: Strings }>(() => ({
  language: DEFAULT_LANGUAGE,
  strings: english,
}));

/** The last language that was asked for: one that loads slowly must not replace a later wish. */
let wanted: Language = DEFAULT_LANGUAGE;

/** Loads and shows a language; the page stays as it is when that fails. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language === current.getState().language) return;
  const load = LAZY[`./${language}/index.ts`];
  const strings = language === DEFAULT_LANGUAGE ? english : await load?.().catch(() => undefined);
  if (!strings || wanted !== language) return;
  current.setState({ language, strings });
  document.documentElement.lang = language;
  document.title = `${strings.common.title} ${strings.common.subtitle}`;
}

export function useStrings(): Strings {
  return useStore(current, (state) => state.strings);
}

/** The language of the words on screen, for what is no component. */
export const currentLanguage = (): Language => current.getState().language;

/** The language of the words on screen: for number formats. */
export function useLanguage(): Language {
  return useStore(current, (state) => state.language);
}

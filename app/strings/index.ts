/** The words of the page, in the visitor's language. English is there at once; others are lazy. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { strings as english } from './en';

export type Strings = typeof english;

type Module = () => Promise<Strings>;

/** Languages that exist: a folder beside `en` with the same shape is all it takes. */
const LAZY = import.meta.glob(['./*/index.ts', '!./en/index.ts'], {
  import: 'strings',
}) as Record<string, Module>;

const present = createStore<{ language: string; strings: Strings }>(() => ({
  language: 'en',
  strings: english,
}));

export const LANGUAGES: readonly string[] = [
  'en',
  ...Object.keys(LAZY).map((path) => path.split('/')[1]),
];

/** The last language that was asked for: one that loads slowly must not replace a later wish. */
let wanted = 'en';

/** Loads and shows a language; the page stays as it is when that fails. */
export async function speak(language: string): Promise<void> {
  wanted = language;
  if (language === present.getState().language) return;
  const load = LAZY[`./${language}/index.ts`];
  const strings = language === 'en' ? english : await load?.().catch(() => undefined);
  if (!strings || wanted !== language) return;
  present.setState({ language, strings });
  document.documentElement.lang = language;
  document.title = `${strings.common.title} ${strings.common.subtitle}`;
}

export function useStrings(): Strings {
  return useStore(present, (state) => state.strings);
}

/** The language of the words on screen: for number formats. */
export function useLanguage(): string {
  return useStore(present, (state) => state.language);
}

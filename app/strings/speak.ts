/** Changes the language of the page. Of Vite's making: what also runs in Node must not come here. */
import { currentLanguage, show, type Strings } from '.';
import { strings as english } from './en';
import { DEFAULT_LANGUAGE, type Language } from './languages';

type Module = () => Promise<Strings>;

/** The words of the languages in `languages.ts`, each in a folder beside `en` with its shape. */
const LAZY = import.meta.glob(['./*/index.ts', '!./en/index.ts'], {
  import: 'strings',
}) as Record<string, Module>;

/** The last language that was asked for: one that loads slowly must not replace a later wish. */
let wanted: Language = DEFAULT_LANGUAGE;

/** Loads and shows a language; the page stays as it is when that fails. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language === currentLanguage()) return;
  const load = LAZY[`./${language}/index.ts`];
  const strings = language === DEFAULT_LANGUAGE ? english : await load?.().catch(() => undefined);
  if (!strings || wanted !== language) return;
  show(language, strings);
  document.documentElement.lang = language;
  document.title = `${strings.common.title} ${strings.common.subtitle}`;
}

/**
 * The languages of the page, and the only place that lists them: the type, the address, the
 * header's control, the control library's locale and what the build keeps of it follow from this
 * table. No React and nothing of the page in here: the build reads it, too.
 */
export const LANGUAGES = {
  /** `name` is the language's own; `locale` is BCP 47, as the control library names its messages. */
  en: { name: 'English', locale: 'en-US' },
  zh: { name: '中文', locale: 'zh-CN' },
  es: { name: 'Español', locale: 'es-ES' },
} as const;

/** A language's code: its folder in `app/strings`, its `?lang=`, the page's `lang` attribute. */
export type Language = keyof typeof LANGUAGES;

/** In the order of the header's control. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

/** What the page starts with, and what stands in where another language cannot be loaded. */
export const DEFAULT_LANGUAGE = 'en' satisfies Language;

const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

/** The first of a browser's languages, most wanted first, that the page has. */
export const languageFor = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? DEFAULT_LANGUAGE;

export const LOCALES = LANGUAGE_CODES.map((code) => LANGUAGES[code].locale);

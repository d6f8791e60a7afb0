/** The words of panels below the fold: they come with the panel, not with the page. */
import { use } from 'react';
import { lazy as english } from './en/lazy';
import { useLanguage } from './index';
import { DEFAULT_LANGUAGE, type Language } from './languages';

export type LazyStrings = typeof english;

/** Other languages, with the shape of English. */
const LAZY = import.meta.glob(['./*/lazy.ts', '!./en/lazy.ts'], {
  import: 'lazy',
}) as Record<string, () => Promise<LazyStrings>>;

const loaded = new Map<string, Promise<LazyStrings>>();

/** Where a language cannot be loaded, English is better than nothing. */
export function loadLazyStrings(language: Language): Promise<LazyStrings> {
  const words =
    loaded.get(language) ??
    (LAZY[`./${language}/lazy.ts`]?.() ?? Promise.resolve(english)).catch(() => english);
  loaded.set(language, words);
  return words;
}

/** Suspends while another language than English is on its way. */
export function useLazyStrings(): LazyStrings {
  const language = useLanguage();
  return language === DEFAULT_LANGUAGE ? english : use(loadLazyStrings(language));
}

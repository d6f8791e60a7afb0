/** The words of panels below the fold: they come with the panel, not with the page. */
import { use } from 'react';
import { later as english } from './en/later';
import { useLanguage } from './index';

export type LaterStrings = typeof english;

/** Other languages, with the shape of English. */
const LAZY = import.meta.glob(['./*/later.ts', '!./en/later.ts'], {
  import: 'later',
}) as Record<string, () => Promise<LaterStrings>>;

const loaded = new Map<string, Promise<LaterStrings>>();

/** Where a language cannot be loaded, English is better than nothing. */
function load(language: string): Promise<LaterStrings> {
  const words =
    loaded.get(language) ??
    (LAZY[`./${language}/later.ts`]?.() ?? Promise.resolve(english)).catch(() => english);
  loaded.set(language, words);
  return words;
}

/** Suspends while another language than English is on its way. */
export function useLaterStrings(): LaterStrings {
  const language = useLanguage();
  return language === 'en' ? english : use(load(language));
}

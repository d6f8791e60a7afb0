/** The lessons' prose by language, one chunk a language. */
import type { LessonText } from './lesson';
import type { Language } from '../store/preferences';

export type LessonTexts = Readonly<Record<string, LessonText>>;

export const loadTexts: Record<Language, () => Promise<LessonTexts>> = {
  en: () => import('./texts-en').then((module) => module.TEXTS),
  zh: () => import('./texts-zh').then((module) => module.TEXTS),
};

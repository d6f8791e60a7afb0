/** The lessons' prose by language: `texts-<code>.ts`, one chunk a language. */
import type { LessonTexts } from './lesson';
import type { Language } from '../strings/languages';

const TEXTS = import.meta.glob('./texts-*.ts', { import: 'TEXTS' }) as Record<
  string,
  () => Promise<LessonTexts>
>;

export const loadTexts = (language: Language): Promise<LessonTexts> =>
  TEXTS[`./texts-${language}.ts`]();

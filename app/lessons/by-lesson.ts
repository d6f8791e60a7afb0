import type { LessonText, LessonTexts } from './lesson';

/** Prose by lesson id, from modules by path: `./film/en.tsx` is that of the lesson `film`. */
export function byLesson(modules: Record<string, unknown>): LessonTexts {
  return Object.fromEntries(
    Object.entries(modules).map(([path, text]) => [path.split('/')[1], text as LessonText]),
  );
}

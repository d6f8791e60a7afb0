import { byLesson } from './by-lesson';

export const TEXTS = byLesson(import.meta.glob('./*/en.tsx', { eager: true, import: 'en' }));

import { byLesson } from './by-lesson';

export const TEXTS = byLesson(import.meta.glob('./*/es.tsx', { eager: true, import: 'es' }));

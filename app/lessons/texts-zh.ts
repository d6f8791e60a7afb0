import { byLesson } from './by-lesson';

export const TEXTS = byLesson(import.meta.glob('./*/zh.tsx', { eager: true, import: 'zh' }));

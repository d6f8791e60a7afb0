/** The lessons in reading order. */
import type { Lesson } from './lesson';
import { coldStart } from './cold-start/lesson';
import { context } from './context/lesson';
import { episodes } from './episodes/lesson';
import { film } from './film/lesson';
import { gradients } from './gradients/lesson';
import { hybrid } from './hybrid/lesson';
import { limits } from './limits/lesson';
import { routes } from './routes/lesson';
import { tasks } from './tasks/lesson';
import { twoTastes } from './two-tastes/lesson';
import { weights } from './weights/lesson';

export const LESSONS: readonly Lesson[] = [
  coldStart,
  tasks,
  context,
  hybrid,
  weights,
  film,
  routes,
  episodes,
  gradients,
  twoTastes,
  limits,
];

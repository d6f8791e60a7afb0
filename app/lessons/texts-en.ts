import type { LessonTexts } from './texts';
import { en as coldStart } from './cold-start/en';
import { en as tasks } from './tasks/en';
import { en as context } from './context/en';
import { en as hybrid } from './hybrid/en';
import { en as weights } from './weights/en';
import { en as film } from './film/en';
import { en as routes } from './routes/en';
import { en as episodes } from './episodes/en';
import { en as gradients } from './gradients/en';
import { en as limits } from './limits/en';

export const TEXTS: LessonTexts = {
  'cold-start': coldStart,
  tasks,
  context,
  hybrid,
  weights,
  film,
  routes,
  episodes,
  gradients,
  limits,
};

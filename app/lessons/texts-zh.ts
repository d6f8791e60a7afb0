import type { LessonTexts } from './texts';
import { zh as coldStart } from './cold-start/zh';
import { zh as tasks } from './tasks/zh';
import { zh as context } from './context/zh';
import { zh as hybrid } from './hybrid/zh';
import { zh as weights } from './weights/zh';
import { zh as film } from './film/zh';
import { zh as routes } from './routes/zh';
import { zh as episodes } from './episodes/zh';
import { zh as gradients } from './gradients/zh';
import { zh as limits } from './limits/zh';

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

import type { Lesson } from '../lesson';
import { newlyLiked } from '../scene-change';
import { Challenge } from './Challenge';

export const coldStart: Lesson = {
  id: 'cold-start',
  Challenge,
  equation: String.raw`\htmlData{part=support}{\{(u,i)\}_h} \;\longrightarrow\; \htmlData{part=context}{C} \;\longrightarrow\; \htmlData{part=recommendations}{f(u,i)}`,
  async setUp(stage) {
    stage.chooseSetting('scenario');
    stage.scrollTo('support');
    await stage.chooseGenre('comedy+romance');
  },
  done: (now, then) => newlyLiked(now, then).length > 0,
};

import type { Lesson } from '../lesson';
import { newlyLiked } from '../scene-change';

export const coldStart: Lesson = {
  id: 'cold-start',
  equation: String.raw`\htmlData{part=support}{\{(u,i)\}_h} \;\longrightarrow\; \htmlData{part=context}{C} \;\longrightarrow\; \htmlData{part=recommendations}{f(u,i)}`,
  source: 'Section 2.1',
  setUp(stage) {
    stage.chooseSetting('genre');
    stage.chooseGenre('comedy+romance');
    stage.scrollTo('support');
  },
  done: (now, then) => newlyLiked(now, then).length > 0,
};

import type { Lesson } from '../lesson';
import { newlyLiked } from '../scene-change';

export const limits: Lesson = {
  id: 'limits',
  setUp(stage) {
    stage.chooseSetting('genre');
    stage.chooseGenre('horror+thriller');
    stage.scrollTo('support');
  },
  done: (now, then) => newlyLiked(now, then).length >= 3,
};

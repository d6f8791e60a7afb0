import type { Lesson } from '../lesson';
import { newlyLiked } from '../scene-change';

export const limits: Lesson = {
  id: 'limits',
  async setUp(stage) {
    stage.chooseSetting('scenario');
    stage.scrollTo('support');
    await stage.chooseGenre('horror+thriller');
  },
  done: (now, then) => newlyLiked(now, then).length >= 3,
};

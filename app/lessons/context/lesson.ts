import type { Lesson } from '../lesson';
import { onlyReordered } from '../scene-change';

export const context: Lesson = {
  id: 'context',
  equation: String.raw`\htmlData{part=context}{C} = \frac{1}{n} \sum_{k=1}^{n} f_{\theta_e}\big(\htmlData{part=support}{e_{u_k}, e_{i_k}, y_k}\big)`,
  async setUp(stage) {
    stage.chooseSetting('scenario');
    stage.chooseEncoder('mean');
    stage.scrollTo('context');
    await stage.chooseGenre('horror+thriller');
  },
  done: (now, then) => onlyReordered(now, then),
};

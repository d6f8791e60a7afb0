import type { Lesson } from '../lesson';

export const episodes: Lesson = {
  id: 'episodes',
  equation: String.raw`\ell = \max\!\big(0,\; 1 - \htmlData{part=recommendations}{f(u, i^+)} + \htmlData{part=recommendations}{f(u, i^-)}\big), \qquad \Theta \leftarrow \Theta - \alpha \nabla_{\Theta}\, \ell`,
  async setUp(stage) {
    stage.chooseSetting('scenario');
    stage.scrollTo('training');
  },
  done: (now, then) => now.steps > then.steps && now.evaluations > then.evaluations,
};

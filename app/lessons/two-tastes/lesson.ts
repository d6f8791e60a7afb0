import { TwoTastes } from '../../components/tastes';
import type { Lesson } from '../lesson';

export const twoTastes: Lesson = {
  id: 'two-tastes',
  Figure: TwoTastes,
  isWide: true,
  equation: String.raw`\htmlData{part=hybrid}{a(x)} = \textstyle\sum_k w_k(x)\, x_k, \qquad w_k(x) = \mathrm{softmax}_k\big(s\; \phi(x) \cdot \phi(x_k)\big)`,
  setUp(stage) {
    stage.chooseSetting('scenario');
    stage.likeTwoTastes();
    stage.scrollTo('support');
    return Promise.resolve();
  },
  done: (now, then) => now.disliked.length > then.disliked.length,
};

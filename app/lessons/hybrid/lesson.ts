import type { Lesson } from '../lesson';

export const hybrid: Lesson = {
  id: 'hybrid',
  equation: String.raw`\htmlData{part=hybrid}{C^h_{u,i}} = \htmlData{part=context}{C} \odot \{e_u, e_i\}`,
  async setUp(stage) {
    stage.chooseSetting('scenario');
    stage.scrollTo('modulation');
    await stage.chooseGenre('drama+war');
  },
  done: (now, then) => now.selected !== null && now.selected !== then.selected,
};

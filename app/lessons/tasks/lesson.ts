import type { Lesson } from '../lesson';

export const tasks: Lesson = {
  id: 'tasks',
  equation: String.raw`\min_{\Theta}\; \mathbb{E}_{T \sim P(\tau)} \Big[ \mathcal{L}_{\Theta}\big(D_T^{\text{query}} \mid \htmlData{part=support}{D_T^{\text{support}}}\big) \Big]`,
  async setUp(stage) {
    stage.chooseSetting('scenario');
    stage.scrollTo('support');
    await stage.chooseGenre('horror+sci-fi');
  },
  done: (now, then) => now.setting === 'scenario' && now.genre !== null && now.genre !== then.genre,
};

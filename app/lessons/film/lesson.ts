import type { Lesson } from '../lesson';

export const film: Lesson = {
  id: 'film',
  equation: String.raw`\htmlData{part=modulation}{\gamma_l, \beta_l} = f_{\theta_h}\big(\htmlData{part=hybrid}{C^h}\big), \qquad o_l = \htmlData{part=modulation}{\gamma_l} \odot \htmlData{part=backbone}{h_l} + \htmlData{part=modulation}{\beta_l}`,
  async setUp(stage) {
    stage.chooseSetting('scenario');
    stage.chooseModulation('film');
    stage.openTab('modulation');
    stage.scrollTo('modulation');
    await stage.chooseGenre('horror+sci-fi');
  },
  done: (now, then) =>
    now.selected !== null && now.selected !== then.selected && now.modulation === 'film',
};

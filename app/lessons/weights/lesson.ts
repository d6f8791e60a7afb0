import type { Lesson } from '../lesson';

export const weights: Lesson = {
  id: 'weights',
  equation: String.raw`\htmlData{part=modulation}{w_h, b_h} = f_{\theta_h}\big(\htmlData{part=hybrid}{C^h}\big), \qquad \htmlData{part=recommendations}{o_{ui}} = \htmlData{part=modulation}{w_h}^{\!\top} \htmlData{part=backbone}{h_{ui}} + \htmlData{part=modulation}{b_h}`,
  async setUp(stage) {
    stage.chooseSetting('scenario');
    stage.scrollTo('modulation');
    await stage.chooseGenre('mystery+thriller');
  },
  done: (now) => now.modulation === 'linear' || now.modulation === 'sigmoid',
};

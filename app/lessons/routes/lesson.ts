import type { Lesson } from '../lesson';
import { supportEdited } from '../scene-change';

export const routes: Lesson = {
  id: 'routes',
  equation: String.raw`\htmlData{part=modulation}{p^l_{i,j}} = \frac{\exp \sigma^l_{i,j}}{\sum_{j'} \exp \sigma^l_{i,j'}}, \qquad \htmlData{part=backbone}{o^l_i} = \sum_j \htmlData{part=modulation}{p^{l-1}_{i,j}}\, \mathrm{MLP}_\Phi\big(\htmlData{part=backbone}{o^{l-1}_j}\big)`,
  async setUp(stage) {
    stage.chooseSetting('scenario');
    stage.chooseModulation('soft');
    stage.openTab('modulation');
    stage.scrollTo('modulation');
    await stage.chooseGenre('drama+romance');
  },
  done: (now, then) =>
    now.modulation === 'soft' && (now.genre !== then.genre || supportEdited(now, then)),
};

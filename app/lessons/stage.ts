/** The workbench as lessons set it up. */
import { revealSmoothly } from '../components/common/reveal';
import { likeBoth } from '../components/tastes';
import { pairsOf } from '../components/tastes/tastes';
import { engine } from '../engine';
import { store } from '../store';
import type { Stage } from './lesson';
import { panelOf } from './parts';

export const stage: Stage = {
  chooseSetting: (setting) => store.getState().setSetting(setting),
  chooseGenre: (id) => engine.pickGenre(id),
  chooseModulation: (modulation) => store.getState().chooseVariant({ modulation }),
  chooseEncoder: (encoder) => store.getState().chooseVariant({ encoder }),
  chooseHybrid: (hybrid) => store.getState().chooseVariant({ hybrid }),
  likeTwoTastes: () => {
    const { catalogue } = store.getState();
    const [pair] = catalogue ? pairsOf(catalogue) : [];
    if (catalogue && pair) likeBoth(catalogue, pair);
  },
  openTab: (tab) => {
    const { modulation } = store.getState().variants[store.getState().setting];
    const picture = modulation === 'soft' ? 'routes' : 'film';
    store.getState().setView(tab === 'explain' ? 'explain' : picture);
  },
  scrollTo: (part) => revealSmoothly(panelOf(part)),
};

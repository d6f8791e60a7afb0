/** The workbench as lessons set it up. */
import { engine } from '../store/engine';
import { store } from '../store';
import type { Part, Stage } from './lesson';

const panel = (part: Part) => document.querySelector(`.panel[data-part~="${part}"]`);

export const stage: Stage = {
  chooseSetting: (setting) => store.getState().setSetting(setting),
  chooseGenre: (id) => engine.pickGenre(id),
  chooseModulation: (modulation) => store.getState().chooseVariant({ modulation }),
  chooseEncoder: (encoder) => store.getState().chooseVariant({ encoder }),
  chooseHybrid: (hybrid) => store.getState().chooseVariant({ hybrid }),
  openTab: (tab) => {
    const { modulation } = store.getState().variants[store.getState().setting];
    const picture = modulation === 'soft' ? 'routes' : 'film';
    store.getState().setView(tab === 'explain' ? 'explain' : picture);
  },
  scrollTo: (part) => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    panel(part)?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  },
};

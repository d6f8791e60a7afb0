import type { Lesson } from '../lesson';

export const gradients: Lesson = {
  id: 'gradients',
  equation: String.raw`\underbrace{O\big(m\,k\,(f + b)\big)}_{\text{k inner gradient steps}} \quad\text{against}\quad \underbrace{O(m\,f)}_{\text{one forward pass}}`,
  async setUp(stage) {
    stage.scrollTo('race');
  },
  done: (now, then) => now.raceRuns > then.raceRuns,
};

/** The scene that lessons judge, taken from the store. */
import { isLiked } from '../store/liking';
import type { AppState } from '../store/state';
import type { Scene } from './lesson';

export function sceneOf(state: AppState): Scene {
  const { setting } = state;
  const { genre, items } = state.support[setting];
  const liked = (label: number) => isLiked(setting, label);
  return {
    setting,
    genre,
    liked: items.filter((pair) => liked(pair.label)).map((pair) => pair.item),
    disliked: items.filter((pair) => !liked(pair.label)).map((pair) => pair.item),
    arriving: state.incoming.length,
    selected: state.selectedByVisitor ? state.selected : null,
    pinned: state.reference?.kind === 'pinned',
    tab: state.view === 'explain' ? 'explain' : 'modulation',
    ...state.variants[setting],
    steps: state.progress?.step ?? 0,
    evaluations: state.evaluations.length,
    raceRuns: state.raceRuns,
    intervened: state.answer?.adaptation.intervened ?? false,
  };
}

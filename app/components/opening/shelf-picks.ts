/** The films of the shelf as pairs of the present support set, whatever its setting. */
import { store } from '../../store';
import { isLiked, LOVED } from '../../store/liking';
import type { AppState } from '../../store/state';
import { remove, replace, sameSupport } from '../../store/support-edits';
import { addMovie } from '../common/useAddMovie';

type Present = Pick<AppState, 'setting' | 'support' | 'ownSupport' | 'incoming'>;

/** The genre's own support set is there, or on its way in: nobody chose those films. */
function isOwn({ setting, support, ownSupport, incoming }: Present): boolean {
  const { genre, items } = support[setting];
  if (setting !== 'scenario' || genre !== ownSupport?.genre) return false;
  return sameSupport([...items, ...incoming], ownSupport.items);
}

/** Items that the visitor likes, of the present setting. */
export function liked(state: Present): ReadonlySet<number> {
  if (isOwn(state)) return new Set();
  const { setting, support } = state;
  const { items } = support[setting];
  return new Set(items.filter(({ label }) => isLiked(setting, label)).map(({ item }) => item));
}

/** Puts a film in as one that is loved: in place of the genre's own films, beside the visitor's. */
export function pick(item: number): void {
  const state = store.getState();
  const label = LOVED[state.setting];
  if (isOwn(state)) state.editSupport(replace([{ item, label }]));
  else addMovie(item, label);
}

export function unpick(item: number): void {
  store.getState().editSupport(remove(item));
}

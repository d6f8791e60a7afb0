/** Support sets put in place of the present one, with or without a step of undo. */
import type { AppState } from './state';

const MAX_HISTORY = 100;

type Parts = Pick<AppState, 'support' | 'history'>;

/** Puts `next` in place of the present support set; `remember` makes it an undo step. */
export function replaced(
  state: AppState,
  next: AppState['support']['scenario'],
  remember: boolean,
): Parts {
  const { setting } = state;
  const { past } = state.history[setting];
  const history = remember
    ? { past: [...past, state.support[setting]].slice(-MAX_HISTORY), future: [] }
    : state.history[setting];
  return {
    support: { ...state.support, [setting]: next },
    history: { ...state.history, [setting]: history },
  };
}

/** All that is on its way in is there at once: it belongs to the present setting, and to no other. */
export function withIncoming(state: AppState): Partial<AppState> {
  const { setting, support, incoming } = state;
  if (incoming.length === 0) return {};
  const current = support[setting];
  const items = [...current.items, ...incoming];
  return { incoming: [], ...replaced(state, { ...current, items }, false) };
}

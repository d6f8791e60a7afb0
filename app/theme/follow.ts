/**
 * Puts the chosen theme on the root element in the store's own transition: whatever is drawn for it,
 * in effects of whichever component, finds its colours there already.
 */
import type { AppStore } from '../store';
import type { Theme } from '../store/preferences';

function apply(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

export function followTheme(store: AppStore): void {
  apply(store.getState().theme);
  store.subscribe(({ theme }, before) => {
    if (theme !== before.theme) apply(theme);
  });
}

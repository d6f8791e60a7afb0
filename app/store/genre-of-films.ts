/** Which genre films stand for: none, where the visitor chose all of them. */
import type { AppState } from './state';
import type { SupportSet } from './support';

type Known = Pick<AppState, 'ownSupport' | 'catalogue'>;

/**
 * The genre that a support set is of, by its id. null where it has films, and none is of those that the
 * genre begins with: its name would speak for films that nobody took from it. Of a link whose genre was
 * never opened here those are not known; then any film of the genre counts.
 */
export function genreOfFilms(
  { genre, items }: SupportSet,
  { ownSupport, catalogue }: Known,
): string | null {
  if (genre === null || items.length === 0) return genre;
  const scenario = catalogue?.scenarioOfId.get(genre);
  const isOwnKnown = ownSupport?.genre === genre;
  if (!isOwnKnown && !(catalogue && scenario)) return genre;
  const own = isOwnKnown
    ? new Set(ownSupport.items.map(({ item }) => item))
    : catalogue!.itemsOf(scenario!);
  return items.some(({ item }) => own.has(item)) ? genre : null;
}

/** Of the films on the page, and those on their way in. */
export const currentGenre = (state: AppState): string | null => {
  const { genre, items } = state.support[state.setting];
  return genreOfFilms({ genre, items: [...items, ...state.incoming] }, state);
};

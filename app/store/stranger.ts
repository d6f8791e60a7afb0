/** A stranger's ratings on the page in place of the visitor's: only for as long as the game with them lasts. */
import type { PageSetting, SupportItem } from '../protocol/vocabulary';
import type { AppState } from './state';
import type { SupportSet } from './support';
import { MAX_SUPPORT, sameSupport } from './support-edits';

/** The stranger's ratings, and what comes back after them. */
export interface Stranger {
  /** The stranger's; empty: the visitor's own are back, and the game is not over. */
  given: readonly SupportItem[];
  /** The visitor's own. */
  setting: PageSetting;
  items: readonly SupportItem[];
}

const holds = (items: readonly SupportItem[], { item, label }: SupportItem): boolean =>
  items.some((pair) => pair.item === item && pair.label === label);

const isOf = ({ items }: Pick<SupportSet, 'items'>, given: readonly SupportItem[]): boolean =>
  items.some((pair) => holds(given, pair));

/** Whether the present support set has ratings of the stranger. */
export const showsStranger = ({ stranger, setting, support }: AppState): boolean =>
  stranger !== null && setting === 'user' && isOf(support.user, stranger.given);

/**
 * What was there before the stranger's ratings, setting and undo steps too. What the visitor added to
 * them stays, and so does a setting that was chosen meanwhile.
 */
export function withoutStranger(state: AppState): Partial<AppState> {
  const { stranger, support, history, setting } = state;
  if (!stranger) return {};
  const current = support.user;
  const own = current.items.filter(
    (pair) => !holds(stranger.given, pair) && !holds(stranger.items, pair),
  );
  const kept = stranger.items.filter(({ item }) => own.every((pair) => pair.item !== item));
  const items = isOf(current, stranger.given)
    ? [...kept, ...own].slice(0, MAX_SUPPORT)
    : current.items;
  const isVisitors = (set: SupportSet) => !isOf(set, stranger.given);
  const past = history.user.past.filter(isVisitors);
  if (past.length > 0 && sameSupport(past.at(-1)!.items, items)) past.pop();
  const future = history.user.future.filter(isVisitors);
  return {
    stranger: null,
    setting: setting === 'user' && own.length === 0 ? stranger.setting : setting,
    support: { ...support, user: { ...current, items } },
    history: { ...history, user: { past, future } },
  };
}

/** The setting that the page will be in once the game is over. */
export const settingAfter = (state: AppState): PageSetting =>
  withoutStranger(state).setting ?? state.setting;

/** Which movies the list shows: none of the support set, and of the genre only where that is chosen. */
import type { Answer } from './adaptation';
import type { Catalogue } from './catalogue';
import { listed } from './ranking';
import type { Scope } from './selection';
import type { AppState } from './state';

/** Items of the scope, or null for all. */
export function scopeItems(
  scope: Scope,
  answer: Answer,
  catalogue: Catalogue | null,
): ReadonlySet<number> | null {
  if (scope === 'all' || answer.setting !== 'scenario') return null;
  const scenario = catalogue?.scenarioOfId.get(answer.support.genre ?? '');
  return scenario && catalogue ? catalogue.itemsOf(scenario) : null;
}

type Shown = Pick<AppState, 'scope' | 'catalogue'>;

/** The best movie that the visitor could be shown; null: the list is empty. */
export function firstListed({ scope, catalogue }: Shown, answer: Answer): number | null {
  const hidden = answer.support.items.map((pair) => pair.item);
  const within = scopeItems(scope, answer, catalogue);
  return listed(answer.adaptation.order, hidden, within)[0] ?? null;
}

/** Whether the list of `answer` shows a movie. */
export function isListed({ scope, catalogue }: Shown, answer: Answer, item: number): boolean {
  if (answer.support.items.some((pair) => pair.item === item)) return false;
  return scopeItems(scope, answer, catalogue)?.has(item) ?? true;
}

/**
 * What the arrows of the list are measured against: a complete ranking, or there is none. Only whole
 * answers change it; a first answer over some movies shows no arrows.
 */
import type { Adaptation } from '../protocol/adapter';
import { rankingOf, type Answer, type Reference } from '../store/adaptation';
import type { AppState } from '../store/state';
import { sameSupport } from '../store/support-edits';

type Known = Pick<AppState, 'reference' | 'pinned' | 'settled' | 'free' | 'supportCause'>;
type Next = Pick<Answer, 'setting' | 'support' | 'interventions'>;

const pinnedIn = ({ pinned }: Known, setting: Answer['setting']): Reference | null =>
  pinned?.answer.setting === setting
    ? { kind: 'pinned', ranking: rankingOf(pinned.answer), steps: pinned.answer.adaptation.steps }
    : null;

const against = (kind: Reference['kind'], answer: Answer): Reference => ({
  kind,
  ranking: rankingOf(answer),
  steps: answer.adaptation.steps,
});

/** What the visitor did since the last whole answer. */
function changeTo(
  next: Next,
  { settled, supportCause }: Known,
): 'stream' | 'edit' | 'intervention' | null {
  if (!settled) return null;
  if (!sameSupport(settled.support.items, next.support.items)) {
    return supportCause === 'stream' ? 'stream' : 'edit';
  }
  return settled.interventions === next.interventions ? null : 'intervention';
}

/** Whether arrows will tell of the unadapted ranking, and it must be asked for anew. */
export function needsUnadapted(state: Known, next: Next, steps: number): boolean {
  const { reference } = state;
  if (pinnedIn(state, next.setting)) return false;
  const change = changeTo(next, state);
  if (change === 'edit' || change === 'intervention') return false;
  if (change === null && reference && reference.kind !== 'unadapted') return false;
  if (next.support.items.length === 0 && !next.interventions) return false;
  return reference?.kind !== 'unadapted' || reference.steps !== steps;
}

/**
 * The reference once `next`, a whole answer, is shown.
 * @param unadapted an answer without support set and without interventions, where there is one
 */
export function nextReference(
  state: Known,
  next: Answer,
  unadapted: Adaptation | null,
): Reference | null {
  const { reference, settled, free } = state;
  const pinned = pinnedIn(state, next.setting);
  if (pinned) return reference?.kind === 'pinned' ? reference : pinned;
  const { steps } = next.adaptation;
  const change = changeTo(next, state);
  if (change === 'edit') return against('edit', settled!);
  if (change === 'intervention') {
    // However many handles are moved, the arrows show what they do to the model as it was.
    if (next.interventions && free) return against('free', free);
    return against('edit', settled!);
  }
  if (change === null && reference && reference.kind !== 'unadapted') return reference;
  // Without a support set the answer is the unadapted ranking; a stream's arrows grow from there.
  if (next.support.items.length === 0 && !next.interventions) return against('unadapted', next);
  if (reference?.kind === 'unadapted' && reference.steps === steps) return reference;
  // Ranked by other parameters it would be another model's.
  if (unadapted?.steps !== steps) return null;
  const { order, scores } = unadapted;
  return { kind: 'unadapted', ranking: { order, scores, support: [] }, steps };
}

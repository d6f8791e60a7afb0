/** Keeps the ranking in step with the support set, the selection and the model. */
import type { Adaptation } from '../protocol/adapter';
import type { Variant } from '../protocol/vocabulary';
import type { Answer } from '../store/adaptation';
import type { AppStore } from '../store/index';
import { currentVariant } from '../store/model';
import { withRest } from '../store/ranking';
import { scaleOf } from '../store/scale';
import { firstListed, isListed } from '../store/scope';
import type { AppState } from '../store/state';
import { sameSupport } from '../store/support-edits';
import type { ModelClient } from './client';
import type { Environment } from './environment';
import { needsUnadapted, nextReference } from './reference';

/**
 * A first answer ranks only the likeliest movies: until the whole one is there, some milliseconds
 * later, the others stay below them, and the pictures beside the list, as they were.
 */
function filledUp(
  given: Adaptation,
  { setting, support }: Asked,
  { answer, settled }: AppState,
): Adaptation {
  if (!answer || answer.setting !== setting) return given;
  if (given.complete) {
    // Until there is a map to be placed on, the recorded place of the same support set holds.
    const same = sameSupport(answer.support.items, support.items);
    return { ...given, point: given.point ?? (same ? answer.adaptation.point : null) };
  }
  const { point, context } = answer.adaptation;
  // In a burst of edits the answer before may be a first one itself.
  const whole = settled ?? (answer.adaptation.complete ? answer : null);
  const rest = whole ? withRest(given, whole.adaptation) : {};
  return { ...given, ...rest, point, context };
}

/** What an answer is about. */
interface Asked extends Pick<Answer, 'setting' | 'support' | 'interventions'> {
  variant: Variant;
  /** Which call it was: what an older one brings, a newer one has overtaken. */
  turn: number;
}

export interface Adapting {
  /** Adapts to the present support set; resolves when this or a newer answer is in the store. */
  ask(options?: { urgent: boolean }): Promise<void>;
  /** Selects the first of the list, unless the visitor chose a movie. */
  selectFirst(): void;
}

export function keepAdapting(
  store: AppStore,
  client: ModelClient,
  { reducedMotion }: Pick<Environment, 'reducedMotion'>,
): Adapting {
  let asks = 0;
  let shown = 0;

  const commit = (given: Adaptation, asked: Asked, unadapted: Adaptation | null) => {
    const { setting, support, interventions, variant, turn } = asked;
    const state = store.getState();
    // While another model is being loaded, what comes is still of the one before.
    if (turn < shown || !state.model || !isCurrent(variant, state)) return;
    shown = turn;
    const adaptation = filledUp(given, asked, state);
    const scale = scaleOf(adaptation);
    const answer: Answer = { adaptation, setting, support, interventions, source: 'live', scale };
    const before = state.answer;
    if (before && !sameSupport(before.support.items, support.items)) {
      const sameTask = before.setting === setting && before.support.genre === support.genre;
      if (sameTask) state.extendTrail(before.adaptation.point);
      else state.startTrail();
    }
    const whole = given.complete ? { reference: nextReference(state, answer, unadapted) } : null;
    state.showAnswer(answer, !whole || turn < asks, whole);
    if (state.selected === null) selectFirst();
    // A movie that is watched while the model trains, or while a handle is moved, stays.
    else if (whole) reselect(state.settled === null || !isSameTask(state.settled, answer));
  };

  const selectFirst = () => {
    const { answer, suggest, ...state } = store.getState();
    if (answer) suggest(firstListed(state, answer));
  };

  /** Selects the first of the list where the selected movie is not in it, or for another task was not chosen. */
  const reselect = (isOtherTask: boolean) => {
    const { answer, selected, selectedByVisitor, forgetChoice, ...state } = store.getState();
    if (answer?.setting !== state.setting) return;
    const isThere = selected !== null && isListed(state, answer, selected);
    if (isThere && (selectedByVisitor || !isOtherTask)) return;
    if (!isThere) forgetChoice();
    selectFirst();
  };

  const ask = async ({ urgent } = { urgent: false }) => {
    const state = store.getState();
    const { setting, support, selected, interventions, model, settled, answer } = state;
    state.awaitAnswer();
    // The worker would answer with the model before; once the new one is there, it is asked again.
    if (!model) return;
    const asked: Asked = {
      setting,
      support: support[setting],
      interventions,
      variant: currentVariant(state),
      turn: ++asks,
    };
    // Only other parameters: nobody waits for a first answer, and its list would have no arrows.
    const isFollowing =
      settled !== null &&
      settled === answer &&
      settled.interventions === interventions &&
      sameSupport(settled.support.items, asked.support.items);
    // Nor where motion is reduced: a list that is filled up a moment later is a list that moves.
    const onFirst =
      isFollowing || reducedMotion()
        ? undefined
        : (first: Adaptation) => commit(first, asked, null);
    try {
      const whole = client.adapt([...asked.support.items], {
        select: selected,
        interventions: interventions ?? undefined,
        onFirst,
        urgent,
      });
      // Right behind, so that no newer parameters come between the two.
      const comparison = needsUnadapted(state, asked, model.steps)
        ? client.adapt([], { channel: 'reference' }).catch(() => null)
        : null;
      const adaptation = await whole;
      if (adaptation) commit(adaptation, asked, await comparison);
    } catch (error) {
      store.getState().failAnswer(error);
    }
  };

  // Weights that were put in by hand may count as many steps as those that the reference is of.
  client.on('parameters', ({ steps }) => {
    const { reference, forgetReference } = store.getState();
    if (reference?.kind === 'unadapted' && reference.steps === steps) forgetReference();
  });

  store.subscribe((state, before) => {
    if (state.scope !== before.scope) reselect(true);
    const edited = state.support[state.setting] !== before.support[before.setting];
    const sameModel = state.setting === before.setting;
    const intervened = state.interventions !== before.interventions;
    // A genre that was picked empties the support set first; its first movies ask for the ranking.
    const started =
      state.supportCause === 'stream' && state.support[state.setting].items.length === 0;
    if (sameModel && ((edited && !started) || intervened)) void ask({ urgent: true });
    else if (before.pinned && !state.pinned && !state.reference) void ask();
  });

  return { ask, selectFirst };
}

const isSameTask = (a: Answer, b: Answer): boolean =>
  a.setting === b.setting &&
  a.support.genre === b.support.genre &&
  sameSupport(a.support.items, b.support.items);

function isCurrent(variant: Variant, state: AppState): boolean {
  return JSON.stringify(variant) === JSON.stringify(currentVariant(state));
}

/** Whether two states show the same variant. */
export function sameVariant(a: AppState, b: AppState): boolean {
  return isCurrent(currentVariant(a), b);
}

/** Keeps the ranking in step with the support set, the selection and the model. */
import type { Adaptation } from '../../workers/protocol';
import { rankingOf, type Answer, type Reference } from '../adaptation';
import type { AppStore } from '../index';
import { presentVariant } from '../model';
import { listed, withRest } from '../ranking';
import { scaleOf } from '../scale';
import type { AppState } from '../state';
import { sameSupport } from '../support-edits';
import { failureOf, type ModelClient } from './client';

/** What the arrows are measured against once `next` is the answer. */
function nextReference(state: AppState, next: Answer): Reference | null {
  const { answer: before, reference, supportCause } = state;
  if (!before || before.setting !== next.setting) return null;
  if (reference?.kind === 'pinned') return reference;
  if (sameSupport(before.support.items, next.support.items)) {
    if (before.held === next.held) return reference;
    // However many handles are moved, the arrows show what they do to the model as it is.
    if (before.held && next.held) return reference;
    return { kind: next.held ? 'unheld' : 'edit', ranking: rankingOf(before) };
  }
  // A stream starts from the unadapted ranking, and its arrows grow from there.
  if (supportCause === 'stream') {
    return next.support.items.length === 0
      ? { kind: 'unadapted', ranking: rankingOf(next) }
      : reference;
  }
  return { kind: 'edit', ranking: rankingOf(before) };
}

/** The best movie that the visitor could be shown: the first that is not in the support set. */
export function firstListed({ adaptation, support }: Answer): number | null {
  const hidden = support.items.map((pair) => pair.item);
  return listed(adaptation.order, hidden, null)[0] ?? null;
}

/**
 * A first answer ranks only the likeliest movies: until the whole one is there, some milliseconds
 * later, the others stay below them, and the pictures beside the list, as they were.
 */
function filledUp(
  given: Adaptation,
  { setting, support }: Asked,
  { answer }: AppState,
): Adaptation {
  if (!answer || answer.setting !== setting) return given;
  if (given.complete) {
    // Until there is a map to be placed on, the recorded place of the same support set holds.
    const same = sameSupport(answer.support.items, support.items);
    return { ...given, point: given.point ?? (same ? answer.adaptation.point : null) };
  }
  const { complete, point, context } = answer.adaptation;
  const rest = complete ? withRest(given, answer.adaptation) : {};
  return { ...given, ...rest, point, context };
}

/** What an answer is about. */
type Asked = Pick<Answer, 'setting' | 'support' | 'held'>;

export interface Adapting {
  /** Adapts to the present support set; resolves when this or a newer answer is in the store. */
  ask(options?: { urgent: boolean }): Promise<void>;
  /** Measures the arrows against the unadapted ranking. */
  compareWithUnadapted(): Promise<void>;
  /** Selects the first of the list, unless the visitor chose a movie. */
  selectFirst(): void;
}

export function keepAdapting(store: AppStore, client: ModelClient): Adapting {
  const commit = (given: Adaptation, asked: Asked) => {
    const { setting, support, held } = asked;
    const state = store.getState();
    if (state.setting !== setting) return;
    const adaptation = filledUp(given, asked, state);
    const scale = scaleOf(adaptation);
    const answer: Answer = { adaptation, setting, support, held, source: 'live', scale };
    const before = state.answer;
    if (before && !sameSupport(before.support.items, support.items)) {
      state.extendTrail(before.adaptation.point);
    }
    const reference = nextReference(state, answer);
    store.setState({ answer, reference, waiting: !given.complete, failure: null });
    if (state.selected === null) selectFirst();
  };

  const selectFirst = () => {
    const { answer, selectedByVisitor } = store.getState();
    if (!answer || selectedByVisitor) return;
    store.setState({ selected: firstListed(answer) });
  };

  const ask = async ({ urgent } = { urgent: false }) => {
    const { setting, support, selected, interventions } = store.getState();
    const asked: Asked = { setting, support: support[setting], held: interventions };
    store.setState({ waiting: true });
    try {
      const adaptation = await client.adapt([...asked.support.items], {
        select: selected,
        interventions: interventions ?? undefined,
        onFirst: (first) => commit(first, asked),
        urgent,
      });
      if (adaptation) commit(adaptation, asked);
    } catch (error) {
      store.setState({ waiting: false, failure: failureOf(error) });
    }
  };

  const compareWithUnadapted = async () => {
    const { setting } = store.getState();
    const unadapted = await client.adapt([], { channel: 'reference' });
    if (!unadapted || store.getState().setting !== setting) return;
    const ranking = { order: unadapted.order, scores: unadapted.scores, support: [] };
    store.setState({ reference: { kind: 'unadapted', ranking } });
  };

  store.subscribe((state, before) => {
    const edited = state.support[state.setting] !== before.support[before.setting];
    const sameModel = state.setting === before.setting;
    const held = state.interventions !== before.interventions;
    if (sameModel && (edited || held)) void ask({ urgent: true });
  });

  return { ask, compareWithUnadapted, selectFirst };
}

/** Whether two states show the same variant. */
export function sameVariant(a: AppState, b: AppState): boolean {
  return JSON.stringify(presentVariant(a)) === JSON.stringify(presentVariant(b));
}

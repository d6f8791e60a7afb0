/** Keeps what is drawn of an answer's modulation in step with it, while whoever draws it is in sight. */
import type { PicturesQuestion } from '../../workers/protocol';
import type { Answer, Pinned } from '../adaptation';
import type { AppStore } from '../index';
import { presentVariant } from '../model';
import { isSeen } from '../sight';
import type { AppState } from '../state';
import { failureOf, type ModelClient } from './client';

/** Candidates over which the average modulation is taken. */
const AVERAGED = 64;

/** What somebody in sight draws: the selected pair's modulation, the average over the first candidates. */
export function drawn(state: AppState): { pair: boolean; average: boolean } {
  const { view, pinned } = state;
  const compares = pinned !== null && isSeen(state, 'compare');
  const shows = view !== 'explain' && isSeen(state, 'backbone');
  const routes = view === 'routes' && presentVariant(state).modulation === 'soft';
  return { pair: compares || shows, average: compares || (shows && routes) };
}

/** What is drawn of the present answer and not known yet; null: nothing, or an answer is on its way. */
export function missing(state: AppState): Asked | null {
  const { answer, pictures, selected, setting, waiting, failure } = state;
  if (!answer || waiting || failure || answer.source !== 'live' || answer.setting !== setting) {
    return null;
  }
  const { pair, average } = drawn(state);
  const own = pictures?.of === answer ? pictures : null;
  const needsPair = pair && selected !== null && own?.detail?.item !== selected;
  const needsAverage = average && !own?.average;
  return needsPair || needsAverage
    ? { of: answer, question: ask(answer, pair ? selected : null, average) }
    : null;
}

/** A question, and the answer that it is about. */
interface Asked {
  of: Answer;
  question: PicturesQuestion;
}

const ask = ({ support, held, adaptation }: Answer, select: number | null, average: boolean) => ({
  support: [...support.items],
  select,
  average: adaptation.order.slice(0, average ? AVERAGED : 0),
  interventions: held ?? undefined,
});

export function keepPicturing(store: AppStore, client: ModelClient): void {
  let busy = false;

  const fill = async () => {
    if (busy) return;
    busy = true;
    for (let asked = missing(store.getState()); asked; asked = missing(store.getState())) {
      const { of, question } = asked;
      try {
        const pictures = { ...(await client.pictures(question)), of };
        // A newer answer may be there by now: until its own come, these are the latest.
        store.setState({ pictures });
      } catch (error) {
        store.setState({ failure: failureOf(error) });
      }
    }
    busy = false;
  };

  /** What is pinned is kept whole at once: later there may be other parameters. */
  const keepPinned = async (pinned: Pinned) => {
    const { selected } = store.getState();
    const pictures = await client.pictures(ask(pinned.answer, selected, true));
    if (store.getState().pinned === pinned) store.setState({ pinned: { ...pinned, pictures } });
  };

  store.subscribe((state, before) => {
    const { pinned } = state;
    if (pinned && pinned !== before.pinned && !pinned.pictures) {
      // Without them the comparison says that there is nothing to compare.
      keepPinned(pinned).catch(() => undefined);
    }
    void fill();
  });
}

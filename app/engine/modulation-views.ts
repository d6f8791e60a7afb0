/** Keeps the modulation that is drawn in step with the answer, while a panel that draws it is in sight. */
import type { ModulationViewsQuestion } from '../protocol/adapter';
import { askedOf, type Answer, type Pinned } from '../store/adaptation';
import type { AppStore } from '../store/index';
import { currentVariant } from '../store/model';
import { isSeen } from '../store/visibility';
import type { AppState } from '../store/state';
import type { ModelClient } from './client';

/** Candidates over which the average modulation is taken. */
const AVERAGED = 64;

/** What somebody in sight draws: the selected pair's modulation, the average over the first candidates. */
export function wantedViews(state: AppState): { pair: boolean; average: boolean } {
  const { view, pinned } = state;
  const compares = pinned !== null && isSeen(state, 'compare');
  const shows = view !== 'explain' && isSeen(state, 'backbone');
  const routes = view === 'routes' && currentVariant(state).modulation === 'soft';
  return { pair: compares || shows, average: compares || (shows && routes) };
}

/** What is drawn of the present answer and not known yet; null: nothing, or an answer is on its way. */
export function missingViews(state: AppState): Asked | null {
  const { answer, modulationViews, selected, setting, waiting, failure } = state;
  if (!answer || waiting || failure || answer.source !== 'live' || answer.setting !== setting) {
    return null;
  }
  const { pair, average } = wantedViews(state);
  const own = modulationViews?.of === answer ? modulationViews : null;
  const needsPair = pair && selected !== null && own?.detail?.item !== selected;
  const needsAverage = average && !own?.average;
  return needsPair || needsAverage
    ? { of: answer, question: ask(answer, pair ? selected : null, average) }
    : null;
}

/** A question, and the answer that it is about. */
interface Asked {
  of: Answer;
  question: ModulationViewsQuestion;
}

const ask = (answer: Answer, select: number | null, average: boolean) => ({
  ...askedOf(answer),
  select,
  average: answer.adaptation.order.slice(0, average ? AVERAGED : 0),
});

export function keepModulationViews(store: AppStore, client: ModelClient): void {
  let busy = false;

  const fill = async () => {
    if (busy) return;
    busy = true;
    for (
      let asked = missingViews(store.getState());
      asked;
      asked = missingViews(store.getState())
    ) {
      const { of, question } = asked;
      try {
        const modulationViews = { ...(await client.ask('modulationViews', question)), of };
        // A newer answer may be there by now: until its own come, these are the latest.
        store.getState().showModulationViews(modulationViews);
      } catch (error) {
        store.getState().fail(error);
      }
    }
    busy = false;
  };

  /** What is pinned is kept whole at once: later there may be other parameters. */
  const keepPinned = async (pinned: Pinned) => {
    const { selected } = store.getState();
    const modulationViews = await client.ask('modulationViews', ask(pinned.answer, selected, true));
    store.getState().completePinned(pinned, modulationViews);
  };

  store.subscribe((state, before) => {
    const { pinned } = state;
    if (pinned && pinned !== before.pinned && !pinned.modulationViews) {
      // Without them the comparison says that there is nothing to compare.
      keepPinned(pinned).catch(() => undefined);
    }
    void fill();
  });
}

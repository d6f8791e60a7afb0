/**
 * Keeps what the visitor made on this machine (`app/storage`) a few seconds after it changed: the
 * address (support set, genre, variant, seed), the training sliders and the trained weights, one
 * entry for each setting. Where the browser keeps nothing, one line says so and the page goes on.
 * Of several tabs the first keeps; another says so, and takes over once that one is closed.
 */
import type { AppStore } from '../store/index';
import type { AppState } from '../store/state';
import { claimAutosave } from '../storage/ownership';
import { failureOf } from '../store/faults';
import { searchOf } from '../store/url';
import type { ModelClient } from './client';
import { currentRun } from './saving';
import { currentData } from './current-data';

/** After an edit; while training goes on, weights are kept not more often than that. */
const EDITED_MS = 1000;
const TRAINED_MS = 5000;

export interface Autosaving {
  /** Forgets what is kept for this data set; it is kept again after the next change. */
  forget(): Promise<void>;
  /** Keeps nothing more on this page load. */
  stop(): void;
}

/** What is kept beside the weights; the address settles a moment after its state. */
const changed = (state: AppState, before: AppState): boolean =>
  state.support !== before.support ||
  state.setting !== before.setting ||
  state.variants !== before.variants ||
  state.seed !== before.seed ||
  state.hyperparameters !== before.hyperparameters;

export function keepAutosaving(store: AppStore, client: ModelClient): Autosaving {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  let refused = false;
  let stopped = false;
  let trained = false;
  let owner = false;
  // What is kept may be of another tab: the first saving after it puts that among the saved runs.
  let foreign = false;
  let last = '';
  const current = () => JSON.stringify([searchOf(location), store.getState().hyperparameters]);

  const cancel = () => {
    clearTimeout(timer);
    [timer, due] = [undefined, Infinity];
  };
  const save = async () => {
    cancel();
    if (stopped || !owner || (!trained && current() === last)) return;
    const withWeights = (trained || foreign) && client.parameters() !== null;
    const sameWeights = !withWeights && !foreign;
    const isForeign = foreign;
    [trained, foreign, last] = [false, false, current()];
    try {
      const { setAutosavesAside, writeAutosave } = await import('../storage/runs');
      const { setting } = store.getState();
      const run = await currentRun(store, client, { name: '', now: new Date(), withWeights });
      if (stopped) return;
      if (isForeign && (await setAutosavesAside(run.data)) > 0) {
        store.getState().notify('info', 'autosave-aside');
      }
      await writeAutosave(run, setting, { sameWeights });
    } catch (error) {
      if (!refused) store.getState().notify('warning', 'autosave', failureOf(error).detail);
      refused = true;
    }
  };
  const within = (ms: number) => {
    const wanted = performance.now() + ms;
    if (stopped || refused || due <= wanted) return;
    cancel();
    due = wanted;
    timer = setTimeout(() => void save(), ms);
  };

  last = current();
  void claimAutosave(currentData(), {
    wait() {
      foreign = true;
      store.getState().notify('info', 'autosave-elsewhere');
    },
    take(waited) {
      owner = true;
      if (waited) store.getState().notify('info', 'autosave-here');
      within(EDITED_MS);
    },
  });
  client.on('parameters', () => {
    trained = true;
    within(TRAINED_MS);
  });
  store.subscribe((state, before) => {
    if (changed(state, before)) within(EDITED_MS);
  });
  // A tab that is left may never be seen again.
  globalThis.document?.addEventListener('visibilitychange', () => {
    if (document.hidden && timer !== undefined) void save();
  });

  return {
    async forget() {
      cancel();
      [trained, refused, last] = [false, false, current()];
      const { dropAutosaves } = await import('../storage/runs');
      await dropAutosaves(currentData());
    },
    stop() {
      stopped = true;
    },
  };
}

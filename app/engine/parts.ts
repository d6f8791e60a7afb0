/** What the engine is made of once data and worker are there: each part keeps one thing of the page up to date. */
import type { AppStore } from '../store/index';
import { keepAdapting, sameVariant, type Adapting } from './adapting';
import type { AddressBar } from './address';
import { keepAutosaving, type Autosaving } from './autosave';
import type { ModelClient } from './client';
import type { Environment } from './environment';
import { streamGenres, type GenreStream } from './genre-stream';
import { keepLeavingOut, type LeavingOut } from './leaving-out';
import { keepMapping, type Mapping } from './mapping';
import { keepModulationViews } from './modulation-views';
import { throttle } from './throttle';
import { followTraining, type Training } from './training';

/** While the model trains the list is ranked again no more often: rows must be easy to hit. */
const TRAINED_REST_MS = 1000;

export interface Parts {
  client: ModelClient;
  bar: AddressBar;
  autosaving: Autosaving;
  adapting: Adapting;
  genres: GenreStream;
  leavingOut: LeavingOut;
  mapping: Mapping;
  training: Training;
}

/** @param onVariant called where the visitor has chosen another model */
export function assembleParts(
  store: AppStore,
  client: ModelClient,
  bar: AddressBar,
  environment: Environment,
  onVariant: () => unknown,
): Parts {
  const adapting = keepAdapting(store, client, environment);
  const mapping = keepMapping(store, client, environment.pause);
  keepModulationViews(store, client);
  const followTrainer = throttle(TRAINED_REST_MS, adapting.ask, environment.pause);
  client.on('parameters', ({ steps }) => {
    store.getState().noteSteps(steps);
    void followTrainer();
    void mapping.refresh(true);
  });
  store.subscribe((state, before) => {
    if (!sameVariant(state, before)) onVariant();
  });
  return {
    client,
    bar,
    autosaving: keepAutosaving(store, client),
    adapting,
    mapping,
    leavingOut: keepLeavingOut(store, client, environment.pause),
    genres: streamGenres(store, client, adapting, environment),
    training: followTraining(store, client, environment.pause),
  };
}

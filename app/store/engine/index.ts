/** The engine of the page: starts the worker after the first paint and ties it to the store. */
import { catalogueFailureOf, type Catalogue } from '../catalogue';
import { store as pageStore, type AppStore } from '../index';
import { presentVariant } from '../model';
import { keepAdapting, sameVariant, type Adapting } from './adapting';
import { applyMovies, openAddressBar, plainParts, type AddressBar } from './address';
import { atMostEvery } from './at-most-every';
import { failureOf, type ModelClient } from './client';
import { OWN_SUPPORT, streamGenres, type GenreStream, type StreamOptions } from './genre-stream';
import { followHover } from './leaving-out';
import { keepMapping, type Mapping } from './mapping';
import { keepPicturing } from './picturing';
import { replace } from '../support-edits';
import { browserSurroundings, presentData } from './surroundings';
import { fetchRecorded, recordedFits, showRecorded } from './recorded';
import { keepAutosaving, type Autosaving } from './autosave';
import {
  bringBack,
  readKept,
  applyOtherSetting,
  readRunFile,
  restoreWeights,
  resumed,
} from './saving';
import { followTraining, type Training } from './training';
import type { Autosave, SavedRun } from '../../storage/database';
import { INITIAL_ADDRESS, printAddress, type Address } from '../url';

/** What the engine needs from the world around it. */
export interface Surroundings extends StreamOptions {
  /** Folder of `datasets/`, `models/` and `recorded/`, with a slash at its end. */
  base: string;
  makeClient(backend: string, data: string): Promise<ModelClient>;
  loadCatalogue(base: string, data: string): Promise<Catalogue>;
  /** Resolves once what is in the store has been painted. */
  painted(): Promise<void>;
}

/** While the model trains the list is ranked again no more often: rows must be easy to hit. */
const TRAINED_REST_MS = 1000;

interface Parts {
  client: ModelClient;
  bar: AddressBar;
  autosaving: Autosaving;
  adapting: Adapting;
  genres: GenreStream;
  mapping: Mapping;
  training: Training;
}

export class Engine {
  private resolve!: (parts: Parts) => void;
  private readonly parts = new Promise<Parts>((resolve) => (this.resolve = resolve));

  /** The genre's own support set is to be filled in: no link and no edit has said otherwise. */
  private ownWanted = true;

  /** The last change of variant, until its model is there. */
  private reloading: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: AppStore,
    private readonly around: Surroundings,
  ) {}

  /** Opens the page at its address: recorded results first, then data, worker and live answers. */
  async begin(): Promise<void> {
    const { store, around } = this;
    const bar = openAddressBar(store);
    const recorded = recordedFits(bar.present()) ? await fetchRecorded(around.base) : null;
    if (recorded) showRecorded(store, recorded);
    const { data } = bar.present();
    const reading = readKept(store, data);
    await around.painted();
    const client = await around.makeClient(store.getState().backendWish, data);
    const kept = await reading;
    const opened = this.resume(bar, kept);
    this.listen(client);
    // The worker starts before the catalogue is read: they need nothing of each other.
    const started = this.start(client);
    const catalogue = await around
      .loadCatalogue(around.base, opened.data)
      .catch((error: unknown) => {
        store.setState({ catalogueFailure: catalogueFailureOf(error) });
        return null;
      });
    if (!catalogue) return;
    store.setState({ catalogue });
    applyMovies(store, opened, catalogue, 'stream');
    applyOtherSetting(store, kept, catalogue);
    const { items } = store.getState().support.genre;
    this.ownWanted = opened.setting === 'genre' ? opened.support === null : items.length === 0;
    this.resolve(this.assemble(client, bar));
    await started;
    await bringBack(store, client, kept);
    await this.settle();
    await this.showLinked(opened.checkpoint);
    bar.follow(catalogue, (address) => {
      store.setState((state) => plainParts(state, address));
      applyMovies(store, address, catalogue, 'visitor');
      if (!address.support && address.setting === 'genre') void this.genres((g) => g.fill());
      void this.showLinked(address.checkpoint);
    });
  }

  /** Goes on where the last visit ended when the address says nothing; gives the address to open. */
  private resume(bar: AddressBar, kept: readonly Autosave[]): Address {
    const search = resumed(location.search, kept);
    if (search !== null) {
      bar.adopt(search);
      // What was painted for a first visit belongs to another support set.
      const genre = { genre: bar.present().genre, items: [] };
      this.store.setState(({ support }) => ({ waiting: true, support: { ...support, genre } }));
      this.store.getState().notify('info', 'resumed');
    }
    return bar.present();
  }

  /** Another variant forgets its checkpoints first: the run of the present one is meant. */
  private async showLinked(step: number | null): Promise<void> {
    await (await this.parts).training.showLinked(step);
  }

  /** The workers' client, once it is there; for panels that ask the model themselves. */
  async client(): Promise<ModelClient> {
    return (await this.parts).client;
  }

  /** Starts a genre's support set from nothing and streams its movies in. */
  pickGenre(genre: string): Promise<void> {
    return this.genres((genres) => genres.pick(genre));
  }

  /** Loads a task of the map: its genre, or as a visitor a few of its ratings. */
  async loadTask(scenario: number): Promise<void> {
    const { setting, catalogue, seed } = this.store.getState();
    const task = catalogue?.scenarios[scenario];
    if (!task) return;
    if (setting === 'genre') return this.pickGenre(task.id);
    const items = await (await this.client()).sample(scenario, OWN_SUPPORT, seed);
    this.store.getState().editSupport(replace(items));
  }

  restoreOwn(): Promise<void> {
    return this.genres((genres) => genres.restoreOwn());
  }

  async training(): Promise<Training> {
    return (await this.parts).training;
  }

  /** Back to the parameters that ship with the present variant. */
  async loadShipped(): Promise<void> {
    await this.reload();
  }

  /** Asks again after a failure: starts the worker if it is gone. */
  async retry(): Promise<void> {
    // Without movies nothing was put together yet: the address and the browser hold all there is.
    if (this.store.getState().catalogueFailure) return location.reload();
    const { client } = await this.parts;
    await this.start(client);
    await this.settle();
  }

  /** Puts a saved run on the page: its address, then its weights. @throws when it cannot be read */
  async open(run: SavedRun): Promise<void> {
    const { store } = this;
    const { client, bar } = await this.parts;
    // A damaged run changes nothing.
    if (run.weights) await client.importWeights(run.weights);
    bar.go(run.address);
    await this.reloading;
    if (run.weights) await restoreWeights(store, client, run);
    else if (client.parameters()) await this.reload();
  }

  /** Opens the run in a file; see `open`. */
  async openFile(file: Uint8Array): Promise<void> {
    await this.open(await readRunFile(await this.client(), file));
  }

  /** Forgets what is kept of this data set; the page stays as it is. */
  async forgetKept(): Promise<void> {
    await (await this.parts).autosaving.forget();
  }

  /** The page as a first visit shows it. */
  async startAfresh(): Promise<void> {
    const { autosaving } = await this.parts;
    autosaving.stop();
    await autosaving.forget();
    location.assign(printAddress({ ...INITIAL_ADDRESS, data: presentData() }) || location.pathname);
  }

  private async genres(run: (genres: GenreStream) => Promise<void>): Promise<void> {
    await run((await this.parts).genres);
  }

  private assemble(client: ModelClient, bar: AddressBar): Parts {
    const { store, around } = this;
    const adapting = keepAdapting(store, client);
    const mapping = keepMapping(store, client, around.pause);
    keepPicturing(store, client);
    followHover(store, client, around.pause);
    const followTrainer = atMostEvery(TRAINED_REST_MS, adapting.ask, around.pause);
    client.on('parameters', ({ steps }) => {
      store.setState(({ model }) => (model ? { model: { ...model, steps } } : {}));
      void followTrainer();
      void mapping.refresh(true);
    });
    store.subscribe((state, before) => {
      if (!sameVariant(state, before)) this.reloading = this.reload();
    });
    return {
      client,
      bar,
      autosaving: keepAutosaving(store, client),
      adapting,
      mapping,
      genres: streamGenres(store, client, adapting, around),
      training: followTraining(store, client),
    };
  }

  private listen(client: ModelClient): void {
    const { store } = this;
    client.on('backend', ({ role, report }) => {
      // The trainer's backend is the one worth naming once it is there.
      if (role === 'adapter') store.setState({ backend: report });
      else store.setState({ trainerBackend: report });
    });
    client.on('status', ({ role, status }) =>
      store.setState((state) => ({ status: { ...state.status, [role]: status } })),
    );
    client.on('line', ({ level, code, detail }) => store.getState().notify(level, code, detail));
  }

  private async start(client: ModelClient): Promise<void> {
    const { store } = this;
    try {
      const { seed } = store.getState();
      const { backend, model } = await client.start(presentVariant(store.getState()), seed);
      store.setState({ backend, model, shipped: model.provenance, failure: null });
    } catch (error) {
      store.setState({ failure: failureOf(error), waiting: false });
    }
  }

  /** Another variant or setting: its model, then everything that is computed from it. */
  private async reload(): Promise<void> {
    const { store } = this;
    const { client } = await this.parts;
    const before = store.getState();
    before.forgetRun();
    store.setState({
      model: null,
      map: null,
      trail: [],
      interventions: null,
      contextFrom: null,
      waiting: true,
    });
    try {
      const model = await client.load(presentVariant(before), before.seed);
      if (!sameVariant(store.getState(), before)) return;
      store.setState({ model, shipped: model.provenance });
      await this.settle();
    } catch (error) {
      store.setState({ failure: failureOf(error), waiting: false });
    }
  }

  /** Brings support set, ranking, reference and map to the present model. */
  private async settle(): Promise<void> {
    const { store } = this;
    const { adapting, genres, mapping } = await this.parts;
    if (store.getState().failure) return;
    const { setting, history } = store.getState();
    if (setting === 'genre' && this.ownWanted) {
      this.ownWanted = false;
      if (history.genre.past.length === 0) await genres.fill();
    }
    await adapting.ask();
    const { reference } = store.getState();
    if (reference?.kind !== 'pinned') await adapting.compareWithUnadapted().catch(() => undefined);
    await mapping.refresh(false);
    // Before the map there was nothing to be placed on.
    if (store.getState().answer?.adaptation.point === null) await adapting.ask();
  }
}

/** The engine of the page; tests make their own. */
export const engine = new Engine(pageStore, browserSurroundings);

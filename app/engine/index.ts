/** The engine of the page: starts the worker after the first paint and ties it to the store. */
import { store as pageStore, type AppStore } from '../store/index';
import { currentVariant } from '../store/model';
import { sameVariant } from './adapting';
import { applyMovies, openAddressBar, type AddressBar } from './address';
import type { ModelClient } from './client';
import { OWN_SUPPORT, type GenreStream } from './genre-stream';
import { askUnadaptedStars } from './unadapted-stars';
import { replace } from '../store/support-edits';
import { browserEnvironment } from './browser-environment';
import { currentData } from './current-data';
import type { Environment } from './environment';
import { fetchRecorded, recordedFits, showRecorded } from './recorded';
import {
  restoreKept,
  readKept,
  applyOtherSetting,
  readRunFile,
  restoreWeights,
  resumed,
} from './saving';
import { warnOfPlainCpu } from './plain-cpu';
import { assembleParts, type Parts } from './parts';
import type { Training } from './training';
import type { Autosave, SavedRun } from '../storage/database';
import { INITIAL_ADDRESS, printAddress, saysNothing, searchOf, type Address } from '../store/url';

export class Engine {
  private resolve!: (parts: Parts) => void;
  private readonly parts = new Promise<Parts>((resolve) => (this.resolve = resolve));
  private assembled = false;
  private bar: AddressBar | null = null;

  /** The genre's own support set is to be filled in: no link and no edit has said otherwise. */
  private ownWanted = true;

  /** The last change of variant, until its model is there. */
  private reloading: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: AppStore,
    private readonly environment: Environment,
  ) {}

  /** Opens the page; where even that fails, the page says so. */
  async begin(): Promise<void> {
    try {
      await this.build();
    } catch (error) {
      this.store.getState().failAnswer(error);
    }
  }

  /** Opens the page at its address: recorded results first, then data, worker and live answers. */
  private async build(): Promise<void> {
    const { store, environment } = this;
    const bar = openAddressBar(store);
    this.bar = bar;
    if (saysNothing(bar.current())) store.getState().welcome();
    const recorded = recordedFits(bar.current()) ? await fetchRecorded(environment.base) : null;
    if (recorded) showRecorded(store, recorded);
    const { data } = bar.current();
    const reading = readKept(store, data);
    await environment.painted();
    const client = await environment.makeClient(store.getState().backendWish, data);
    const kept = await reading;
    const opened = this.resume(bar, kept);
    this.listen(client);
    // The worker starts before the catalogue is read: they need nothing of each other.
    const started = this.start(client);
    const catalogue = await environment
      .loadCatalogue(environment.base, opened.data)
      .catch((error: unknown) => {
        store.getState().failCatalogue(error, opened.data);
        return null;
      });
    if (!catalogue) return;
    store.getState().openCatalogue(catalogue);
    applyMovies(store, opened, catalogue, 'stream');
    applyOtherSetting(store, kept, catalogue);
    const { items } = store.getState().support.scenario;
    this.ownWanted = opened.setting === 'scenario' ? opened.support === null : items.length === 0;
    const reload = () => (this.reloading = this.reload());
    this.resolve(assembleParts(store, client, bar, environment, reload));
    this.assembled = true;
    await started;
    await restoreKept(store, client, kept);
    await this.settle();
    await this.showLinked(opened.checkpoint);
    // Overrides are in place since the address was read, and may have been released by now.
    await this.applyLinked({ ...opened, hold: null }, client);
    bar.follow(catalogue, (address) => {
      store.getState().followAddress(address);
      applyMovies(store, address, catalogue, 'visitor');
      if (!address.support && address.setting === 'scenario') void this.genres((g) => g.fill());
      void this.showLinked(address.checkpoint);
      void this.applyLinked(address, client);
    });
    const { messages } = opened;
    if (messages) (await import('./messages')).answerMessages(store, messages);
  }

  /** Goes on where the last visit ended when the address says nothing; gives the address to open. */
  private resume(bar: AddressBar, kept: readonly Autosave[]): Address {
    const search = resumed(searchOf(location), kept);
    if (search !== null) {
      bar.adopt(search);
      // What was painted for a first visit belongs to another support set.
      this.store.getState().awaitGenre(bar.current().genre);
      this.store.getState().notify('info', 'resumed');
    }
    return bar.current();
  }

  /** Another variant forgets its checkpoints first: the run of the present one is meant. */
  private async showLinked(step: number | null): Promise<void> {
    await (await this.parts).training.showLinked(step);
  }

  private async applyLinked(address: Address, client: ModelClient): Promise<void> {
    const { hold, context, pin } = address;
    if (!hold && !pin && context === this.store.getState().contextFrom) return;
    // Interventions are forgotten with the model that they were made in, so that one goes first.
    await this.reloading;
    await (await import('./linked')).followLinked(this.store, client, address);
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
    if (setting === 'scenario') {
      const task = catalogue?.scenarios[scenario];
      return task && this.pickGenre(task.id);
    }
    const client = await this.client();
    const items = await client.ask('sample', { scenario, size: OWN_SUPPORT, seed, onMap: true });
    // Stars are no labels of the other setting.
    if (this.store.getState().setting !== setting) return;
    this.store.getState().editSupport(replace(items));
  }

  /** Works out what the list says of its films: which of the visitor's speak for them, who differs. */
  async explainList(): Promise<void> {
    const { client, leavingOut } = await this.parts;
    if (this.store.getState().setting === 'user') await askUnadaptedStars(this.store, client);
    await leavingOut.ask();
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

  /** Brings the address up to date at once: it is about to be copied. */
  writeAddress(): void {
    this.bar?.write();
  }

  /** Asks again after a failure: starts the worker if it is gone. */
  async retry(): Promise<void> {
    // Nothing was put together yet: the address and the browser hold all there is.
    if (!this.assembled) return location.reload();
    const { client } = await this.parts;
    this.store.getState().recover();
    await this.start(client);
    await this.settle();
  }

  /** Puts a saved run on the page: its address, then its weights. @throws when it cannot be read */
  async open(run: SavedRun): Promise<void> {
    const { store } = this;
    const { client, bar } = await this.parts;
    // A damaged run changes nothing.
    if (run.weights) await client.ask('importWeights', { file: run.weights });
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
    location.assign(printAddress({ ...INITIAL_ADDRESS, data: currentData() }) || location.pathname);
  }

  private async genres(run: (genres: GenreStream) => Promise<void>): Promise<void> {
    await run((await this.parts).genres);
  }

  private listen(client: ModelClient): void {
    const { store } = this;
    client.on('backend', ({ role, report }) => {
      store.getState().noteBackend(role, report);
      if (role === 'adapter') warnOfPlainCpu(store, report);
    });
    client.on('status', ({ role, status }) => store.getState().noteStatus(role, status));
    client.on('line', ({ level, code, detail }) => {
      store.getState().notify(level, code, detail);
      if (level !== 'info') store.getState().noteFault({ code, detail });
    });
  }

  private async start(client: ModelClient): Promise<void> {
    const { store } = this;
    try {
      const { seed } = store.getState();
      const { backend, model } = await client.start(currentVariant(store.getState()), seed);
      store.getState().noteStart(backend, model);
    } catch (error) {
      store.getState().failAnswer(error);
    }
  }

  /** Another variant or setting: its model, then everything that is computed from it. */
  private async reload(): Promise<void> {
    const { store } = this;
    const before = store.getState();
    before.unloadModel();
    try {
      const { client } = await this.parts;
      const model = await client.load(currentVariant(before), before.seed);
      if (!sameVariant(store.getState(), before)) return;
      store.getState().showModel(model);
      await this.settle();
    } catch (error) {
      store.getState().failAnswer(error);
    }
  }

  /** Brings support set, ranking, reference and map to the present model. */
  private async settle(): Promise<void> {
    const { store } = this;
    const { adapting, genres, mapping } = await this.parts;
    if (store.getState().failure) return;
    const { setting, history } = store.getState();
    if (setting === 'scenario' && this.ownWanted) {
      this.ownWanted = false;
      if (history.scenario.past.length === 0) await genres.fill();
    }
    await adapting.ask();
    await mapping.refresh(false);
    // Before the map there was nothing to be placed on.
    if (store.getState().answer?.adaptation.point === null) await adapting.ask();
  }
}

/** The engine of the page; tests make their own. */
export const engine = new Engine(pageStore, browserEnvironment);

/** A run: the model's weights and what the visitor made around them; from the page and back to it. */
import * as v from 'valibot';
import type { Autosave, SavedRun } from '../storage/database';
import type { Catalogue } from '../store/catalogue';
import type { AppStore } from '../store/index';
import { resolvePairs } from '../store/linked-support';
import { chosenLanguage } from '../store/preferences';
import { INITIAL_ADDRESS, parseAddress, printAddress, searchOf } from '../store/url';
import { failureOf } from '../store/faults';
import type { ModelClient } from './client';
import { currentData } from './current-data';

/** What an exported file says beside its weights. */
const NoteSchema = v.object({
  name: v.optional(v.string(), ''),
  address: v.string(),
  data: v.string(),
  steps: v.pipe(v.number(), v.integer(), v.minValue(0)),
  hyperparameters: v.nullable(
    v.object({ learningRate: v.pipe(v.number(), v.finite()), tasksPerStep: v.pipe(v.number(), v.finite()) }), // prettier-ignore
  ),
});

/** The present run; shipped weights are not in it (null), as they come with the page. */
export async function currentRun(
  store: AppStore,
  client: ModelClient,
  { name, now, withWeights = client.parameters() !== null }: { name: string; now: Date; withWeights?: boolean }, // prettier-ignore
): Promise<SavedRun> {
  const date = now.toISOString();
  const { model, hyperparameters } = store.getState();
  const training = withWeights ? await client.trainingState() : null;
  const steps = training?.step ?? model?.steps ?? 0;
  const details = {
    name,
    address: searchOf(location),
    data: currentData(),
    steps,
    hyperparameters,
  };
  const weights = withWeights
    ? await client.exportWeights(JSON.stringify(details), date, training)
    : null;
  return { id: date, date, ...details, weights };
}

/** The present run as one file, shipped weights and all. */
export async function exportRun(
  store: AppStore,
  client: ModelClient,
  name: string,
  now: Date,
): Promise<Uint8Array> {
  const run = await currentRun(store, client, { name, now, withWeights: true });
  return run.weights!;
}

/**
 * The run in a file of `exportRun`; a file without a note of ours is a run at the present address.
 * @throws WorkerFailure `bad-request` that says what is wrong with the weights
 */
export async function readRunFile(client: ModelClient, file: Uint8Array): Promise<SavedRun> {
  const { note, steps } = await client.ask('importWeights', { file });
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), NoteSchema), note);
  const details = read.success
    ? read.output
    : { name: '', address: searchOf(location), data: currentData(), steps, hyperparameters: null };
  return { id: '', date: '', weights: file, ...details };
}

/** Puts the weights of a run back; its support set and settings are in its address. */
export async function restoreWeights(
  store: AppStore,
  client: ModelClient,
  { weights, hyperparameters, ...run }: SavedRun,
): Promise<void> {
  if (!weights) return;
  const {
    variant, steps: trained, flat, optimiser, arithmetic,
  } = await client.ask('importWeights', { file: weights }); // prettier-ignore
  // Shipped weights carry the steps of their own training; on the page they count from 0.
  const steps = run.steps === 0 ? 0 : trained;
  const { setting, ...choice } = variant;
  store.getState().setSetting(setting);
  store.getState().chooseVariant(choice);
  if (hyperparameters) {
    store.getState().restoreHyperparameters(hyperparameters);
    await client.setHyperparameters(hyperparameters);
  }
  const model = await client.restore({ variant, steps, flat }, optimiser, arithmetic);
  store.getState().showParameters(model);
  const here = client.arithmetic();
  if (steps > 0 && arithmetic && here && arithmetic !== here) {
    store.getState().notify('info', 'other-arithmetic', `${arithmetic} → ${here}`);
  }
}

/** Longer than a busy disk needs: storage that does not answer must not keep the page from starting. */
const STORAGE_MS = 8000;

/** What this browser keeps of the page's last visit, the last setting first; damage is told. */
export async function readKept(store: AppStore, data: string): Promise<Autosave[]> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), STORAGE_MS));
  const reading = import('../storage/runs').then((runs) => runs.readAutosaves(data));
  const kept = await Promise.race([reading, late]).catch(() => null);
  if (kept && kept.broken > 0) store.getState().notify('warning', 'autosave-broken', String(kept.broken)); // prettier-ignore
  return kept?.autosaves ?? [];
}

/**
 * The query to go on with when the page is opened at an address that says nothing: that of the last
 * visit, less what holds for that visit only; null when there is nothing to go on with.
 */
export function resumed(search: string, kept: readonly Autosave[]): string | null {
  const { address: opened } = parseAddress(search);
  const { data } = opened;
  const saysNothing = printAddress({ ...opened, data: INITIAL_ADDRESS.data }) === '';
  if (!saysNothing || kept.length === 0) return null;
  const { address } = parseAddress(kept[0].address);
  const past = { checkpoint: null, messages: null, hold: null, context: null, pin: null };
  const lang = chosenLanguage() ?? address.lang;
  const next = printAddress({ ...address, lang, data, ...past }, new URLSearchParams(search));
  return next === search ? null : next;
}

/** The support set and the model of the setting that the page does not show now. */
export function applyOtherSetting(
  store: AppStore,
  kept: readonly Autosave[],
  catalogue: Catalogue,
): void {
  const { setting } = store.getState();
  for (const { address } of kept.map((run) => parseAddress(run.address))) {
    if (address.setting === setting) continue;
    const other = address.setting;
    store.getState().placeOther(other, address.variant, {
      genre: other === 'scenario' ? address.genre : null,
      items: resolvePairs(address.support ?? [], catalogue, other).items,
    });
  }
}

/** Brings back the weights that were trained on the present variant, if any are kept. */
export async function restoreKept(
  store: AppStore,
  client: ModelClient,
  kept: readonly Autosave[],
): Promise<void> {
  const { setting, variants } = store.getState();
  for (const run of kept) {
    if (!run.weights) continue;
    try {
      const { variant } = await client.ask('importWeights', { file: run.weights });
      // A link that asks for another model is followed; what is kept waits for its own.
      if (JSON.stringify(variant) !== JSON.stringify({ setting, ...variants[setting] })) continue;
      await restoreWeights(store, client, run);
      store.getState().notify('info', 'autosave-back', String(run.steps));
    } catch (error) {
      const { dropAutosaves } = await import('../storage/runs');
      await dropAutosaves(currentData()).catch(() => undefined);
      store.getState().notify('warning', 'autosave-broken', failureOf(error).detail);
    }
  }
}

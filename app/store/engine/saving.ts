/** Keeps the visitor's work on this machine, and brings it back. */
import type { SavedRun } from '../../storage/database';
import type { AppStore } from '../index';
import { failureOf, type ModelClient } from './client';
import { presentData } from './surroundings';

/** After a change, and while training goes on: not more often than this. */
const AUTOSAVE_MS = 5000;

/** The note in an exported file: where the page was. */
const noteOf = (): string => JSON.stringify({ address: location.search, data: presentData() });

/** The present run; `weights` only when they are not the shipped ones. */
export async function presentRun(
  store: AppStore,
  client: ModelClient,
  name: string,
  now: Date,
): Promise<SavedRun> {
  const date = now.toISOString();
  const steps = store.getState().model?.steps ?? 0;
  const weights = client.parameters() ? await client.exportWeights(noteOf(), date) : null;
  return { id: date, name, date, data: presentData(), address: location.search, steps, weights };
}

/** Puts the weights of a run back; its support set and settings are in its address. */
export async function restoreWeights(
  store: AppStore,
  client: ModelClient,
  weights: Uint8Array,
): Promise<void> {
  const { variant, steps, flat } = await client.importWeights(weights);
  const { setting, ...choice } = variant;
  store.getState().setSetting(setting);
  store.getState().chooseVariant(choice);
  const model = await client.restore({ variant, steps, flat });
  store.setState({ model });
}

/**
 * Saves trained weights a few seconds after they changed. Where the browser keeps nothing, one line
 * says so and the page goes on without.
 */
export function keepAutosaving(store: AppStore, client: ModelClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refused = false;
  const save = async () => {
    timer = undefined;
    try {
      const { writeAutosave } = await import('../../storage/runs');
      await writeAutosave(await presentRun(store, client, '', new Date()));
    } catch (error) {
      if (!refused) store.getState().notify('warning', 'autosave', failureOf(error).detail);
      refused = true;
    }
  };
  client.on('parameters', () => {
    if (!refused) timer ??= setTimeout(() => void save(), AUTOSAVE_MS);
  });
}

/** Brings back what was trained on this data set before the page was closed, if anything was. */
export async function bringBack(store: AppStore, client: ModelClient): Promise<void> {
  const { dropAutosave, isSavedRun, readAutosave } = await import('../../storage/runs');
  const data = presentData();
  const kept: unknown = await readAutosave(data).catch(() => null);
  if (kept === null) return;
  try {
    if (!isSavedRun(kept)) throw new Error('it has another shape');
    const { setting } = store.getState();
    if (!kept.weights) return;
    const { variant } = await client.importWeights(kept.weights);
    const present = { setting, ...store.getState().variants[setting] };
    // A link that asks for another model is followed; the autosave waits for its own.
    if (JSON.stringify(variant) !== JSON.stringify(present)) return;
    await restoreWeights(store, client, kept.weights);
    store.getState().notify('info', 'autosave-back', String(kept.steps));
  } catch (error) {
    await dropAutosave(data).catch(() => undefined);
    store.getState().notify('warning', 'autosave-broken', failureOf(error).detail);
  }
}

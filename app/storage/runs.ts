/** Saved runs and the autosave. */
import { PAGE_SETTINGS } from '../../src/kinds';
import type { PageSetting } from '../protocol/vocabulary';
import { autosaveKey, database, type Autosave, type SavedRun } from './database';

/** Newest first; runs that cannot be read are left out. */
export async function listRuns(): Promise<SavedRun[]> {
  const runs: unknown[] = await (await database()).getAll('runs');
  return runs.filter(isSavedRun).sort((a, b) => b.date.localeCompare(a.date));
}

export async function saveRun(run: SavedRun): Promise<void> {
  await (await database()).put('runs', run, run.id);
}

export async function deleteRun(id: string): Promise<void> {
  await (await database()).delete('runs', id);
}

export interface Kept {
  /** What was on the page in each setting, the last one first. */
  autosaves: Autosave[];
  /** Entries that were no runs, or of another page, and are deleted now. */
  broken: number;
}

/** What was on the page, for this data set, when it was left. */
export async function readAutosaves(data: string): Promise<Kept> {
  const db = await database();
  const kept: Kept = { autosaves: [], broken: 0 };
  for (const setting of PAGE_SETTINGS) {
    const key = autosaveKey(data, setting);
    const entry: unknown = await db.get('autosave', key);
    if (isAutosave(entry)) kept.autosaves.push(entry);
    else if (entry !== undefined) {
      kept.broken++;
      await db.delete('autosave', key);
    }
  }
  kept.autosaves.sort((a, b) => b.turn - a.turn);
  return kept;
}

/**
 * Keeps `run` as what is on the page in `setting`. With `sameWeights` the weights that are kept stay.
 * @throws DOMException `QuotaExceededError`; then what was kept before is still there
 */
export async function writeAutosave(
  run: SavedRun,
  setting: PageSetting,
  { sameWeights = false } = {},
): Promise<void> {
  const transaction = (await database()).transaction('autosave', 'readwrite');
  const { store } = transaction;
  const keys = PAGE_SETTINGS.map((one) => autosaveKey(run.data, one));
  const before = await Promise.all(keys.map((key) => store.get(key)));
  const turn = 1 + Math.max(0, ...before.map((entry) => entry?.turn ?? 0));
  const former = before[PAGE_SETTINGS.indexOf(setting)];
  const weights = sameWeights && former ? { steps: former.steps, weights: former.weights } : {};
  await Promise.all([
    store.put({ ...run, ...weights, turn }, keys[PAGE_SETTINGS.indexOf(setting)]),
    transaction.done,
  ]);
}

/**
 * Puts what was trained and kept for this data set among the saved runs, before it is overwritten.
 * @returns how many runs that were
 */
export async function setAutosavesAside(data: string): Promise<number> {
  const { autosaves } = await readAutosaves(data);
  const trained = autosaves.filter(({ weights }) => weights !== null);
  for (const { turn: _turn, ...run } of trained) await saveRun(run);
  return trained.length;
}

export async function dropAutosaves(data: string): Promise<void> {
  const db = await database();
  await Promise.all(
    PAGE_SETTINGS.map((setting) => db.delete('autosave', autosaveKey(data, setting))),
  );
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);

/** True when `run` has the shape of a saved run: what is stored may be of an older page, or damaged. */
export function isSavedRun(run: unknown): run is SavedRun {
  if (run === null || typeof run !== 'object') return false;
  const { id, name, date, data, address, steps, weights } = run as Record<string, unknown>;
  return (
    [id, name, date, data, address].every((field) => typeof field === 'string') &&
    isNumber(steps) &&
    (weights === null || weights instanceof Uint8Array) &&
    areHyperparameters((run as Partial<SavedRun>).hyperparameters ?? null)
  );
}

function areHyperparameters(values: object | null): boolean {
  if (values === null) return true;
  const { learningRate, tasksPerStep } = values as Record<string, unknown>;
  return isNumber(learningRate) && isNumber(tasksPerStep);
}

function isAutosave(entry: unknown): entry is Autosave {
  return isSavedRun(entry) && isNumber((entry as Partial<Autosave>).turn);
}

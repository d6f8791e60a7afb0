/** Saved runs and the autosave. */
import { database, type SavedRun } from './database';

/** Newest first. */
export async function listRuns(): Promise<SavedRun[]> {
  const runs = await (await database()).getAll('runs');
  return runs.sort((a, b) => b.date.localeCompare(a.date));
}

export async function saveRun(run: SavedRun): Promise<void> {
  await (await database()).put('runs', run, run.id);
}

export async function deleteRun(id: string): Promise<void> {
  await (await database()).delete('runs', id);
}

/** What was on the page when it was left, one for each data set. */
export async function readAutosave(data: string): Promise<SavedRun | null> {
  return (await (await database()).get('autosave', data)) ?? null;
}

export async function writeAutosave(run: SavedRun): Promise<void> {
  await (await database()).put('autosave', run, run.data);
}

export async function dropAutosave(data: string): Promise<void> {
  await (await database()).delete('autosave', data);
}

/** True when `run` has the shape of a saved run: what is stored may be of an older page, or damaged. */
export function isSavedRun(run: unknown): run is SavedRun {
  if (run === null || typeof run !== 'object') return false;
  const { id, name, date, data, address, steps, weights } = run as Record<string, unknown>;
  return (
    [id, name, date, data, address].every((field) => typeof field === 'string') &&
    typeof steps === 'number' &&
    (weights === null || weights instanceof Uint8Array)
  );
}

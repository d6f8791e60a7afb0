/** Files of the page's own folder: the data set and the shipped checkpoints. */
import * as v from 'valibot';
import { DatasetError, loadDataset, loadItemSide, loadUserSide } from '../../../src/data/dataset';
import type { Dataset } from '../../../src/data/types';
import { decodeCheckpoint, type Checkpoint } from '../../../src/model/checkpoint';
import { CheckpointError } from '../../../src/model/framed-file';
import { BUNDLED_DATA, isOwn } from '../../storage/names';
import { WorkerFailure } from '../../protocol/failure';
import type { Variant } from '../../protocol/vocabulary';
import { sameVariant } from '../../protocol/variant';
import { lateDataset, type LateDataset } from './late-dataset';

/** Reads a file by its path under the page's folder. @throws when it is not there */
export type ReadPath = (path: string) => Promise<ArrayBuffer>;

const MODELS = 'models/';

export function fetchFrom(base: string): ReadPath {
  return async (path) => {
    const response = await fetch(new URL(path, base));
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response.arrayBuffer();
  };
}

/**
 * A data set of the page's folder, or of those that the visitor keeps in this browser.
 * @throws WorkerFailure `data-missing` or `data-broken`, naming the file and what is wrong
 */
export async function readDataset(read: ReadPath, data = BUNDLED_DATA): Promise<Dataset> {
  return explained(loadDataset(await reader(read, data)));
}

/** As `readDataset`, of which the items come at once and the rest when it is asked for. */
export async function readLateDataset(read: ReadPath, data = BUNDLED_DATA): Promise<LateDataset> {
  const file = await reader(read, data);
  const items = await explained(loadItemSide(file));
  return lateDataset(items, () => explained(loadUserSide(file, items)));
}

async function explained<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    const missing = error.problem.startsWith('could not be read');
    throw new WorkerFailure(missing ? 'data-missing' : 'data-broken', error.message);
  }
}

async function reader(read: ReadPath, data: string): Promise<ReadPath> {
  if (!isOwn(data)) return (file) => read(`datasets/${data}/${file}`);
  const { readOwn } = await import('../../storage/own-data');
  return (file) => readOwn(data, file);
}

const IndexSchema = v.array(
  v.object({
    file: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
    variant: v.object({
      setting: v.string(),
      encoder: v.string(),
      hybrid: v.string(),
      modulation: v.string(),
    }),
  }),
);

/**
 * The shipped checkpoint of a variant, or null when there is none.
 * @throws WorkerFailure `data-missing` or `data-broken` for one that is listed but cannot be used
 */
export async function readCheckpoint(read: ReadPath, variant: Variant): Promise<Checkpoint | null> {
  const entry = (await readIndex(read)).find((shipped) => sameVariant(shipped.variant, variant));
  return entry ? readCheckpointFile(read, entry.file) : null;
}

/**
 * A shipped checkpoint by the name of its file.
 * @throws WorkerFailure `data-missing` or `data-broken`
 */
export async function readCheckpointFile(read: ReadPath, file: string): Promise<Checkpoint> {
  try {
    return await decodeCheckpoint(new Uint8Array(await read(MODELS + file)));
  } catch (error) {
    const code = error instanceof CheckpointError ? 'data-broken' : 'data-missing';
    throw new WorkerFailure(code, `${MODELS}${file}: ${(error as Error).message}`);
  }
}

/** Without a readable index nothing ships: every variant starts untrained, and says so. */
async function readIndex(read: ReadPath): Promise<v.InferOutput<typeof IndexSchema>> {
  try {
    const text = new TextDecoder().decode(await read(`${MODELS}index.json`));
    return v.parse(IndexSchema, JSON.parse(text));
  } catch {
    return [];
  }
}

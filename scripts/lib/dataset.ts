/** The bundled data set, read from disk. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDataset } from '../../src/data/dataset';
import type { ReadFile } from '../../src/data/dataset';

export const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const BUNDLED = join(REPOSITORY, 'public', 'datasets', 'movielens-small');

export const readFromDisk =
  (folder: string = BUNDLED): ReadFile =>
  async (file) => {
    const bytes = await readFile(join(folder, file));
    return new Uint8Array(bytes).buffer;
  };

export const loadBundledDataset = () => loadDataset(readFromDisk());

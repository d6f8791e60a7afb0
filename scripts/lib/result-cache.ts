/**
 * Finished evaluations on disk, so that a run that was broken off goes on where it stopped. A result
 * counts only for the same sources and the same data.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLED, REPOSITORY } from './dataset';

const FOLDER = join(REPOSITORY, '.cache', 'evaluate');

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Hash of everything that a result depends on beside its plan. */
export async function sourcesDigest(): Promise<string> {
  const hash = createHash('sha256');
  const folders = ['src/model', 'src/data'].map((name) => join(REPOSITORY, name));
  const files = (await Promise.all(folders.map(sourceFiles))).flat();
  for (const file of [...files, join(REPOSITORY, 'src/kinds.ts'), join(BUNDLED, 'manifest.json')])
    hash.update(await readFile(file));
  return hash.digest('hex');
}

export interface ResultCache<Row> {
  /** Null when there is none. */
  get(plan: unknown): Promise<Row | null>;
  put(plan: unknown, row: Row): Promise<void>;
}

/** @param digest of `sourcesDigest` */
export function resultCache<Row>(digest: string): ResultCache<Row> {
  const fileOf = (plan: unknown) => {
    const key = createHash('sha256').update(digest).update(JSON.stringify(plan)).digest('hex');
    return join(FOLDER, `${key.slice(0, 24)}.json`);
  };
  return {
    async get(plan) {
      try {
        return JSON.parse(await readFile(fileOf(plan), 'utf8'));
      } catch {
        return null;
      }
    },
    async put(plan, row) {
      await mkdir(FOLDER, { recursive: true });
      await writeFile(fileOf(plan), JSON.stringify(row));
    },
  };
}

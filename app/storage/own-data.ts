/** Data sets of the visitor, in the same files as the bundled one, kept in the browser. */
import { database } from './database';
import { NOT_KEPT } from './names';
import type { DatasetManifest } from '../../src/data/types';

const key = (data: string, file: string): string => `${data}/${file}`;
const MANIFEST = 'manifest.json';

/** @throws Error when the file is not there; DOMException where storage is blocked */
export async function readOwn(data: string, file: string): Promise<ArrayBuffer> {
  const bytes = await (await database()).get('datasets', key(data, file));
  if (!bytes) throw new Error(`${NOT_KEPT} '${data}'`);
  return bytes.slice().buffer as ArrayBuffer;
}

/** All files in one transaction: a data set is there whole or not at all. */
export async function writeOwn(
  manifest: DatasetManifest,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  const transaction = (await database()).transaction('datasets', 'readwrite');
  const text = new TextEncoder().encode(JSON.stringify(manifest));
  await Promise.all([
    ...Object.entries(files).map(([file, bytes]) =>
      transaction.store.put(bytes, key(manifest.name, file)),
    ),
    transaction.store.put(text, key(manifest.name, MANIFEST)),
    transaction.done,
  ]);
}

/** Manifests of the data sets kept here, by name. */
export async function listOwn(): Promise<DatasetManifest[]> {
  const db = await database();
  const keys = await db.getAllKeys('datasets');
  const manifests = await Promise.all(
    keys.filter((k) => k.endsWith(`/${MANIFEST}`)).map((k) => db.get('datasets', k)),
  );
  return manifests.map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as DatasetManifest);
}

export async function deleteOwn(data: string): Promise<void> {
  const transaction = (await database()).transaction('datasets', 'readwrite');
  const keys = await transaction.store.getAllKeys();
  const own = keys.filter((k) => k.startsWith(`${data}/`));
  await Promise.all([...own.map((k) => transaction.store.delete(k)), transaction.done]);
}

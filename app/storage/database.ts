/**
 * What the page keeps on this machine: data sets of the visitor, saved runs, the autosave. Works in
 * workers too. Everything here may fail (storage blocked, quota full): callers say so and go on.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Schema extends DBSchema {
  /** Files of own data sets by `name/file`. */
  datasets: { key: string; value: Uint8Array };
  /** Saved runs by id; their weights are safetensors. */
  runs: { key: string; value: SavedRun };
  /** One entry a data set and setting: what comes back after a reload. */
  autosave: { key: string; value: SavedRun };
}

/** A run: a model's weights and what the visitor made around them. */
export interface SavedRun {
  id: string;
  name: string;
  /** ISO 8601. */
  date: string;
  /** Name of the data set. */
  data: string;
  /** The page's address (query) when it was saved: setting, genre, support set, variant, seed. */
  address: string;
  steps: number;
  /** safetensors with configuration and provenance; null while the weights are the shipped ones. */
  weights: Uint8Array | null;
}

const NAME = 'cmml-explorable';
const VERSION = 1;

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | null = null;

/** @throws DOMException where the browser allows no storage. */
export function database(): Promise<Database> {
  opened ??= openDB<Schema>(NAME, VERSION, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('datasets');
        db.createObjectStore('runs');
        db.createObjectStore('autosave');
      }
    },
    // Another tab wants a newer version: let it have it; this tab opens again when it needs to.
    blocking: () => {
      void opened?.then((db) => db.close());
      opened = null;
    },
    terminated: () => {
      opened = null;
    },
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Deletes everything that the page keeps on this machine. */
export async function deleteEverything(): Promise<void> {
  const db = await database();
  await Promise.all([db.clear('datasets'), db.clear('runs'), db.clear('autosave')]);
}

/** True for the error that a full disk or quota gives. */
export const isQuota = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

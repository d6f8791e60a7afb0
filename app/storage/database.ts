/**
 * What the page keeps on this machine: data sets of the visitor, saved runs, the autosave. Works in
 * workers too. Everything here may fail (storage blocked, quota full): callers say so and go on.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import { SETTING_WORDS } from '../../src/kinds';
import type { Hyperparameters } from '../protocol/trainer';
import type { PageSetting } from '../protocol/vocabulary';

interface Schema extends DBSchema {
  /** Files of own data sets by `name/file`. */
  datasets: { key: string; value: Uint8Array };
  /** Saved runs by id; their weights are safetensors. */
  runs: { key: string; value: SavedRun };
  /** What comes back after the page was left, by `data/setting` (`autosaveKey`). */
  autosave: { key: string; value: Autosave };
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
  /** Where the visitor put the training sliders; null for runs of an older page. */
  hyperparameters: Hyperparameters | null;
  steps: number;
  /** safetensors with configuration and provenance; null while the weights are the shipped ones. */
  weights: Uint8Array | null;
}

export interface Autosave extends SavedRun {
  /** Grows with each saving: which setting was the last, whatever clocks say. */
  turn: number;
}

const NAME = 'cmml-explorable';
const VERSION = 2;

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | null = null;

/** @throws DOMException where the browser allows no storage. */
export function database(): Promise<Database> {
  opened ??= openDB<Schema>(NAME, VERSION, {
    async upgrade(db, from, _to, transaction) {
      if (from < 1) {
        db.createObjectStore('datasets');
        db.createObjectStore('runs');
        db.createObjectStore('autosave');
      } else if (from < 2) await splitAutosaves(transaction.objectStore('autosave'));
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

/** Key of the autosave of a data set and setting. */
export const autosaveKey = (data: string, setting: PageSetting): string =>
  `${data}/${SETTING_WORDS[setting]}`;

type AutosaveStore = IDBPObjectStore<Schema, ['datasets', 'runs', 'autosave'], 'autosave', 'versionchange'>; // prettier-ignore

/** Version 1 had one autosave a data set, under its name; what is no run is left behind. */
async function splitAutosaves(store: AutosaveStore): Promise<void> {
  for (const key of await store.getAllKeys()) {
    const old: Partial<SavedRun> | undefined = await store.get(key);
    await store.delete(key);
    if (typeof old?.address !== 'string') continue;
    const word = new URLSearchParams(old.address).get('setting');
    const setting = word === SETTING_WORDS.user ? 'user' : 'scenario';
    const kept = { ...old, hyperparameters: null, turn: 0 } as Autosave;
    await store.put(kept, autosaveKey(key, setting));
  }
}

/** The page's own names in `localStorage`, which other pages of this origin use too. */
const PREFERENCES = /^cmml\b/;

/** Deletes everything that the page keeps of the visitor on this machine. */
export async function deleteEverything(): Promise<void> {
  for (const key of Object.keys(localStorage).filter((name) => PREFERENCES.test(name))) {
    localStorage.removeItem(key);
  }
  const db = await database();
  await Promise.all([db.clear('datasets'), db.clear('runs'), db.clear('autosave')]);
}

/** True for the error that a full disk or quota gives. */
export const isQuota = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

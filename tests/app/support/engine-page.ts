/** The page without a browser: store, engine and a stand-in for the model, on a clock that tests move. */
import { afterEach, beforeEach, vi } from 'vitest';
import { createAppStore, type AppStore } from '../../../app/store';
import { createCatalogue } from '../../../app/store/catalogue';
import { Engine } from '../../../app/engine';
import type { Scenario } from '../../../src/data/types';
import { FakeClient } from './fake-client';

const MOVIES = 200;
export const GENRES = Uint32Array.from({ length: MOVIES }, (_, item) => 1 << (item % 5));

function scenario(id: string, bit: number): Scenario {
  const items = Uint32Array.from(GENRES.keys()).filter((item) => item % 5 === bit);
  return { id, name: id, genres: [bit], family: 'other', fold: 'metaTrain', items };
}

export const catalogue = createCatalogue(
  {
    count: MOVIES,
    id: Int32Array.from({ length: MOVIES }, (_, item) => 1000 + item),
    title: Array.from({ length: MOVIES }, (_, item) => `Movie ${item}`),
    year: new Int16Array(MOVIES).fill(1999),
    genres: GENRES,
  },
  [scenario('horror+sci-fi', 0), scenario('comedy', 1), scenario('war', 2)],
);

export interface Page {
  store: AppStore;
  client: FakeClient;
  engine: Engine;
  urls: string[];
  back: (search: string) => void;
}

export const engineOf = (store: AppStore, client: FakeClient, reducedMotion = false): Engine =>
  new Engine(store, {
    base: 'http://localhost/',
    makeClient: () => Promise.resolve(client),
    loadCatalogue: () => Promise.resolve(catalogue),
    painted: () => Promise.resolve(),
    pause: () => Promise.resolve(),
    reducedMotion: () => reducedMotion,
  });

/** Opens the page at an address (query, fragment or both), with a stand-in for the model, and lets it begin. */
export async function open(search: string, reducedMotion = false): Promise<Page> {
  const urls: string[] = [];
  const location = { search: '', pathname: '/', hash: '' };
  const place = (to: string) => {
    [location.search, location.hash = ''] = to.split(/(?=#)/);
    if (to.startsWith('#')) [location.search, location.hash] = ['', to];
  };
  place(search);
  const go = (_state: unknown, _title: string, url: string) => {
    urls.push(url);
    place(url.slice(1));
  };
  const listeners: (() => void)[] = [];
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', { pushState: go, replaceState: go });
  vi.stubGlobal('addEventListener', (_name: string, heard: () => void) => listeners.push(heard));
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: false }));
  const store = createAppStore();
  const client = new FakeClient(GENRES);
  const engine = engineOf(store, client, reducedMotion);
  await engine.begin();
  const back = (to: string) => {
    place(to);
    listeners.forEach((heard) => heard());
  };
  return { store, client, engine, urls, back };
}

export const labels = (store: AppStore) =>
  store.getState().support[store.getState().setting].items.map(({ item, label }) => [item, label]);

/** Until everything that was asked for is in the store, and the address is written. */
export const settled = () => vi.advanceTimersByTimeAsync(1000);

/** Each test of the file has a clock of its own. */
export function useClock(): void {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Autosave } from '../../../app/storage/database';
import { createAppStore, type AppStore } from '../../../app/store';
import { keepAutosaving, type Autosaving } from '../../../app/engine/autosave';
import {
  currentRun,
  readKept,
  readRunFile,
  restoreWeights,
  resumed,
} from '../../../app/engine/saving';
import { put } from '../../../app/store/support-edits';
import { FakeClient } from '../support/fake-client';

const kept = (address: string, change: Partial<Autosave> = {}): Autosave => ({
  id: '',
  name: '',
  date: '',
  data: 'movielens-small',
  address,
  hyperparameters: null,
  steps: 0,
  weights: null,
  turn: 1,
  ...change,
});

describe('where a page goes on that is opened without a word', () => {
  const last = kept('?genre=war&support=260_1193*0&checkpoint=40');

  it('is the last visit, less what only that visit had', () => {
    expect(resumed('', [last, kept('?setting=newcomer')])).toBe('?genre=war&support=260_1193*0');
    expect(resumed('?test=1', [last])).toBe('?genre=war&support=260_1193*0&test=1');
    expect(resumed('?data=own-x', [last])).toBe('?data=own-x&genre=war&support=260_1193*0');
  });

  it('is what the link says when it says anything', () => {
    for (const search of ['?genre=comedy', '?support=none', '?lang=zh', '?embed', '?seed=3']) {
      expect(resumed(search, [last])).toBeNull();
    }
  });

  it('is the first visit where nothing was kept, or nothing but that', () => {
    expect(resumed('', [])).toBeNull();
    expect(resumed('', [kept('')])).toBeNull();
    expect(resumed('', [kept('?genre=<script>&seed=x')])).toBeNull();
  });
});

describe('what is kept by itself', () => {
  let store: AppStore;
  let client: FakeClient;
  let autosaving: Autosaving;
  let exported: number;
  const location = { search: '', pathname: '/', hash: '' };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    globalThis.indexedDB = new IDBFactory();
    location.search = '';
    vi.stubGlobal('location', location);
    store = createAppStore();
    client = new FakeClient(new Uint32Array(10));
    exported = 0;
    Object.assign(client, {
      parameters: () => ({ steps: 5 }),
      exportWeights: () => Promise.resolve(Uint8Array.of(++exported)),
    });
    autosaving = keepAutosaving(store, client);
  });
  afterEach(async () => {
    autosaving.stop();
    await (await import('../../../app/storage/database')).database().then((db) => db.close());
    vi.resetModules();
    vi.useRealTimers();
  });

  const autosaves = () => readKept(store, 'movielens-small');
  /** Lets the delay pass and the storage answer. */
  const wait = async () => {
    await vi.advanceTimersByTimeAsync(6000);
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 50));
  };

  it('is nothing while nothing was changed', async () => {
    store.getState().fillSupport([{ item: 1, label: 1 }]); // the page's own
    await wait();
    expect(await autosaves()).toEqual([]);
  });

  it('is the support set and the sliders, without asking for weights that are shipped', async () => {
    store.getState().editSupport(put(2, 0));
    location.search = '?support=3*0';
    await wait();
    expect(await autosaves()).toMatchObject([{ address: '?support=3*0', weights: null, turn: 1 }]);
    expect(exported).toBe(0);
  });

  it('is the weights too once the model was trained', async () => {
    client.emit('parameters', { steps: 5 });
    await wait();
    const [{ weights }] = await autosaves();
    expect([...weights!]).toEqual([1]);
  });

  it('says once that a full disk keeps nothing, and goes on', async () => {
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    client.emit('parameters', { steps: 5 });
    await wait();
    expect(store.getState().notices).toMatchObject([{ level: 'warning', code: 'autosave' }]);
    full.mockRestore();
  });

  it('is gone once forgotten, and comes back with the next change', async () => {
    client.emit('parameters', { steps: 5 });
    await wait();
    await autosaving.forget();
    expect(await autosaves()).toEqual([]);
  });
});

describe('the autosave of a tab that was closed', () => {
  it('is still there, as a saved run, once another tab that was edited takes over', async () => {
    globalThis.indexedDB = new IDBFactory();
    vi.stubGlobal('location', { search: '', pathname: '/', hash: '' });
    let close: () => void = () => undefined;
    // Held by the other tab until `close`.
    const request = (_name: string, ...rest: unknown[]) => {
      const hold = rest.at(-1) as (lock: Lock | null) => unknown;
      if (rest.length === 2) return Promise.resolve(hold(null));
      return new Promise((resolve) => (close = () => resolve(hold({} as Lock))));
    };
    vi.stubGlobal('navigator', { locks: { request } });
    const { listRuns, writeAutosave } = await import('../../../app/storage/runs');
    const theirs = kept('?genre=war', { id: 'theirs', steps: 900, weights: Uint8Array.of(7) });
    await writeAutosave(theirs, 'scenario');
    const store = createAppStore();
    const client = new FakeClient(new Uint32Array(10));
    const saving = keepAutosaving(store, client);
    await new Promise((resolve) => setTimeout(resolve, 10));
    store.getState().editSupport(put(2, 0));
    vi.stubGlobal('location', { search: '?support=3*0', pathname: '/', hash: '' });
    close();
    await vi.waitFor(
      async () => {
        const [{ address }] = await readKept(store, 'movielens-small');
        expect(address).toBe('?support=3*0');
      },
      { timeout: 5000 },
    );
    expect(await listRuns()).toMatchObject([{ id: 'theirs', steps: 900, address: '?genre=war' }]);
    expect(store.getState().notices.map(({ code }) => code)).toContain('autosave-aside');
    saving.stop();
    vi.unstubAllGlobals();
  });
});

describe('a run as a file', () => {
  const page = async (note: string) => {
    vi.stubGlobal('location', { search: '?seed=3', hash: '' });
    const client = new FakeClient(new Uint32Array(1));
    Object.assign(client.answers, { importWeights: () => Promise.resolve({ note, steps: 40 }) });
    return readRunFile(client, Uint8Array.of(9));
  };

  it('brings back name, address, data and sliders', async () => {
    const store = createAppStore();
    const client = new FakeClient(new Uint32Array(1));
    let note = '';
    const exportWeights = (text: string) => Promise.resolve(((note = text), Uint8Array.of(9)));
    Object.assign(client, { exportWeights });
    vi.stubGlobal('location', { search: '?genre=war', hash: '' });
    const now = new Date('2026-01-01T00:00:00Z');
    const made = await currentRun(store, client, { name: 'mine', now, withWeights: true });
    expect(await page(note)).toEqual({ ...made, id: '', date: '' });
  });

  it('is taken as weights for the present page where its note is of another writer', async () => {
    for (const note of ['', 'nonsense', '{"address":3}', '[]']) {
      const run = await page(note);
      expect(run).toMatchObject({ address: '?seed=3', steps: 40, hyperparameters: null });
    }
  });

  const opened = async (trained: string | null, steps: number) => {
    const store = createAppStore();
    const client = new FakeClient(new Uint32Array(1));
    const variant = { setting: 'scenario', encoder: 'mean', hybrid: 'dot', modulation: 'film' };
    const file = {
      variant,
      steps,
      flat: new Float32Array(1),
      optimiser: null,
      arithmetic: trained,
    };
    Object.assign(client, {
      arithmetic: () => 'wasm-relaxed',
      restore: () => Promise.resolve({ variant, steps }),
    });
    Object.assign(client.answers, { importWeights: () => Promise.resolve(file) });
    const run = { id: '', name: '', date: '', data: '', address: '', hyperparameters: null, steps };
    await restoreWeights(store, client, { ...run, weights: Uint8Array.of(9) });
    return store.getState().notices.filter(({ code }) => code === 'other-arithmetic');
  };

  it('says so where it was trained by another arithmetic than the one it goes on by', async () => {
    const [notice] = await opened('wasm-simd', 40);
    expect(notice).toMatchObject({ level: 'info', detail: 'wasm-simd → wasm-relaxed' });
    for (const [trained, steps] of [['wasm-relaxed', 40], [null, 40], ['wasm-simd', 0]] as const) {
      expect(await opened(trained, steps)).toEqual([]);
    } // prettier-ignore
  });
});

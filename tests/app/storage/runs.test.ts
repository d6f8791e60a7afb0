import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as DatabaseModule from '../../../app/storage/database';
import type * as RunsModule from '../../../app/storage/runs';

type SavedRun = DatabaseModule.SavedRun;

let database: typeof DatabaseModule;
let runs: typeof RunsModule;

/** Modules hold an open connection: each test gets its own. */
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('localStorage', {});
  vi.resetModules();
  database = await import('../../../app/storage/database');
  runs = await import('../../../app/storage/runs');
});

const run = (change: Partial<SavedRun> = {}): SavedRun => ({
  id: '1',
  name: 'first',
  date: '2026-01-01T00:00:00Z',
  data: 'some',
  address: '?genre=war',
  hyperparameters: { learningRate: 0.01, tasksPerStep: 4 },
  steps: 7,
  weights: Uint8Array.of(1, 2, 3),
  ...change,
});

describe('the autosave', () => {
  it('holds one entry a setting, the last one first, whatever clocks say', async () => {
    await runs.writeAutosave(run({ date: '2026-05-05' }), 'scenario');
    await runs.writeAutosave(run({ date: '2020-01-01', address: '?setting=newcomer' }), 'user');
    const { autosaves } = await runs.readAutosaves('some');
    expect(autosaves.map(({ address }) => address)).toEqual(['?setting=newcomer', '?genre=war']);
    await runs.writeAutosave(run({ date: '2019-01-01' }), 'scenario');
    expect((await runs.readAutosaves('some')).autosaves[0].date).toBe('2019-01-01');
    expect((await runs.readAutosaves('other')).autosaves).toEqual([]);
  });

  it('keeps the weights where only the support set changed', async () => {
    await runs.writeAutosave(run(), 'scenario');
    const edited = run({ address: '?genre=comedy', steps: 0, weights: null });
    await runs.writeAutosave(edited, 'scenario', { sameWeights: true });
    const { autosaves } = await runs.readAutosaves('some');
    expect(autosaves[0]).toMatchObject({ address: '?genre=comedy', steps: 7 });
    expect([...autosaves[0].weights!]).toEqual([1, 2, 3]);
    await runs.writeAutosave(edited, 'scenario');
    expect((await runs.readAutosaves('some')).autosaves[0].weights).toBeNull();
  });

  it('is found under the keys that an older page gave it, and stays under them', async () => {
    const db = await database.database();
    await db.put('autosave', { ...run({ steps: 3 }), turn: 1 }, 'some/genre');
    await db.put('autosave', { ...run({ steps: 4 }), turn: 2 }, 'some/newcomer');
    const { autosaves } = await runs.readAutosaves('some');
    expect(autosaves.map(({ steps }) => steps)).toEqual([4, 3]);
    await runs.writeAutosave(run({ steps: 5 }), 'scenario');
    await runs.writeAutosave(run({ steps: 6 }), 'user');
    expect(await db.getAllKeys('autosave')).toEqual(['some/genre', 'some/newcomer']);
  });

  it('puts damaged entries aside and gives the others', async () => {
    await runs.writeAutosave(run({ address: '?setting=newcomer' }), 'user');
    const db = await database.database();
    for (const damage of [
      'not a run',
      { ...run(), steps: NaN, turn: 1 },
      { ...run(), weights: 3, turn: 1 },
      { ...run(), hyperparameters: { learningRate: '1' }, turn: 1 },
      run(),
    ]) {
      await db.put('autosave', damage as never, 'some/genre');
      const kept = await runs.readAutosaves('some');
      expect(kept.broken).toBe(1);
      expect(kept.autosaves).toHaveLength(1);
      expect((await runs.readAutosaves('some')).broken).toBe(0);
    }
  });

  it('leaves what was kept when the quota is full', async () => {
    await runs.writeAutosave(run(), 'scenario');
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const refused = await runs
      .writeAutosave(run({ steps: 9 }), 'scenario')
      .catch((e: unknown) => e);
    expect(database.isQuota(refused)).toBe(true);
    full.mockRestore();
    expect((await runs.readAutosaves('some')).autosaves[0].steps).toBe(7);
  });

  it('comes over from version 1, which had one entry a data set', async () => {
    const old = await openDB('cmml-explorable', 1, {
      upgrade: (db) => {
        for (const name of ['datasets', 'runs', 'autosave']) db.createObjectStore(name);
      },
    });
    const { hyperparameters: _, ...former } = run({ address: '?setting=newcomer' });
    await old.put('autosave', former, 'some');
    await old.put('autosave', 'damaged', 'other');
    await old.put('runs', { ...former, name: 'old' }, '1');
    old.close();
    const { autosaves } = await runs.readAutosaves('some');
    expect(autosaves).toMatchObject([{ steps: 7, hyperparameters: null, turn: 0 }]);
    expect(await (await database.database()).getAllKeys('autosave')).toEqual(['some/newcomer']);
    expect(await runs.readAutosaves('other')).toEqual({ autosaves: [], broken: 0 });
    expect((await runs.listRuns()).map(({ name }) => name)).toEqual(['old']);
  });
});

describe('saved runs', () => {
  it('are listed newest first and deleted one by one', async () => {
    await runs.saveRun(run());
    await runs.saveRun(run({ id: '2', date: '2026-02-02T00:00:00Z' }));
    expect((await runs.listRuns()).map(({ id }) => id)).toEqual(['2', '1']);
    await runs.deleteRun('2');
    expect((await runs.listRuns()).map(({ id }) => id)).toEqual(['1']);
  });

  it('leave a damaged one out of the list', async () => {
    await runs.saveRun(run());
    await (await database.database()).put('runs', { id: '2' } as never, '2');
    expect((await runs.listRuns()).map(({ id }) => id)).toEqual(['1']);
  });
});

describe('everything kept here', () => {
  it('is deleted at once: runs, autosave, data sets and preferences, and nothing of others', async () => {
    const stored: Record<string, string> = { 'cmml.theme': 'dark', theirs: '1' };
    const removeItem = (key: string) => delete stored[key];
    vi.stubGlobal('localStorage', Object.assign(Object.create({ removeItem }) as object, stored));
    await runs.saveRun(run());
    await runs.writeAutosave(run(), 'scenario');
    await (await database.database()).put('datasets', Uint8Array.of(1), 'own-x/manifest.json');
    await database.deleteEverything();
    expect(await runs.listRuns()).toEqual([]);
    expect((await runs.readAutosaves('some')).autosaves).toEqual([]);
    expect(await (await database.database()).count('datasets')).toBe(0);
    expect(stored).toEqual({ theirs: '1' });
  });

  it('is opened again after another tab deleted or upgraded the database', async () => {
    await runs.saveRun(run());
    await deleteDB('cmml-explorable');
    expect(await runs.listRuns()).toEqual([]);
  });
});

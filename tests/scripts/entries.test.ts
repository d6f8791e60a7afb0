/** The check that no worker's entry is shared, on made-up bundles. */
import { describe, expect, test } from 'vitest';
import { entryFaults, isInitial, type BuiltChunk } from '../../scripts/lib/entries';

const chunk = (fileName: string, more: Partial<BuiltChunk> = {}): BuiltChunk => ({
  fileName,
  isEntry: false,
  imports: [],
  dynamicImports: [],
  moduleIds: [`/app/${fileName}`],
  ...more,
});

const alone = [
  chunk('worker.js', { isEntry: true, imports: ['script.js'] }),
  chunk('script.js', { dynamicImports: ['start.js'] }),
  chunk('start.js', { imports: ['script.js'] }),
];
const shared = [
  chunk('worker.js', { isEntry: true, dynamicImports: ['start.js'] }),
  chunk('start.js', { imports: ['worker.js'] }),
];

test('an entry that nobody imports holds', () => {
  expect(entryFaults(alone, { worker: true })).toEqual([]);
});

test('a static import of a worker entry is a fault that names both files', () => {
  const faults = entryFaults(shared, { worker: true });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^start\.js imports worker\.js/);
});

test('so is a dynamic one, and an entry that imports itself', () => {
  const later = [alone[0], chunk('start.js', { dynamicImports: ['worker.js'] })];
  expect(entryFaults(later, { worker: true })).toHaveLength(1);
  const own = [chunk('worker.js', { isEntry: true, dynamicImports: ['worker.js'] })];
  expect(entryFaults(own, { worker: true })).toHaveLength(1);
});

test("a document's entry may be imported: one instance in every engine", () => {
  expect(entryFaults(shared, { worker: false })).toEqual([]);
});

test('a module in two chunks is a fault of any bundle', () => {
  const twice = [
    chunk('index.js', { isEntry: true, moduleIds: ['/app/store.ts'] }),
    chunk('lab.js', { moduleIds: ['/app/lab.ts', '/app/store.ts'] }),
  ];
  for (const worker of [true, false]) {
    expect(entryFaults(twice, { worker })).toEqual([
      '/app/store.ts is in index.js and in lab.js: its state would be split',
    ]);
  }
});

describe('what the page loads first', () => {
  const modules: Record<string, { isEntry: boolean; importers: string[] }> = {
    entry: { isEntry: true, importers: [] },
    near: { isEntry: false, importers: ['entry'] },
    far: { isEntry: false, importers: ['panel', 'near'] },
    // Fetched with `import()`, which does not count as an importer.
    panel: { isEntry: false, importers: [] },
    own: { isEntry: false, importers: ['panel', 'circle'] },
    circle: { isEntry: false, importers: ['own'] },
  };

  test('is what an entry imports statically, through others and in circles too', () => {
    const first = Object.keys(modules).filter((id) => isInitial(id, (of) => modules[of] ?? null));
    expect(first).toEqual(['entry', 'near', 'far']);
  });
});

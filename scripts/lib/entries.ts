/**
 * Keeps every worker's entry out of its own chunks, and fails the build where that did not work.
 *
 * WebKit does not count a worker's entry among the modules that are imported by address: a chunk
 * that imports the entry gets a second instance of it, whose `onmessage` replaces the first's. So an
 * entry holds one import of its script, and everybody shares the script's chunk. The import is
 * static: every engine keeps messages until the static imports have run, and loses those that come
 * while an entry awaits something.
 *
 * A document's `<script type="module">` is one instance with what its lazy chunks import, in all
 * three engines, so the page's entry may be shared; the service worker is a classic script. (Each
 * of these was tried on a page of two files in WebKit 2.50, Firefox 153 and Chromium 156.) What every
 * bundle needs is one home a module.
 */
import type { Plugin } from 'vite';

/** What the check reads of a built chunk, so that tests can make some up. */
export interface BuiltChunk {
  fileName: string;
  isEntry: boolean;
  /** Files that it imports statically, and with `import()`. */
  imports: readonly string[];
  dynamicImports: readonly string[];
  /** Ids of the modules inside. */
  moduleIds: readonly string[];
}

/** Faults of one bundle, each a sentence; none: it holds. */
export function entryFaults(chunks: readonly BuiltChunk[], { worker }: { worker: boolean }) {
  return [...(worker ? importedEntries(chunks) : []), ...modulesWithTwoHomes(chunks)];
}

function importedEntries(chunks: readonly BuiltChunk[]): string[] {
  const entries = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
  return chunks.flatMap(({ fileName, imports, dynamicImports }) =>
    [...new Set([...imports, ...dynamicImports])]
      .filter((imported) => entries.includes(imported))
      .map((entry) => `${fileName} imports ${entry}, a worker's entry: WebKit runs that twice`),
  );
}

function modulesWithTwoHomes(chunks: readonly BuiltChunk[]): string[] {
  const homes = new Map<string, string>();
  const faults: string[] = [];
  for (const { fileName, moduleIds } of chunks) {
    for (const id of moduleIds) {
      const first = homes.get(id);
      if (first) faults.push(`${id} is in ${first} and in ${fileName}: its state would be split`);
      else homes.set(id, fileName);
    }
  }
  return faults;
}

/** The check as a part of a build; the page and the workers are bundles of their own. */
export function checkEntries(of: { worker: boolean }): Plugin {
  return {
    name: 'check-entries',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const faults = entryFaults(chunks, of);
      if (faults.length > 0) this.error(faults.join('\n'));
    },
  };
}

/** The chunk of a worker's script: the bundler would fold it into the entry again. */
export const workerScripts = {
  groups: [
    {
      name: (id: string) => /[\\/](\w+-script)\.ts$/.exec(id)?.[1] ?? null,
      test: /[\\/]app[\\/]workers[\\/].*-script\.ts$/,
    },
  ],
};

type Importers = (id: string) => { isEntry: boolean; importers: readonly string[] } | null;

/** Whether an entry imports the module statically, directly or through others. */
export function isInitial(id: string, infoOf: Importers, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const info = infoOf(id);
  return (
    info !== null && (info.isEntry || info.importers.some((from) => isInitial(from, infoOf, seen)))
  );
}

/**
 * What the page loads first, in one chunk: lazy panels that share a few of its modules would have it
 * cut into a dozen, which weigh more than one.
 */
export const firstChunk = {
  groups: [
    {
      name: (id: string, context: { getModuleInfo: Importers }) =>
        !id.includes('node_modules') && isInitial(id, (of) => context.getModuleInfo(of))
          ? 'page'
          : null,
    },
  ],
};

/** The page's side of the import worker. */
import type { Ask } from '../protocol/calls';
import type { ImportCalls, ImportNotice } from '../protocol/import';
import { Link, type WorkerLike } from './link';

export interface Importer {
  /** @throws WorkerFailure when the worker ends, by `close` too */
  ask: Ask<ImportCalls>;
  close(): void;
}

/** Starts a worker; `onProgress` hears how far it is. */
export function startImporter(onProgress: (progress: ImportNotice) => void): Importer {
  const worker = new Worker(new URL('../workers/import/import-worker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  }) as WorkerLike;
  const handlers = { onNotice: onProgress, onDeath: () => undefined };
  const link = new Link<ImportCalls, ImportNotice>(worker, handlers, Infinity);
  return { ask: (call, ...question) => link.ask(call, ...question), close: () => link.close() };
}

/** The page's side of the import worker. */
import type { FromImport, ToImport } from './protocol';

export interface Importer {
  send(message: ToImport): void;
  close(): void;
}

/** Starts a worker; `hear` gets everything it says. */
export function startImporter(hear: (message: FromImport) => void): Importer {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  });
  worker.onmessage = ({ data }: MessageEvent<FromImport>) => hear(data);
  worker.onerror = ({ message }) => hear({ type: 'failed', code: 'internal', detail: message });
  return { send: (message) => worker.postMessage(message), close: () => worker.terminate() };
}

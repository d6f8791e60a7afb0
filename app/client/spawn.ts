import type { WorkerLike } from './link';

/** Starts the script that all roles share; `name` is what developer tools show. */
export function spawnWorker(name: string): WorkerLike {
  return new Worker(new URL('../workers/worker.ts', import.meta.url), {
    type: 'module',
    name,
  }) as WorkerLike;
}

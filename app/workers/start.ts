/** Starts a worker in its role: backend and data side by side, then the role's handlers. */
import { enableProdMode } from '@tensorflow/tfjs-core';
import { candidates, startBackend } from './backend/candidates';
import { chooseBackend } from './backend/choose';
import { stepGate, watchDevice } from './backend/device';
import { fetchFrom, readDataset, readLateDataset } from './model/files';
import type { Handlers, Host } from './host/host';
import type { BackendName, BackendReport, Request } from './protocol';

type StartRequest = Extract<Request, { type: 'start' }>;

const NAMES: Record<'cpu' | 'gpu' | 'all', BackendName[]> = {
  cpu: ['wasm', 'cpu'],
  gpu: ['webgpu', 'webgl'],
  all: ['webgpu', 'webgl', 'wasm', 'cpu'],
};

/** Snapshots a second: reading parameters back stalls a GPU. */
const SNAPSHOT_MS: Record<BackendName, number> = { cpu: 100, wasm: 100, webgl: 500, webgpu: 500 };

export async function start(host: Host, request: StartRequest): Promise<BackendReport> {
  enableProdMode();
  const [report, handlers] = await Promise.all([choose(request), handlersOf(host, request)]);
  watchDevice(report.chosen, {
    onLost: (detail) =>
      host.notify({ type: 'line', level: 'warning', code: 'device-lost', detail }),
    onError: (detail) =>
      host.notify({ type: 'line', level: 'error', code: 'device-error', detail }),
  });
  if (request.test) host.extend((await import('./host/faults')).faultHandlers(report.chosen));
  host.extend(handlers(report.chosen));
  return report;
}

/** What a role answers on a backend: its code and its data. */
async function handlersOf(
  host: Host,
  { role, base, data }: StartRequest,
): Promise<(backend: BackendName) => Handlers> {
  const read = fetchFrom(base);
  switch (role) {
    case 'adapter': {
      const [{ adapterHandlers }, late] = await Promise.all([
        import('./adapter/adapter-handlers'),
        readLateDataset(read, data),
      ]);
      return () => adapterHandlers(late, read);
    }
    case 'racer': {
      const [{ raceHandlers }, dataset] = await Promise.all([
        import('./race/handlers'),
        readDataset(read, data),
      ]);
      return () => raceHandlers(dataset, read);
    }
    case 'trainer': {
      const [{ trainerHandlers }, dataset] = await Promise.all([
        import('./trainer/handlers'),
        readDataset(read, data),
      ]);
      return (backend) =>
        trainerHandlers({
          dataset,
          read,
          notify: (notice) => host.notify(notice),
          snapshotEvery: SNAPSHOT_MS[backend],
          settle: stepGate(backend),
        });
    }
  }
}

function choose({ role, backend, only, avoid = [] }: StartRequest): Promise<BackendReport> {
  const usable = NAMES[only ?? 'all'].filter((name) => !avoid.includes(name));
  // Somebody forces a backend to see that one; what failed on this page is still avoided.
  const wanted = backend !== 'auto' && avoid.includes(backend) ? 'auto' : backend;
  return chooseBackend({
    wanted,
    candidates: candidates(usable),
    race: role === 'trainer' && only !== 'cpu' && backend === 'auto',
    timed: role === 'trainer',
    // The adapter never differentiates; on a GPU a forward pass may be wrong too, so it is checked.
    checked: role === 'trainer' || only !== 'cpu',
    use: startBackend,
  });
}

/** Starts a worker in its role: backend and data side by side, then the role's handlers. */
import { enableProdMode } from '@tensorflow/tfjs-core';
import { adapterHandlers } from './adapter/handlers';
import { candidates, startBackend } from './backend/candidates';
import { chooseBackend } from './backend/choose';
import { stepGate, watchDevice } from './backend/device';
import { fetchFrom, readDataset } from './model/files';
import type { Host } from './host/host';
import type { BackendName, BackendReport, Request } from './protocol';
import { trainerHandlers } from './trainer/handlers';

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
  const read = fetchFrom(request.base);
  const [report, dataset] = await Promise.all([choose(request), readDataset(read, request.data)]);
  watchDevice(report.chosen, {
    onLost: (detail) =>
      host.notify({ type: 'line', level: 'warning', code: 'device-lost', detail }),
    onError: (detail) =>
      host.notify({ type: 'line', level: 'error', code: 'device-error', detail }),
  });
  if (request.test) host.extend((await import('./host/faults')).faultHandlers(report.chosen));
  if (request.role === 'racer') {
    const { raceHandlers } = await import('./race/handlers');
    host.extend(raceHandlers(dataset, read));
    return report;
  }
  host.extend(
    request.role === 'adapter'
      ? adapterHandlers(dataset, read)
      : trainerHandlers({
          dataset,
          read,
          notify: (notice) => host.notify(notice),
          snapshotEvery: SNAPSHOT_MS[report.chosen],
          settle: stepGate(report.chosen),
        }),
  );
  return report;
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

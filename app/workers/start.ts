/** Starts a worker in its role: backend and data side by side, then the role's handlers. */
import { withValidation } from '../../src/data/validation';
import { enableProdMode } from '@tensorflow/tfjs-core';
import { arithmetic } from '../../src/model/kernels/arithmetic';
import { candidates, startBackend } from './backend/candidates';
import { chooseBackend } from './backend/choose';
import { stepGate, watchDevice } from './backend/device';
import { fetchFrom, readDataset, readLateDataset, type ReadPath } from './model/files';
import type { Handlers, Host } from './host/host';
import type { AdapterCalls } from '../protocol/adapter';
import type { StartQuestion } from '../protocol/calls';
import type { HelperCalls } from '../protocol/helper';
import type { RacerCalls } from '../protocol/race';
import type { TrainerCalls } from '../protocol/trainer';
import type { BackendName, BackendReport, WorkerRole } from '../protocol/vocabulary';

/** What answers each role's calls. */
interface RoleHandlers {
  adapter: Handlers<AdapterCalls>;
  trainer: Handlers<TrainerCalls>;
  helper: Handlers<HelperCalls>;
  racer: Handlers<RacerCalls>;
}

/** Gets ready to answer a role's calls; on which backend is known last. */
type Prepare<Role extends WorkerRole> = (
  host: Host,
  read: ReadPath,
  question: StartQuestion,
) => Promise<(backend: BackendName) => RoleHandlers[Role]>;

const NAMES: Record<'cpu' | 'gpu' | 'all', BackendName[]> = {
  cpu: ['wasm', 'cpu'],
  gpu: ['webgpu', 'webgl'],
  all: ['webgpu', 'webgl', 'wasm', 'cpu'],
};

/**
 * Least ms between two snapshots. The list follows training once a second and the map every few: more
 * would be read, copied and thrown away unseen, and WebKit gives such memory back late. Reading
 * parameters back stalls a GPU.
 */
const SNAPSHOT_MS: Record<BackendName, number> = { cpu: 250, wasm: 250, webgl: 500, webgpu: 500 };

export async function start(host: Host, question: StartQuestion): Promise<BackendReport> {
  const { role, base, test } = question;
  enableProdMode();
  host.become(role, null);
  const [report, handlers] = await Promise.all([
    choose(question),
    ROLES[role](host, fetchFrom(base), question),
  ]);
  host.become(role, report.chosen);
  watchDevice(report.chosen, {
    onLost: (detail) =>
      host.notify({ type: 'line', level: 'warning', code: 'device-lost', detail }),
    onError: (detail) =>
      host.notify({ type: 'line', level: 'error', code: 'device-error', detail }),
  });
  if (test) host.extend((await import('./host/faults')).faultHandlers(report.chosen));
  host.extend(handlers(report.chosen));
  return { ...report, arithmetic: arithmetic() };
}

/** A role's code and data, both fetched at once. */
const ROLES: { [Role in WorkerRole]: Prepare<Role> } = {
  async adapter(_, read, { data }) {
    const [{ adapterHandlers }, late] = await Promise.all([
      import('./adapter/adapter-handlers'),
      readLateDataset(read, data),
    ]);
    return () => adapterHandlers(late, read);
  },

  async racer(_, read, { data }) {
    const [{ raceHandlers }, dataset] = await Promise.all([
      import('./race/handlers'),
      readDataset(read, data),
    ]);
    return () => raceHandlers(dataset, read);
  },

  async trainer(host, read, question) {
    const [{ trainerHandlers }, dataset] = await Promise.all([
      import('./trainer/handlers'),
      readDataset(read, question.data),
    ]);
    return (backend) =>
      trainerHandlers({
        dataset: withValidation(dataset),
        read,
        notify: (notice) => host.notify(notice),
        snapshotEvery: SNAPSHOT_MS[backend],
        settle: stepGate(backend),
        start: backend === 'wasm' ? question : null,
      });
  },

  async helper(_, read, { data }) {
    const [{ helperHandlers }, dataset] = await Promise.all([
      import('./helper/handlers'),
      readDataset(read, data),
    ]);
    return () => helperHandlers(withValidation(dataset), read);
  },
};

function choose({ role, backend, only, avoid = [] }: StartQuestion): Promise<BackendReport> {
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

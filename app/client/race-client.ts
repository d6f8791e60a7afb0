/** The page's side of the racer: starts it at the first question, starts it anew when it dies. */
import { spawnWorker } from './spawn';
import { Supervisor, type Status } from './supervisor';
import type { Link, WorkerLike } from './link';
import type { Ask, StartCalls } from '../protocol/calls';
import type { RacerCalls } from '../protocol/race';
import type { BackendName, BackendReport } from '../protocol/vocabulary';

/** Silence after which the racer counts as hung, in ms. */
const PATIENCE_MS = 30_000;

export interface RaceClientOptions {
  /** Address of the folder that holds `datasets/` and `models/`, with a slash at its end. */
  base: string;
  /** Name of the data set; the bundled one unless told. */
  data?: string;
  backend: BackendName | 'auto';
  onStatus?: (status: Status) => void;
  /** For tests: makes the worker. */
  spawn?: () => WorkerLike;
}

export interface RaceClient {
  /** @throws WorkerFailure */
  ask: Ask<RacerCalls>;
  /** The backend everybody runs on; null until the first answer. */
  backend(): BackendName | null;
  dispose(): void;
}

export function createRaceClient({
  base,
  data,
  backend,
  onStatus = () => undefined,
  spawn = () => spawnWorker('racer'),
}: RaceClientOptions): RaceClient {
  let report: BackendReport | null = null;
  const supervisor = new Supervisor<RacerCalls & StartCalls>({
    spawn,
    boot: async (link: Link<StartCalls>) => {
      // Where no backend is forced, no GPU is tried: wasm starts at once, and the systems are too small for a GPU to gain.
      const only = backend === 'auto' ? 'cpu' : undefined;
      report = await link.ask('start', { role: 'racer', base, data, backend, only });
    },
    onNotice: () => undefined,
    onStatus,
    onDeath: () => undefined,
    patience: PATIENCE_MS,
  });
  return {
    ask(call, ...question) {
      // Given up once (no network, a device that was lost), it is tried again at the next question.
      supervisor.resetDeaths();
      return supervisor.ask(call, ...question);
    },
    backend: () => report?.chosen ?? null,
    dispose: () => supervisor.close(),
  };
}

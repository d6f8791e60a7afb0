/** The page's side of the racer: starts it at the first question, starts it anew when it dies. */
import { spawnWorker } from '../client/spawn';
import { Supervisor, type Status } from '../client/supervisor';
import type { Link, WorkerLike } from '../client/link';
import { SUPERSEDED } from '../client/link';
import type { FigureRequest } from '../figures/protocol';
import type { BackendName, BackendReport, Replies, Request } from '../protocol';

/** Silence after which the racer counts as hung, in ms. */
const PATIENCE_MS = 30_000;

type RaceRequest =
  Extract<Request, { type: 'raceCourses' | 'race' | 'raceTraining' }> | FigureRequest;

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
  ask<R extends RaceRequest>(request: R): Promise<Replies[R['type']]>;
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
  const boot = async (link: Link) => {
    // Without a wish wasm: it starts at once, and all entrants are too small for a GPU to gain.
    const only = backend === 'auto' ? 'cpu' : undefined;
    report = (await link.ask({
      type: 'start',
      role: 'racer',
      base,
      data,
      backend,
      only,
    })) as typeof report;
  };
  const supervisor = new Supervisor({
    spawn,
    boot,
    onNotice: () => undefined,
    onStatus,
    onDeath: () => undefined,
    patience: PATIENCE_MS,
  });
  return {
    async ask(request) {
      const reply = await supervisor.ask(request);
      if (reply === SUPERSEDED) throw new Error('a race request is never superseded');
      return reply;
    },
    backend: () => report?.chosen ?? null,
    dispose: () => supervisor.close(),
  };
}

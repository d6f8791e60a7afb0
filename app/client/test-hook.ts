import type { Ask, FaultCalls, WorkerFault, WorkerMemory } from '../protocol/calls';
import type { TrainingState } from '../protocol/trainer';
import type { Role } from '../protocol/vocabulary';
import type { AdapterRole, TrainerRole } from './roles';
import type { Supervisor } from './supervisor';

/** What fault tests may do to a worker; only there when the page was opened with `?test`. */
export interface TestHook {
  /** The worker dies now, as if its script had thrown. */
  kill(role: Role): void;
  /** The worker stops without a word: the watchdog has to notice. */
  hang(role: Role): void;
  /** The page is told that the worker's device was lost. */
  lose(role: Role): void;
  /** Something breaks inside the worker, which has to notice by itself. */
  break(role: Role, fault: WorkerFault): Promise<void>;
  /** The trainer's parameters are no numbers any more. */
  poison(): Promise<void>;
  /** Tensors that a worker holds; null where it has not been started. */
  memory(role: Role): Promise<WorkerMemory | null>;
}

declare global {
  var cmmlTest: TestHook | undefined;
}

export function installTestHook(
  workers: { adapter: Supervisor<AdapterRole>; trainer: Supervisor<TrainerRole> },
  stateOfRun: () => TrainingState,
): void {
  const { adapter, trainer } = workers;
  /** What both roles answer. */
  const faults: Record<Role, Ask<FaultCalls>> = {
    adapter: (call, ...question) => adapter.ask(call, ...question),
    trainer: (call, ...question) => trainer.ask(call, ...question),
  };
  globalThis.cmmlTest = {
    kill: (role) => workers[role].kill('worker-died', 'killed by a test'),
    hang: (role) => workers[role].hang(),
    lose: (role) => workers[role].kill('device-lost', 'lost by a test'),
    async break(role, fault) {
      await faults[role]('break', { fault });
    },
    async poison() {
      const state = stateOfRun();
      const flat = new Float32Array(state.flat.length).fill(NaN);
      await trainer.ask('resume', { state: { ...state, flat } });
    },
    async memory(role) {
      if (workers[role].status !== 'ready') return null;
      return faults[role]('memory');
    },
  };
}

import type { Replies, Role, TrainingState, WorkerFault } from '../protocol';
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
  memory(role: Role): Promise<Replies['memory'] | null>;
}

declare global {
  var cmmlTest: TestHook | undefined;
}

export function installTestHook(
  supervisors: Record<Role, Supervisor>,
  stateOfRun: () => TrainingState,
): void {
  globalThis.cmmlTest = {
    kill: (role) => supervisors[role].kill('worker-died', 'killed by a test'),
    hang: (role) => supervisors[role].hang(),
    lose: (role) => supervisors[role].kill('device-lost', 'lost by a test'),
    async break(role, fault) {
      await supervisors[role].ask({ type: 'break', fault });
    },
    async poison() {
      const state = stateOfRun();
      const flat = new Float32Array(state.flat.length).fill(NaN);
      await supervisors.trainer.ask({ type: 'resume', state: { ...state, flat } });
    },
    async memory(role) {
      if (supervisors[role].status !== 'ready') return null;
      return supervisors[role].askOnce({ type: 'memory' });
    },
  };
}

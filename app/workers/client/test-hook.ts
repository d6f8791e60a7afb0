import type { Role } from '../protocol';
import type { Supervisor } from './supervisor';

/** What fault tests may do to a worker; only there when the page was opened with `?test`. */
export interface TestHook {
  /** The worker dies now, as if its script had thrown. */
  kill(role: Role): void;
  /** The worker stops without a word: the watchdog has to notice. */
  hang(role: Role): void;
  /** The worker's GPU device is lost. */
  lose(role: Role): void;
}

declare global {
  var cmmlTest: TestHook | undefined;
}

export function installTestHook(supervisors: Record<Role, Supervisor>): void {
  globalThis.cmmlTest = {
    kill: (role) => supervisors[role].kill('worker-died', 'killed by a test'),
    hang: (role) => supervisors[role].hang(),
    lose: (role) => supervisors[role].kill('device-lost', 'lost by a test'),
  };
}

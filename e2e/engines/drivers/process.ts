/** Child processes that are sure to end. */
import type { ChildProcess } from 'node:child_process';

/** How long a process may take to end by itself once it was asked to. */
const PATIENCE_MS = 3000;

export interface Running {
  /** Resolves when the process is gone, however that came. */
  ended: Promise<void>;
  /** Ends it and all that it started (a process group of its own), if need be by force. */
  end(): Promise<void>;
}

/** @param detached whether the child leads a process group, which then is ended whole. */
export function running(child: ChildProcess, { detached = false } = {}): Running {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(detached ? -child.pid : child.pid, name);
    } catch {
      // Gone already.
    }
  };
  const onExit = (): void => signal('SIGKILL');
  process.once('exit', onExit);
  return {
    ended,
    async end() {
      signal('SIGTERM');
      const force = setTimeout(() => signal('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(force);
      process.off('exit', onExit);
      // Children of a group whose leader is gone.
      if (detached) signal('SIGKILL');
    },
  };
}

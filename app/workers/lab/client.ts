/** The page's side of the lab's worker: one run at a time. */
import type { FromLab, LabJob, ToLab } from './protocol';

export interface LabRun {
  pause(): void;
  resume(): void;
  /** Ends the worker; what it has sent stays. */
  cancel(): void;
}

/** Starts a worker on `jobs`; `hear` gets everything it says. */
export function startLab(
  base: string,
  data: string,
  jobs: LabJob[],
  hear: (message: FromLab) => void,
  spawn: () => Worker = spawnLab,
): LabRun {
  const worker = spawn();
  const send = (message: ToLab): void => worker.postMessage(message);
  worker.onmessage = ({ data: message }: MessageEvent<FromLab>) => {
    hear(message);
    if (message.type === 'finished' || message.type === 'failed') worker.terminate();
  };
  worker.onerror = (event) => {
    hear({ type: 'failed', detail: event.message || 'the worker stopped' });
    worker.terminate();
  };
  send({ type: 'run', base, data, jobs });
  return {
    pause: () => send({ type: 'pause' }),
    resume: () => send({ type: 'resume' }),
    cancel: () => worker.terminate(),
  };
}

function spawnLab(): Worker {
  return new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module', name: 'lab' });
}

import { useEffect, useRef, useState } from 'react';
import { presentData } from '../../store/engine/surroundings';
import { startLab, type LabRun } from '../../workers/lab/client';
import type { FromLab, LabJob, LabRow } from '../../workers/lab/protocol';

export type RunState =
  | { state: 'idle' }
  | ({ state: 'running' | 'paused' } & UnderWay)
  | { state: 'cancelled' }
  | { state: 'failed'; detail: string };

interface UnderWay {
  job: LabJob;
  phase: 'starting' | 'training' | 'measuring';
  /** Share of the phase, 0..1. */
  done: number;
  /** Jobs after this one. */
  waiting: number;
}

export type LabRuns = ReturnType<typeof useLabRun>;

/** Runs of this visit: rows as they finish, progress, and the handles of the present one. */
export function useLabRun() {
  const [rows, setRows] = useState<readonly LabRow[]>([]);
  const [state, setState] = useState<RunState>({ state: 'idle' });
  const run = useRef<LabRun | null>(null);
  useEffect(() => () => run.current?.cancel(), []);

  const start = (jobs: LabJob[]): void => {
    if (jobs.length === 0) return;
    run.current?.cancel();
    const waitingAfter = (job: LabJob): number =>
      jobs.length - 1 - jobs.findIndex((j) => j.system === job.system && j.seed === job.seed);
    const progress = (job: LabJob, phase: UnderWay['phase'], done: number): void =>
      setState((was) => ({
        state: was.state === 'paused' ? 'paused' : 'running',
        job,
        phase,
        done,
        waiting: waitingAfter(job),
      }));
    const hear = (message: FromLab): void => {
      switch (message.type) {
        case 'training':
          progress(message.job, 'training', message.step / message.job.steps);
          break;
        case 'measuring':
          progress(message.job, 'measuring', message.done);
          break;
        case 'rows':
          setRows((before) => [
            ...before.filter((row) => stays(row, message.rows)),
            ...message.rows,
          ]);
          break;
        case 'finished':
          setState({ state: 'idle' });
          break;
        case 'failed':
          setState({ state: 'failed', detail: message.detail });
      }
    };
    setState({
      state: 'running',
      job: jobs[0],
      phase: 'starting',
      done: 0,
      waiting: jobs.length - 1,
    });
    run.current = startLab(new URL('.', document.baseURI).href, presentData(), jobs, hear);
  };

  return {
    rows,
    state,
    start,
    pause: () => {
      run.current?.pause();
      setState((was) => (was.state === 'running' ? { ...was, state: 'paused' } : was));
    },
    resume: () => {
      run.current?.resume();
      setState((was) => (was.state === 'paused' ? { ...was, state: 'running' } : was));
    },
    cancel: () => {
      run.current?.cancel();
      setState({ state: 'cancelled' });
    },
  };
}

/**
 * A system's former runs stay beside the new ones unless they are of the same seed, which is run
 * again, or of another number of steps, which has no mean with them.
 */
export const stays = (row: LabRow, by: readonly LabRow[]): boolean =>
  !by.some(
    (other) =>
      other.setting === row.setting &&
      other.system === row.system &&
      other.treatment === row.treatment &&
      (other.seed === row.seed || other.steps !== row.steps),
  );

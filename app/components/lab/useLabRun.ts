import { useEffect, useRef, useState } from 'react';
import { presentData } from '../../store/engine/surroundings';
import { startLab, type LabRun } from '../../workers/lab/client';
import type { FromLab, LabJob, LabRow } from '../../workers/lab/protocol';

export type RunState =
  | { state: 'idle' }
  | { state: 'running' | 'paused'; job: LabJob; step: number; measuring: boolean; waiting: number }
  | { state: 'cancelled' }
  | { state: 'failed'; detail: string };

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
    const hear = (message: FromLab): void => {
      switch (message.type) {
        case 'training':
        case 'measuring':
          setState((was) => ({
            state: was.state === 'paused' ? 'paused' : 'running',
            job: message.job,
            step: message.type === 'training' ? message.step : message.job.steps,
            measuring: message.type === 'measuring',
            waiting: waitingAfter(message.job),
          }));
          break;
        case 'rows':
          setRows((before) => [
            ...before.filter((row) => !replaced(row, message.rows)),
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
      step: 0,
      measuring: false,
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

/** A run of the same system, seed and treatment takes the place of the former one. */
const replaced = (row: LabRow, by: readonly LabRow[]): boolean =>
  by.some(
    (other) =>
      other.setting === row.setting &&
      other.system === row.system &&
      other.seed === row.seed &&
      other.treatment === row.treatment,
  );

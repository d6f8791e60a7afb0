import { useEffect, useRef, useState } from 'react';
import { store } from '../../store';
import { failureOf } from '../../store/faults';
import { currentData } from '../../engine/current-data';
import { startFamilies, startTables, type LabRun } from '../../client/lab-client';
import type { FamilyFindings, FamilyJob, LabJob, LabNotice, LabRow } from '../../protocol/lab';

export type RunState =
  | { state: 'idle' }
  | ({ state: 'running' | 'paused' } & UnderWay)
  | { state: 'cancelled' }
  | { state: 'failed'; detail: string };

interface UnderWay {
  job: LabJob | FamilyJob;
  phase: 'starting' | 'training' | 'measuring';
  /** Share of the phase, 0..1. */
  done: number;
  /** Jobs after this one. */
  waiting: number;
}

export type LabRuns = ReturnType<typeof useLabRun>;

const NO_FINDINGS: FamilyFindings = { results: [], summaries: [] };

/** Runs of this visit: what they found so far, progress, and the handles of the one under way. */
export function useLabRun() {
  const [rows, setRows] = useState<readonly LabRow[]>([]);
  const [findings, setFindings] = useState(NO_FINDINGS);
  const [state, setState] = useState<RunState>({ state: 'idle' });
  const run = useRef<LabRun | null>(null);
  useEffect(() => () => run.current?.cancel(), []);

  const follow = (
    jobs: readonly (LabJob | FamilyJob)[],
    begin: (hear: (notice: LabNotice) => void) => LabRun,
  ): void => {
    if (jobs.length === 0) return;
    run.current?.cancel();
    const waitingAfter = (job: LabJob | FamilyJob): number =>
      jobs.length - 1 - jobs.findIndex((j) => j.system === job.system && j.seed === job.seed);
    const progress = (job: LabJob | FamilyJob, phase: UnderWay['phase'], done: number): void =>
      setState((was) => ({
        state: was.state === 'paused' ? 'paused' : 'running',
        job,
        phase,
        done,
        waiting: waitingAfter(job),
      }));
    const hear = (notice: LabNotice): void => {
      switch (notice.type) {
        case 'training':
          progress(notice.job, 'training', notice.step / notice.job.steps);
          break;
        case 'measuring':
          progress(notice.job, 'measuring', notice.done);
          break;
        case 'rows':
          setRows((before) => [...before.filter((row) => stays(row, notice.rows)), ...notice.rows]);
          break;
        case 'families':
          setFindings(notice.findings);
      }
    };
    setState({
      state: 'running',
      job: jobs[0],
      phase: 'starting',
      done: 0,
      waiting: jobs.length - 1,
    });
    run.current = begin(hear);
    run.current.finished.then(
      (through) => through && setState({ state: 'idle' }),
      (failure: unknown) => {
        const { code, detail } = failureOf(failure);
        store.getState().noteFault({ code, detail: `lab: ${detail}` });
        setState({ state: 'failed', detail });
      },
    );
  };

  const place = () => ({ base: new URL('.', document.baseURI).href, data: currentData() });

  return {
    rows,
    findings,
    state,
    /** Rows of the tables. */
    start: (jobs: LabJob[]) => follow(jobs, (hear) => startTables({ ...place(), jobs }, hear)),
    /** Systems of the families of tasks. */
    startFamilies: (jobs: FamilyJob[]) =>
      follow(jobs, (hear) => startFamilies({ ...place(), jobs, before: findings.results }, hear)),
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

/** The page's side of the lab's worker: one run at a time. */
import type { Question } from '../protocol/calls';
import type { LabCalls, LabNotice } from '../protocol/lab';
import { Link, type WorkerLike } from './link';

export interface LabRun {
  /** True when all jobs are through, false when they were cancelled. @throws WorkerFailure */
  finished: Promise<boolean>;
  pause(): void;
  resume(): void;
  /** Ends the worker; what it has sent stays. */
  cancel(): void;
}

type LabLink = Link<LabCalls, LabNotice>;

/** Starts a worker on rows of the tables; `hear` is told how it gets on. */
export const startTables = (
  question: Question<LabCalls, 'run'>,
  hear: (notice: LabNotice) => void,
  spawn?: () => WorkerLike,
): LabRun => startLab((link) => link.ask('run', question), hear, spawn);

/** Starts a worker on systems of the families of tasks. */
export const startFamilies = (
  question: Question<LabCalls, 'runFamilies'>,
  hear: (notice: LabNotice) => void,
  spawn?: () => WorkerLike,
): LabRun => startLab((link) => link.ask('runFamilies', question), hear, spawn);

function startLab(
  work: (link: LabLink) => Promise<unknown>,
  hear: (notice: LabNotice) => void,
  spawn: () => WorkerLike = spawnLab,
): LabRun {
  const handlers = { onNotice: hear, onDeath: () => undefined };
  const link: LabLink = new Link(spawn(), handlers, Infinity);
  // Where the worker has ended there is nothing to pause.
  const tell = (call: 'pause' | 'resume') => void link.ask(call).catch(() => undefined);
  let cancelled = false;
  const run = async (): Promise<boolean> => {
    try {
      await work(link);
      return true;
    } catch (failure) {
      if (cancelled) return false;
      throw failure;
    } finally {
      link.close();
    }
  };
  return {
    finished: run(),
    pause: () => tell('pause'),
    resume: () => tell('resume'),
    cancel: () => {
      cancelled = true;
      link.close();
    },
  };
}

function spawnLab(): WorkerLike {
  return new Worker(new URL('../workers/lab/lab-worker.ts', import.meta.url), {
    type: 'module',
    name: 'lab',
  }) as WorkerLike;
}

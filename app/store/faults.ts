/** What went wrong on this page load: the first failure and the latest ones, for a report. */
import type { StateCreator } from 'zustand';
import { describeCondition } from '../protocol/condition';
import type { WorkerFailure } from '../protocol/failure';
import type { AppState } from './state';

export interface Failure {
  /** Key of `strings.notices`. */
  code: string;
  /** What the sentence is about. */
  detail: string;
}

export interface Fault extends Failure {
  /** Seconds since the page was opened. */
  after: number;
  /** What the worker was, where it is one's failure. */
  worker: string | null;
}

/** The first is kept for good, and so many of the latest. */
const LATEST = 9;

export interface FaultSlice {
  faults: readonly Fault[];
  /** Why there is no answer; of several failures in a row the first, which is the cause. */
  failure: Failure | null;
  /** Adds to the faults of the report; the same one twice in a row is one. */
  noteFault(error: unknown): void;
  /** Notes why there is no answer, and shows it unless an earlier failure is shown. */
  fail(error: unknown): void;
  /** The page tries again: what was wrong before is in the report, what is wrong now is to be seen. */
  recover(): void;
}

/** Nothing is wrong; `failure` is written in this file alone. */
export const noFailure = { failure: null } as const;

export const createFaultSlice: StateCreator<AppState, [], [], FaultSlice> = (set, get) => ({
  faults: [],
  ...noFailure,
  noteFault: (error) =>
    set(({ faults }) => {
      const { code, detail } = failureOf(error);
      const last = faults.at(-1);
      if (last?.code === code && last.detail === detail) return {};
      const fault = { after: performance.now() / 1000, code, detail, worker: workerOf(error) };
      const [first, ...later] = [...faults, fault];
      return { faults: [first, ...later.slice(-LATEST)] };
    }),
  fail: (error) => {
    get().noteFault(error);
    set(({ failure }) => ({ failure: failure ?? failureOf(error) }));
  },
  recover: () => set(noFailure),
});

/** Code and sentence of whatever a call was rejected with. */
export function failureOf(error: unknown): Failure {
  if (isFailure(error)) return { code: error.code, detail: error.detail };
  const detail = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown } | null)?.code;
  return { code: typeof code === 'string' ? code : 'internal', detail };
}

const isFailure = (error: unknown): error is Failure =>
  error !== null && typeof error === 'object' && 'detail' in error && 'code' in error;

function workerOf(error: unknown): string | null {
  const { condition, tried } = (error ?? {}) as Partial<WorkerFailure>;
  const tries = tried?.map(({ name, ok, note }) => `${name}: ${ok ? 'passed' : note}`);
  const parts = [condition && describeCondition(condition), tries && `tried ${tries.join(', ')}`];
  return parts.filter(Boolean).join('; ') || null;
}

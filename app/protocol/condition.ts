/** What a worker is at a moment, for whoever asks why it failed. Plain data: it crosses threads. */
import type { BackendName, WorkerRole } from './vocabulary';

export interface Condition {
  /** null: it was not started. */
  role: WorkerRole | null;
  /** null: none was chosen yet. */
  backend: BackendName | null;
  /** The requests that it has handlers for. */
  answers: string[];
  /** The first request that failed in this worker, and why; later failures never replace it. */
  firstFailure: string | null;
}

/** `worker: adapter on wasm; answers start, load; first failure: start: HTTP 404`. */
export function describeCondition(condition: Condition): string {
  const { role, backend, answers, firstFailure } = condition;
  const who = role ? `${role} on ${backend ?? 'no backend yet'}` : 'not started';
  const parts = [`worker: ${who}`, `answers ${answers.join(', ') || 'nothing'}`];
  return [...parts, ...(firstFailure ? [`first failure: ${firstFailure}`] : [])].join('; ');
}

import type { Condition } from './condition';
import type { BackendReport } from './vocabulary';

/** What can go wrong between the page and a worker; the page words it by code. */
export type FailureCode =
  | 'data-missing'
  | 'data-broken'
  | 'no-backend'
  | 'device-lost'
  | 'out-of-memory'
  | 'worker-died'
  | 'worker-failed'
  | 'timeout'
  | 'bad-request'
  | 'internal';

/** A request that got no answer. `message` is for logs, `code` for the page's wording. */
export class WorkerFailure extends Error {
  /**
   * @param tried of `no-backend`: what was tried, and why each did not do
   * @param condition of the worker that could not answer, where it said so itself
   */
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly tried?: BackendReport['tried'],
    readonly condition?: Condition,
  ) {
    super(message);
    this.name = 'WorkerFailure';
  }
}

/** JavaScript, WebAssembly and WebGL each say in their own words that there is no room left. */
const NO_ROOM =
  /out of memory|allocation failed|cannot enlarge memory|memory access out of bounds|^Aborted\(|unable to create WebGLTexture|invalid (typed )?array(buffer)? length/i;

/** True for errors after which a backend cannot be trusted: its memory is used up. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && NO_ROOM.test(error.message);

/** True for failures that end a worker: another one takes its place and is asked again. */
export const isDeath = (failure: unknown): boolean =>
  failure instanceof WorkerFailure &&
  ['worker-died', 'device-lost', 'out-of-memory'].includes(failure.code);

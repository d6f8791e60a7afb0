import type { BackendReport } from './protocol';

/** What can go wrong between the page and a worker; the page words it by code. */
export type FailureCode =
  | 'data-missing'
  | 'data-broken'
  | 'no-backend'
  | 'device-lost'
  | 'worker-died'
  | 'worker-failed'
  | 'timeout'
  | 'bad-request'
  | 'internal';

/** A request that got no answer. `message` is for logs, `code` for the page's wording. */
export class WorkerFailure extends Error {
  /** @param tried of `no-backend`: what was tried, and why each did not do */
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly tried?: BackendReport['tried'],
  ) {
    super(message);
    this.name = 'WorkerFailure';
  }
}
